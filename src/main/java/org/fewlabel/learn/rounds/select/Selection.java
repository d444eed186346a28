package org.fewlabel.learn.rounds.select;

/**
 * The selected pseudo-labels of the unlabeled rows.
 *
 * @param codes the pseudo-label of each unlabeled row, -1 for a row that is not used
 * @param weights the weight of each unlabeled row, 0 to 1; 0 for a row that is not used
 * @param thresholds the confidence of full weight per class; NaN for a class without a row
 */
public record Selection(int[] codes, double[] weights, double[] thresholds) {
}
