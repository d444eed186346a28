package org.fewlabel.learn.rounds.select;

/**
 * Which unlabeled rows are learned from as if they were labeled.
 *
 * @param codes per unlabeled row its pseudo-label, -1 for a row that is not learned from
 * @param weights per unlabeled row how much it counts, 0 to 1; 0 for a row that is not learned from
 * @param thresholds per class how confident a row must be to count in full; NaN for a class that no row was taken for
 */
public record Selection(int[] codes, double[] weights, double[] thresholds) {
}
