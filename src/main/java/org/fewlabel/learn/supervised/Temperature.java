package org.fewlabel.learn.supervised;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;

/**
 * Temperature scaling (Guo, Pleiss, Sun and Weinberger, On calibration of modern neural networks, 2017): all
 * probabilities are raised to the power {@code 1 / temperature} and normalized. A temperature above 1 decreases the
 * confidence of every prediction, below 1 increases it; the most probable class does not change.
 */
public final class Temperature {

    /** The minimum number of rows to fit a temperature, below which it would overfit. */
    public static final int MIN_ROWS = 30;

    private static final double HOTTEST = 4;

    private static final double COLDEST = 0.125;

    /** The assumed share of noise, so that a single confident error does not decide. */
    private static final double NOISE = 0.02;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private static final double CLOSE = 1e-4;

    private Temperature() {
    }

    /**
     * Finds the temperature with the smallest mean log loss.
     *
     * @param probabilities the out-of-fold probabilities; NaN for an undecided row
     * @param codes the true classes of these rows; rows with {@link Labels#UNLABELED} are ignored
     * @param classes the number of classes
     * @return between 1/8 and 4; 1 without rows
     */
    public static double fit(final ClassProbabilities probabilities, final int[] codes) {
        var low = Math.log(COLDEST);
        var high = Math.log(HOTTEST);
        var left = high - GOLDEN * (high - low);
        var right = low + GOLDEN * (high - low);
        var leftLoss = loss(probabilities, codes, Math.exp(left));
        var rightLoss = loss(probabilities, codes, Math.exp(right));
        if (Double.isNaN(leftLoss)) {
            return 1;
        }
        while (high - low > CLOSE) {
            if (leftLoss <= rightLoss) {
                high = right;
                right = left;
                rightLoss = leftLoss;
                left = high - GOLDEN * (high - low);
                leftLoss = loss(probabilities, codes, Math.exp(left));
            } else {
                low = left;
                left = right;
                leftLoss = rightLoss;
                right = low + GOLDEN * (high - low);
                rightLoss = loss(probabilities, codes, Math.exp(right));
            }
        }
        return Math.exp((low + high) / 2);
    }

    private static double loss(final ClassProbabilities probabilities, final int[] codes, final double temperature) {
        final var classes = probabilities.classes();
        var sum = 0.0;
        var rows = 0;
        final var scaled = new double[classes];
        for (var i = 0; i < codes.length; i++) {
            if (codes[i] >= 0 && probabilities.isPredicted(i)) {
                scale(probabilities.values(), i * classes, scaled, 0, classes, temperature);
                sum += logLoss(scaled[codes[i]], classes);
                rows++;
            }
        }
        return sum / rows;
    }

    /**
     * @param probability of the true class; NaN for an undecided row, which is treated as one over the classes
     * @param classes the number of classes
     * @return the negative log-likelihood with label smoothing of 2%
     */
    public static double logLoss(final double probability, final int classes) {
        return -Math.log((1 - NOISE) * (Double.isNaN(probability) ? 1.0 / classes : probability) + NOISE / classes);
    }

    /**
     * @param temperature above 0
     * @return the scaled probabilities; the argument is not changed
     */
    public static ClassProbabilities apply(final ClassProbabilities probabilities, final double temperature) {
        final var classes = probabilities.classes();
        final var scaled = new double[probabilities.values().length];
        for (var at = 0; at < scaled.length; at += classes) {
            scale(probabilities.values(), at, scaled, at, classes, temperature);
        }
        return new ClassProbabilities(classes, scaled);
    }

    private static void scale(final double[] from, final int at, final double[] to, final int start, final int classes,
        final double temperature) {
        var largest = 0.0;
        for (var c = 0; c < classes; c++) {
            largest = Math.max(largest, from[at + c]); // NaN if one is
        }
        var sum = 0.0;
        for (var c = 0; c < classes; c++) {
            to[start + c] = Math.pow(from[at + c] / largest, 1 / temperature);
            sum += to[start + c];
        }
        for (var c = 0; c < classes; c++) {
            to[start + c] /= sum;
        }
    }
}
