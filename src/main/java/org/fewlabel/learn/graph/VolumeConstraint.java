package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;

/**
 * The volume constraint of PoissonMBO: class factors such that, when every row gets the class with the largest product,
 * the classes have given shares of the rows (Calder, Cook, Thorpe and Slepcev, Poisson learning, 2020, algorithm 2).
 * The factors move against the excess of each class by decreasing steps and stay between ½ and 2; the best ones are
 * kept.
 */
final class VolumeConstraint {

    private static final int STEPS = 100;

    private static final double FIRST_STEP = 10;

    private static final double MIN_FACTOR = 0.5;

    private static final double MAX_FACTOR = 2;

    private final double[] shares;

    /** @param shares the share of each class in the rows; need not sum to 1 */
    VolumeConstraint(final double[] shares) {
        final var sum = Arrays.stream(shares).sum();
        this.shares = Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /**
     * @param values {@code nodes * classes}, node by node
     * @param rows the number of rows of each node
     * @param counted per node whether its rows are counted
     */
    double[] factors(final double[] values, final int[] rows, final boolean[] counted, final Progress progress) {
        var factors = new double[shares.length];
        Arrays.fill(factors, 1);
        var best = factors;
        var smallestExcess = Double.POSITIVE_INFINITY;
        for (var step = 1; step <= STEPS && smallestExcess > 0; step++) {
            progress.checkCanceled();
            final var excess = excess(values, rows, counted, factors);
            final var worst = Arrays.stream(excess).map(Math::abs).max().orElse(0);
            if (worst < smallestExcess) {
                smallestExcess = worst;
                best = factors;
            }
            factors = factors.clone();
            for (var c = 0; c < factors.length; c++) {
                factors[c] = Math.max(MIN_FACTOR,
                    Math.min(MAX_FACTOR, factors[c] - FIRST_STEP / (step + FIRST_STEP) * excess[c]));
            }
        }
        return best;
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

    /** @return the class with the largest product, the first in case of ties */
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
