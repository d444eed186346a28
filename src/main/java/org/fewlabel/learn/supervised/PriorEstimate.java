package org.fewlabel.learn.supervised;

import java.util.Arrays;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;

/**
 * A conservative estimate of the class shares. The labeled rows may have been selected by class, so their counts are
 * not representative; the predictions of a classifier for all rows are better, but repeat its errors. The procedure of
 * Saerens, Latinne and Decaestecker (Adjusting the outputs of a classifier to new a priori probabilities, 2002) is an
 * EM algorithm for this: the probabilities are multiplied by the current estimate divided by the labeled shares, and
 * their mean is the next estimate. Until convergence, it eliminates rare classes if the probabilities are inaccurate,
 * as those from few labels are; so it is stopped after two steps (one if some class has a single label), and the
 * labeled shares have the weight of one label per class: {@code (m e + u) / (m + 1)} with {@code m} labels per class,
 * the estimate {@code e} and the labeled shares {@code u}. On public tables with the same number of labels drawn from
 * every class this about halved the error of the shares with 10 labels per class, and reduced it by a quarter with 4;
 * with 1 label there is no gain.
 */
public final class PriorEstimate {

    private PriorEstimate() {
    }

    /** @return the share of each class in the labels */
    public static double[] labeled(final Labels labels) {
        final var counts = labels.counts();
        final var all = (double)Arrays.stream(counts).sum();
        return Arrays.stream(counts).mapToDouble(count -> count / all).toArray();
    }

    /**
     * @param labels of the rows; at least one is labeled
     * @param predicted the probabilities of a classifier trained on the labels; NaN for an undecided row
     * @return the share of each class in all rows, which sum to 1; 0 for a class without a label
     */
    public static double[] of(final Labels labels, final ClassProbabilities predicted) {
        final var shares = labeled(labels);
        final var present = Arrays.stream(labels.counts()).filter(count -> count > 0).toArray();
        final var steps = Arrays.stream(present).min().orElse(0) < 2 ? 1 : 2;
        var estimate = shares;
        for (var step = 0; step < steps; step++) {
            estimate = next(estimate, shares, predicted.values());
        }
        final var perClass = Arrays.stream(present).average().orElse(0);
        final var careful = new double[shares.length];
        for (var c = 0; c < careful.length; c++) {
            careful[c] = (perClass * estimate[c] + shares[c]) / (perClass + 1);
        }
        return careful;
    }

    private static double[] next(final double[] estimate, final double[] shares, final double[] predicted) {
        final var classes = shares.length;
        final var sums = new double[classes];
        final var weighed = new double[classes];
        var rows = 0;
        for (var at = 0; at < predicted.length; at += classes) {
            var sum = 0.0;
            for (var c = 0; c < classes; c++) {
                weighed[c] = shares[c] > 0 ? predicted[at + c] * estimate[c] / shares[c] : 0;
                sum += weighed[c];
            }
            if (sum > 0) { // not NaN either
                rows++;
                for (var c = 0; c < classes; c++) {
                    sums[c] += weighed[c] / sum;
                }
            }
        }
        if (rows == 0) {
            return estimate;
        }
        for (var c = 0; c < classes; c++) {
            sums[c] /= rows;
        }
        return sums;
    }
}
