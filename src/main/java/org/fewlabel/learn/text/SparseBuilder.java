package org.fewlabel.learn.text;

import java.util.Arrays;

import org.fewlabel.device.UserMessageException;

/** Makes sparse rows, row by row. */
final class SparseBuilder {

    private static final int FIRST = 1024;

    private final int columns;

    private final int[] offsets;

    private int row;

    private int count;

    private int[] places = new int[FIRST];

    private float[] values = new float[FIRST];

    SparseBuilder(final int rows, final int columns) {
        this.columns = columns;
        this.offsets = new int[rows + 1];
    }

    /** Adds a number to the row; the places of a row must ascend. */
    void add(final int place, final float value) {
        if (count == places.length) {
            final var length = (int)Math.min(Integer.MAX_VALUE - 8L, 2L * count);
            if (length == count) {
                throw new UserMessageException("The texts are too many to be held in memory. Use fewer rows.");
            }
            places = Arrays.copyOf(places, length);
            values = Arrays.copyOf(values, length);
        }
        places[count] = place;
        values[count] = value;
        count++;
    }

    /** Adds a row of others, its places raised. */
    void copy(final SparseRows rows, final int from, final int raise) {
        for (var i = rows.offsets()[from]; i < rows.offsets()[from + 1]; i++) {
            add(rows.places()[i] + raise, rows.values()[i]);
        }
    }

    void endRow() {
        offsets[++row] = count;
    }

    SparseRows build() {
        return new SparseRows(offsets.length - 1, columns, offsets, Arrays.copyOf(places, count),
            Arrays.copyOf(values, count));
    }
}
