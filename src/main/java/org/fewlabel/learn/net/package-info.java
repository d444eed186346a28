/**
 * Networks, what they are trained for, and the training. A {@link org.fewlabel.learn.net.Network} and an
 * {@link org.fewlabel.learn.net.Objective} are data; a {@link org.fewlabel.learn.net.ParameterLayout} says where each
 * parameter lies in one flat array; an {@link org.fewlabel.learn.net.Engine} computes loss, gradient and outputs; and
 * {@link org.fewlabel.learn.net.Training} is the only loop.
 */
package org.fewlabel.learn.net;
