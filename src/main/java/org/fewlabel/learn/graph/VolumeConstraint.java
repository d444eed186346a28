package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;

/**
 * Factors for the values of each class such that, when every row takes the class with the largest product, the classes
 * have given shares of the rows (Calder, Cook, Thorpe and Slepcev, Poisson learning, 2020, algorithm 2). The factors
 * move against the excess of each class by steps that shrink, and stay between ½ and 2; those that came nearest are
 * taken.
 */
final class VolumeConstraint {

    private static final int STEPS = 100;

    private static final double FIRST_STEP = 10;

    private static final double LEAST = 0.5;

    private static final double MOST = 2;

    private final double[] shares;

    /** @param shares per class its share of the rows; need not sum to 1 */
    VolumeConstraint(final double[] shares) {
        final var sum = Arrays.stream(shares).sum();
        this.shares = Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /**
     * @param values node by node, one per class
     * @param rows per node how many rows it stands for
     * @param counted per node whether its rows count
     */
    double[] factors(final double[] values, final int[] rows, final boolean[] counted, final Progress progress) {
        var factors = new double[shares.length];
        Arrays.fill(factors, 1);
        var nearest = factors;
        var least = Double.POSITIVE_INFINITY;
        for (var step = 1; step <= STEPS && least > 0; step++) {
            progress.checkCanceled();
            final var excess = excess(values, rows, counted, factors);
            final var worst = Arrays.stream(excess).map(Math::abs).max().orElse(0);
            if (worst < least) {
                least = worst;
                nearest = factors;
            }
            factors = factors.clone();
            for (var c = 0; c < factors.length; c++) {
                factors[c] = Math.max(LEAST, Math.min(MOST, factors[c] - FIRST_STEP / (step + FIRST_STEP) * excess[c]));
            }
        }
        return nearest;
    }

    private double[] excess(final double[] values, final int[] rows, final boolean[] counted, final double[] factors) {
        final var excess = new double[shares.length];
        var sum = 0.0;
        for (var i = 0; i < rows.length; i++) {
            if (counted[i]) {
                excess[best(values, i * shares.length, factors)] += rows[i];
                sum += rows[i];
            }
        }
        for (var c = 0; c < excess.length; c++) {
            excess[c] = excess[c] / Math.max(1, sum) - shares[c];
        }
        return excess;
    }

    /** @return the class with the largest product, the first of equal ones */
    static int best(final double[] values, final int from, final double[] factors) {
        var best = 0;
        for (var c = 1; c < factors.length; c++) {
            if (factors[c] * values[from + c] > factors[best] * values[from + best]) {
                best = c;
            }
        }
        return best;
    }
}
