package org.fewlabel.learn.compare;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * The paired difference of two methods over the same draws. Draws share rows, so their differences are not independent:
 * the variance is that of Nadeau and Bengio (Inference for the generalization error, 2003, section 3.1), which adds the
 * ratio of held-out to training rows to 1 / draws.
 *
 * @param mean of the differences
 * @param low the lower end of its 95 % interval; NaN with fewer than two draws
 * @param high the upper end
 * @param p the two-sided p-value; NaN with fewer than two draws
 * @param error the standard error; NaN with fewer than two draws
 */
public record Paired(double mean, double low, double high, double p, double error) {

    /** An unknown difference. */
    public static final Paired UNKNOWN = of(new double[]{Double.NaN}, 0.5);

    private static final double LEVEL = 0.975;

    /**
     * @param differences one per draw
     * @param heldOut the share of held-out labeled rows
     */
    static Paired of(final double[] differences, final double heldOut) {
        final var n = differences.length;
        var sum = 0.0;
        for (final var difference : differences) {
            sum += difference;
        }
        final var mean = sum / n;
        if (n < 2) {
            return new Paired(mean, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        var squares = 0.0;
        for (final var difference : differences) {
            squares += (difference - mean) * (difference - mean);
        }
        final var error = Math.sqrt((1.0 / n + heldOut / (1 - heldOut)) * squares / (n - 1));
        if (error == 0) {
            return new Paired(mean, mean, mean, mean == 0 ? 1 : 0, 0);
        }
        final var t = new TDistribution(n - 1);
        final var half = t.inverseCumulativeProbability(LEVEL) * error;
        return new Paired(mean, mean - half, mean + half, 2 * t.cumulativeProbability(-Math.abs(mean) / error), error);
    }
}
