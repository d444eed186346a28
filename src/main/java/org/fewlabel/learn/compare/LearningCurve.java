package org.fewlabel.learn.compare;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * How accuracy grows with labels: an inverse power law, {@code a - b n^-c} (Figueroa et al., Predicting sample size
 * required for classification performance, 2012), fitted to the mean accuracies; what twice the labels would give, with
 * an interval over samples of the draws.
 *
 * @param gain the accuracy with twice the labels less that with all
 * @param low the lower end of its 95 % interval
 * @param high the upper end
 */
public record LearningCurve(double gain, double low, double high) {

    private static final int SAMPLES = 500;

    /** With fewer budgets a curve of three numbers fits anything. */
    private static final int FEWEST = 4;

    /** An interval that is wider says nothing. */
    private static final double WIDEST = 0.05;

    private static final double STEP = 0.1;

    private static final double STEEPEST = 2;

    /**
     * @param labels per budget how many labels, ascending
     * @param accuracies by draw, per budget
     * @return {@code null} if the figures do not tell: there are too few budgets, the interval is too wide, or with all
     *         labels no draw has a mistake, so that none is left by which a gain could be seen
     */
    static LearningCurve of(final double[] labels, final double[][] accuracies, final long seed) {
        if (labels.length < FEWEST || accuracies.length < 2
            || Arrays.stream(accuracies).allMatch(one -> one[one.length - 1] == 1)) {
            return null;
        }
        final var random = new SplittableRandom(seed);
        final var gains = new double[SAMPLES];
        for (var s = 0; s < SAMPLES; s++) {
            final var sample = new double[accuracies.length][];
            Arrays.setAll(sample, i -> accuracies[random.nextInt(accuracies.length)]);
            gains[s] = gain(labels, means(sample));
        }
        final var percentile = new Percentile().withEstimationType(EstimationType.R_1);
        final var low = percentile.evaluate(gains, 2.5);
        final var high = percentile.evaluate(gains, 97.5);
        return high - low > WIDEST ? null : new LearningCurve(gain(labels, means(accuracies)), low, high);
    }

    private static double[] means(final double[][] accuracies) {
        final var means = new double[accuracies[0].length];
        for (final var one : accuracies) {
            for (var b = 0; b < means.length; b++) {
                means[b] += one[b] / accuracies.length;
            }
        }
        return means;
    }

    /** Of the curves that rise and stay at most 1, the one with the smallest squared error. */
    private static double gain(final double[] labels, final double[] accuracies) {
        final var n = labels.length;
        final var most = labels[n - 1];
        var best = Double.POSITIVE_INFINITY;
        var gain = 0.0;
        for (var c = STEP; c <= STEEPEST; c += STEP) {
            final var power = -c;
            final var x = Arrays.stream(labels).map(l -> Math.pow(l, power)).toArray();
            final var meanX = Arrays.stream(x).average().orElse(0);
            final var meanY = Arrays.stream(accuracies).average().orElse(0);
            var xy = 0.0;
            var xx = 0.0;
            for (var i = 0; i < n; i++) {
                xy += (x[i] - meanX) * (accuracies[i] - meanY);
                xx += (x[i] - meanX) * (x[i] - meanX);
            }
            var b = Math.max(0, -xy / xx);
            var a = meanY + b * meanX;
            if (a > 1) { // the line through (0, 1) that fits best
                a = 1;
                var up = 0.0;
                var down = 0.0;
                for (var i = 0; i < n; i++) {
                    up += (1 - accuracies[i]) * x[i];
                    down += x[i] * x[i];
                }
                b = up / down;
            }
            var error = 0.0;
            for (var i = 0; i < n; i++) {
                error += Math.pow(a - b * x[i] - accuracies[i], 2);
            }
            if (error < best) {
                best = error;
                gain = b * (Math.pow(most, power) - Math.pow(2 * most, power));
            }
        }
        return gain;
    }
}
