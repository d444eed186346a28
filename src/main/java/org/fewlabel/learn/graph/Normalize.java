package org.fewlabel.learn.graph;

/** Makes probabilities of amounts. */
final class Normalize {

    private Normalize() {
    }

    /**
     * Writes the share of each of {@code count} amounts in their sum. An amount that rounding has left below 0 counts
     * as 0.
     *
     * @return the sum; if it is 0, nothing is written
     */
    static double of(final double[] amounts, final int from, final double[] shares, final int to, final int count) {
        final var sum = sum(amounts, from, count);
        for (var c = 0; c < count && sum > 0; c++) {
            shares[to + c] = Math.max(0, amounts[from + c]) / sum;
        }
        return sum;
    }

    /** @return the sum of the amounts above 0 */
    static double sum(final double[] amounts, final int from, final int count) {
        var sum = 0.0;
        for (var c = 0; c < count; c++) {
            sum += Math.max(0, amounts[from + c]);
        }
        return sum;
    }
}
