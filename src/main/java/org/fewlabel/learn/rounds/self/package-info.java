/**
 * Self-training: a classifier predicts unlabeled rows and learns from the predictions that it can trust.
 * {@link org.fewlabel.learn.rounds.self.SelfTraining} is the entry point.
 */
package org.fewlabel.learn.rounds.self;
