package org.fewlabel.learn.text;

import java.util.Arrays;

/**
 * Rows of which nearly all numbers are 0: of each row the places and values of the others. The arrays are not copied
 * and must not be changed afterwards.
 *
 * @param rows the number of rows
 * @param columns the number of places of a row
 * @param offsets of each row where its first number lies, and at the end where the last row ends
 * @param places row by row the places that are not 0, ascending within a row
 * @param values of those places
 */
public record SparseRows(int rows, int columns, int[] offsets, int[] places, float[] values) {

    /** @throws IllegalArgumentException if the lengths do not fit each other */
    public SparseRows {
        if (rows < 0 || columns < 0 || offsets.length != rows + 1 || offsets[0] != 0 || places.length != values.length
            || places.length < offsets[rows]) {
            throw new IllegalArgumentException(
                rows + " sparse rows have " + offsets.length + " offsets, " + places.length
                    + " places and " + values.length + " values.");
        }
    }

    /** @return rows without any number */
    public static SparseRows none(final int rows) {
        return new SparseRows(rows, 0, new int[rows + 1], new int[0], new float[0]);
    }

    /** @return how many numbers are not 0 */
    public int count() {
        return offsets[rows];
    }

    /**
     * @param selected the indices of the rows wanted, in the order wanted; one may come twice
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
            System.arraycopy(places, from, to, ends[i], ends[i + 1] - ends[i]);
            System.arraycopy(values, from, numbers, ends[i], ends[i + 1] - ends[i]);
        }
        return new SparseRows(selected.length, columns, ends, to, numbers);
    }

    /**
     * @param other as many rows
     * @return rows with the places of both, the other's behind these
     */
    public SparseRows beside(final SparseRows other) {
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
     * @param wanted places, ascending
     * @return the rows with those places alone, which get the numbers from 0 on
     */
    public SparseRows places(final int[] wanted) {
        final var numbers = new int[columns];
        Arrays.fill(numbers, -1);
        for (var i = 0; i < wanted.length; i++) {
            numbers[wanted[i]] = i;
        }
        final var some = new SparseBuilder(rows, wanted.length);
        for (var row = 0; row < rows; row++) {
            for (var i = offsets[row]; i < offsets[row + 1]; i++) {
                if (numbers[places[i]] >= 0) {
                    some.add(numbers[places[i]], values[i]);
                }
            }
            some.endRow();
        }
        return some.build();
    }

    /** @return per place the number of rows in which it is not 0 */
    public int[] counts() {
        final var counts = new int[columns];
        for (var i = 0; i < count(); i++) {
            counts[places[i]]++;
        }
        return counts;
    }

    /** Compares the content. */
    @Override
    public boolean equals(final Object other) {
        return other instanceof SparseRows sparse && sparse.rows == rows && sparse.columns == columns
            && Arrays.equals(sparse.offsets, offsets) && sparse.count() == count()
            && Arrays.equals(sparse.places, 0, count(), places, 0, count())
            && Arrays.equals(sparse.values, 0, count(), values, 0, count());
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(offsets) + columns;
    }
}
