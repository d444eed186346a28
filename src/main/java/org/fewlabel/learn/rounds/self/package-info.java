/**
 * Self-training: a classifier predicts unlabeled rows and is trained on its confident predictions.
 * {@link org.fewlabel.learn.rounds.self.SelfTraining} is the entry point.
 */
package org.fewlabel.learn.rounds.self;
