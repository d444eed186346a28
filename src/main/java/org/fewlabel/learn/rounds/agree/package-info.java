/**
 * Classifiers that teach each other: {@link org.fewlabel.learn.rounds.agree.CoTraining} trains each on columns of its
 * own, {@link org.fewlabel.learn.rounds.agree.TriTraining} each on a bootstrap sample of the labeled rows.
 */
package org.fewlabel.learn.rounds.agree;
