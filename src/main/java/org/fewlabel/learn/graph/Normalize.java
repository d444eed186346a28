package org.fewlabel.learn.graph;

/** Normalizes nonnegative values to sum to 1. */
final class Normalize {

    private Normalize() {
    }

    /**
     * Divides {@code count} values by their sum. A value below 0 (by rounding) is treated as 0.
     *
     * @return the sum; if it is 0, nothing is written
     */
    static double of(final double[] values, final int from, final double[] shares, final int to, final int count) {
        final var sum = sum(values, from, count);
        for (var c = 0; c < count && sum > 0; c++) {
            shares[to + c] = Math.max(0, values[from + c]) / sum;
        }
        return sum;
    }

    /** @return the sum of the values above 0 */
    static double sum(final double[] values, final int from, final int count) {
        var sum = 0.0;
        for (var c = 0; c < count; c++) {
            sum += Math.max(0, values[from + c]);
        }
        return sum;
    }
}
