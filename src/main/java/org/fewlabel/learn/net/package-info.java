/**
 * Networks, what they are trained for, and the training. A {@link org.fewlabel.learn.net.Network} and an {@link
 * org.fewlabel.learn.net.Objective} are data; a {@link org.fewlabel.learn.net.ParameterLayout} says where each
 * parameter lies in one flat array; an {@link org.fewlabel.learn.net.Engine} computes loss, gradient and outputs;
 * {@link org.fewlabel.learn.net.Loop} is the only loop, and {@link org.fewlabel.learn.net.Training} goes through it
 * toward an objective that does not change.
 */
package org.fewlabel.learn.net;
