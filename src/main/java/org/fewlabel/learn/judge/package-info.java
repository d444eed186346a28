/**
 * Evaluation of predictions with confidence intervals. {@link org.fewlabel.learn.judge.LabelDraw} hides labels to
 * simulate few labels, {@link org.fewlabel.learn.judge.ConfusionMatrix},
 * {@link org.fewlabel.learn.judge.ClassificationScores} and {@link org.fewlabel.learn.judge.ReliabilityTable} compare
 * predictions with the truth, {@link org.fewlabel.learn.judge.Bootstrap} computes how much of a score is due to chance.
 * <p>
 * A row without a prediction (code -1, probabilities NaN) is <i>undecided</i> in this package. Its truth is known, so
 * it is an error in all scores made of counts. Scores made of probabilities skip it, since it has none.
 */
package org.fewlabel.learn.judge;
