/**
 * Self-training and co-training on raw rows: {@link org.fewlabel.learn.rounds.RoundLearner} is what the nodes
 * Pseudo-Labeler and Co-Trainer run.
 */
package org.fewlabel.learn.rounds;
