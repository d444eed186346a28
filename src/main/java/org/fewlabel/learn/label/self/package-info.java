/**
 * Self-training: a classifier labels rows by itself and learns from those labels, as far as they can be trusted.
 * {@link org.fewlabel.learn.label.self.SelfTraining} is the way in.
 */
package org.fewlabel.learn.label.self;
