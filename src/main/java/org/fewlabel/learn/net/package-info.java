/**
 * Networks, training objectives, and the training. {@link org.fewlabel.learn.net.Network} and {@link
 * org.fewlabel.learn.net.Objective} are data; {@link org.fewlabel.learn.net.ParameterLayout} maps the parameters to one
 * flat array; an {@link org.fewlabel.learn.net.Engine} computes losses, gradients and outputs; {@link
 * org.fewlabel.learn.net.Loop} is the only training loop, and {@link org.fewlabel.learn.net.Training} runs it with a
 * fixed objective.
 */
package org.fewlabel.learn.net;
