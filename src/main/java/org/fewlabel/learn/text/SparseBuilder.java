package org.fewlabel.learn.text;

import java.util.Arrays;

import org.fewlabel.device.UserMessageException;

/** Builds sparse rows, row by row. */
final class SparseBuilder {

    private static final int INITIAL_CAPACITY = 1024;

    private final int columns;

    private final int[] offsets;

    private int row;

    private int count;

    private int[] indices = new int[INITIAL_CAPACITY];

    private float[] values = new float[INITIAL_CAPACITY];

    SparseBuilder(final int rows, final int columns) {
        this.columns = columns;
        this.offsets = new int[rows + 1];
    }

    /** Adds a value to the current row; the columns of a row must ascend. */
    void add(final int column, final float value) {
        if (count == indices.length) {
            final var length = (int)Math.min(Integer.MAX_VALUE - 8L, 2L * count);
            if (length == count) {
                throw new UserMessageException("The texts are too many to be held in memory. Use fewer rows.");
            }
            indices = Arrays.copyOf(indices, length);
            values = Arrays.copyOf(values, length);
        }
        indices[count] = column;
        values[count] = value;
        count++;
    }

    /** Appends the values of a row of others to the current row, with {@code shift} added to their columns. */
    void copy(final SparseRows rows, final int from, final int shift) {
        for (var i = rows.offsets()[from]; i < rows.offsets()[from + 1]; i++) {
            add(rows.indices()[i] + shift, rows.values()[i]);
        }
    }

    void endRow() {
        offsets[++row] = count;
    }

    SparseRows build() {
        return new SparseRows(offsets.length - 1, columns, offsets, Arrays.copyOf(indices, count),
            Arrays.copyOf(values, count));
    }
}
