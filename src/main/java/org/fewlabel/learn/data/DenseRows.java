package org.fewlabel.learn.data;

import java.util.Objects;

import org.fewlabel.learn.text.SparseRows;

/**
 * Encoded rows: a dense matrix of floats. The array is not copied and must not be changed afterwards.
 *
 * @param rows the number of rows
 * @param columns the number of dimensions; may be 0
 * @param values {@code rows * columns}, row by row; NaN where a dimension is missing, never infinite
 * @param metric that compares the rows
 * @param words the term counts of each row, for learners of words; without columns if there is no text
 */
public record DenseRows(int rows, int columns, float[] values, Metric metric, SparseRows words) {

    /**
     * @throws IllegalArgumentException if the array does not have {@code rows * columns} values, or the metric has
     *             another number of dimensions
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
     * @param selected the indices of the selected rows, in order; duplicates are allowed
     * @return a copy of these rows
     */
    public DenseRows select(final int[] selected) {
        final var copy = new float[Math.multiplyExact(selected.length, columns)];
        for (var i = 0; i < selected.length; i++) {
            System.arraycopy(values, selected[i] * columns, copy, i * columns, columns);
        }
        return new DenseRows(selected.length, columns, copy, metric, words.select(selected));
    }

    /**
     * @param wanted the selected dimensions, in order
     * @return a copy of the rows with these dimensions only, without words, compared by their Euclidean distance
     */
    public DenseRows dimensions(final int[] wanted) {
        final var selected = new float[Math.multiplyExact(rows, wanted.length)];
        for (var row = 0; row < rows; row++) {
            for (var d = 0; d < wanted.length; d++) {
                selected[row * wanted.length + d] = values[row * columns + wanted[d]];
            }
        }
        return new DenseRows(rows, wanted.length, selected);
    }
}
