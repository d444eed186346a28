/**
 * How good labels are, and how sure that is. {@link org.fewlabel.learn.judge.LabelDraw} hides labels to rehearse the
 * few-label case, {@link org.fewlabel.learn.judge.ConfusionMatrix},
 * {@link org.fewlabel.learn.judge.ClassificationScores} and {@link org.fewlabel.learn.judge.ReliabilityTable} compare
 * predictions with the truth, {@link org.fewlabel.learn.judge.Bootstrap} tells how much of a figure is chance.
 * <p>
 * Everywhere here a row without a prediction (code -1, probabilities NaN) is <i>undecided</i>. Its truth is known, so
 * leaving it empty is a mistake: it counts as one in all figures made of counts. Figures made of probabilities leave it
 * out, as it has none.
 */
package org.fewlabel.learn.judge;
