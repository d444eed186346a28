package org.fewlabel.learn.neighbor;

import org.fewlabel.learn.data.DenseRows;

/**
 * Gower's distance, 2 - 2 s with the similarity s: twice the mean, over the columns that both rows have, of the sum of
 * the absolute differences in the dimensions of a column; infinite if there is no such column.
 */
record GowerDistance(DenseRows queries, DenseRows among) implements RowDistance {

    @Override
    public double squared(final int query, final int candidate) {
        final var columns = queries.columns();
        var sum = 0.0;
        var count = 0.0;
        for (var d = 0; d < columns; d++) {
            final var difference = Math
                .abs((double)queries.values()[query * columns + d] - among.values()[candidate * columns + d]);
            if (!Double.isNaN(difference)) {
                sum += difference;
                count += among.metric().weights()[d];
            }
        }
        return count > 0 ? 2 * sum / count : Double.POSITIVE_INFINITY;
    }
}
