package org.fewlabel.learn.text;

import java.util.Arrays;

/**
 * A sparse matrix in compressed sparse row format (CSR). The arrays are not copied and must not be changed afterwards.
 *
 * @param rows the number of rows
 * @param columns the number of columns
 * @param offsets the index of each row's first value, and at the end that after the last row
 * @param indices the columns of the values that are not 0, row by row, ascending within a row
 * @param values the values at those columns
 */
public record SparseRows(int rows, int columns, int[] offsets, int[] indices, float[] values) {

    /** @throws IllegalArgumentException if the lengths do not fit each other */
    public SparseRows {
        if (rows < 0 || columns < 0 || offsets.length != rows + 1 || offsets[0] != 0 || indices.length != values.length
            || indices.length < offsets[rows]) {
            throw new IllegalArgumentException(
                rows + " sparse rows have " + offsets.length + " offsets, " + indices.length
                    + " columns and " + values.length + " values.");
        }
    }

    /** @return rows without any value */
    public static SparseRows none(final int rows) {
        return new SparseRows(rows, 0, new int[rows + 1], new int[0], new float[0]);
    }

    /** @return the number of values that are not 0 */
    public int count() {
        return offsets[rows];
    }

    /**
     * @param selected the indices of the rows, in the required order; duplicates are allowed
     * @return a copy of those rows
     */
    public SparseRows select(final int[] selected) {
        final var ends = new int[selected.length + 1];
        for (var i = 0; i < selected.length; i++) {
            ends[i + 1] = Math.addExact(ends[i], offsets[selected[i] + 1] - offsets[selected[i]]);
        }
        final var to = new int[ends[selected.length]];
        final var numbers = new float[to.length];
        for (var i = 0; i < selected.length; i++) {
            final var from = offsets[selected[i]];
            System.arraycopy(indices, from, to, ends[i], ends[i + 1] - ends[i]);
            System.arraycopy(values, from, numbers, ends[i], ends[i + 1] - ends[i]);
        }
        return new SparseRows(selected.length, columns, ends, to, numbers);
    }

    /**
     * @param other a matrix of as many rows
     * @return the horizontal concatenation, the columns of {@code other} after those of this
     */
    public SparseRows concat(final SparseRows other) {
        if (columns == 0) {
            return other;
        }
        if (other.columns == 0) {
            return this;
        }
        final var all = new SparseBuilder(rows, columns + other.columns);
        for (var row = 0; row < rows; row++) {
            all.copy(this, row, 0);
            all.copy(other, row, columns);
            all.endRow();
        }
        return all.build();
    }

    /**
     * @param selected columns, ascending
     * @return the rows with those columns only, renumbered from 0
     */
    public SparseRows selectColumns(final int[] selected) {
        final var numbers = new int[columns];
        Arrays.fill(numbers, -1);
        for (var i = 0; i < selected.length; i++) {
            numbers[selected[i]] = i;
        }
        final var result = new SparseBuilder(rows, selected.length);
        for (var row = 0; row < rows; row++) {
            for (var i = offsets[row]; i < offsets[row + 1]; i++) {
                if (numbers[indices[i]] >= 0) {
                    result.add(numbers[indices[i]], values[i]);
                }
            }
            result.endRow();
        }
        return result.build();
    }

    /** @return per column the number of rows in which it is not 0 (document frequency) */
    public int[] counts() {
        final var counts = new int[columns];
        for (var i = 0; i < count(); i++) {
            counts[indices[i]]++;
        }
        return counts;
    }

    /** Compares the content. */
    @Override
    public boolean equals(final Object other) {
        return other instanceof SparseRows sparse && sparse.rows == rows && sparse.columns == columns
            && Arrays.equals(sparse.offsets, offsets) && sparse.count() == count()
            && Arrays.equals(sparse.indices, 0, count(), indices, 0, count())
            && Arrays.equals(sparse.values, 0, count(), values, 0, count());
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(offsets) + columns;
    }
}
