/**
 * Multi-view methods, in which classifiers train each other: {@link org.fewlabel.learn.rounds.agree.CoTraining} trains
 * each on its own columns, {@link org.fewlabel.learn.rounds.agree.TriTraining} each on a bootstrap sample of the
 * labeled rows.
 */
package org.fewlabel.learn.rounds.agree;
