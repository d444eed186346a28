package org.fewlabel.learn.data;

import java.util.Objects;

import org.fewlabel.learn.text.SparseRows;

/**
 * Encoded rows. The array is not copied and must not be changed afterwards.
 *
 * @param rows the number of rows
 * @param columns the number of dimensions; may be 0
 * @param values row by row, {@code rows * columns} numbers; NaN where a dimension is missing, never infinite
 * @param metric how they are to be compared
 * @param words how often each word of the texts is in each row, for what learns from words; of no place if there is no
 *             text
 */
public record DenseRows(int rows, int columns, float[] values, Metric metric, SparseRows words) {

    /**
     * @throws IllegalArgumentException if the array does not have {@code rows * columns} numbers, or the metric more
     */
    public DenseRows {
        Objects.requireNonNull(values);
        if (metric.weights().length > 0 && metric.weights().length != columns) {
            throw new IllegalArgumentException(metric.weights().length + " weights of " + columns + " dimensions.");
        }
        if (rows < 0 || columns < 0 || (long)rows * columns != values.length) {
            throw new IllegalArgumentException(
                rows + " rows of " + columns + " numbers are not " + values.length + " numbers.");
        }
        if (words.rows() != rows) {
            throw new IllegalArgumentException(rows + " rows have words of " + words.rows() + ".");
        }
    }

    /** Rows without texts. */
    public DenseRows(final int rows, final int columns, final float[] values, final Metric metric) {
        this(rows, columns, values, metric, SparseRows.none(Math.max(0, rows)));
    }

    /** Rows that are compared by their Euclidean distance. */
    public DenseRows(final int rows, final int columns, final float[] values) {
        this(rows, columns, values, Metric.EUCLIDEAN);
    }

    /**
     * @param selected the indices of the rows wanted, in the order wanted; one may come twice
     * @return a copy of those rows
     */
    public DenseRows select(final int[] selected) {
        final var copy = new float[Math.multiplyExact(selected.length, columns)];
        for (var i = 0; i < selected.length; i++) {
            System.arraycopy(values, selected[i] * columns, copy, i * columns, columns);
        }
        return new DenseRows(selected.length, columns, copy, metric, words.select(selected));
    }

    /**
     * @param wanted dimensions, in the order wanted
     * @return a copy of the rows with those alone and no words, compared by their Euclidean distance
     */
    public DenseRows dimensions(final int[] wanted) {
        final var some = new float[Math.multiplyExact(rows, wanted.length)];
        for (var row = 0; row < rows; row++) {
            for (var d = 0; d < wanted.length; d++) {
                some[row * wanted.length + d] = values[row * columns + wanted[d]];
            }
        }
        return new DenseRows(rows, wanted.length, some);
    }
}
