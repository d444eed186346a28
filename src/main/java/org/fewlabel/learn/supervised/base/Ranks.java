package org.fewlabel.learn.supervised.base;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/**
 * The dense ranks of the values of some rows per dimension: whole numbers, which sort fast.
 *
 * @param rows the indices of the rows
 * @param ranks by dimension, the rank of each row's value
 * @param values by dimension, the distinct values, ascending
 */
record Ranks(int[] rows, int[][] ranks, float[][] values) {

    /** Ranks the rows; a missing value is 0. */
    static Ranks of(final DenseRows all, final int[] rows, final Workers workers, final Progress progress) {
        final var columns = all.columns();
        final var ranks = new int[columns][];
        final var values = new float[columns][];
        workers.run(columns, 1, (from, to) -> {
            for (var d = from; d < to; d++) {
                final var numbers = new float[rows.length];
                for (var i = 0; i < rows.length; i++) {
                    final var value = all.values()[rows[i] * columns + d];
                    // no negative zero, which would be sorted before 0
                    numbers[i] = Float.isNaN(value) ? 0 : value + 0f;
                }
                values[d] = distinct(numbers);
                ranks[d] = new int[rows.length];
                for (var i = 0; i < rows.length; i++) {
                    ranks[d][i] = Arrays.binarySearch(values[d], numbers[i]);
                }
            }
        }, progress, null);
        return new Ranks(rows, ranks, values);
    }

    private static float[] distinct(final float[] numbers) {
        final var sorted = numbers.clone();
        Arrays.sort(sorted);
        var count = 0;
        for (var i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] > sorted[count - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** @return the number of dimensions */
    int columns() {
        return ranks.length;
    }

    /** @return a threshold halfway between the values of two ranks */
    float bound(final int d, final int rank, final int next) {
        final var half = (float)((values[d][rank] + (double)values[d][next]) / 2);
        return half < values[d][next] ? half : values[d][rank];
    }
}
