package org.fewlabel.learn.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.VectorColumn;

/** Vector columns, and the equivalent number columns to compare them with. */
public final class Vectors {

    private Vectors() {
    }

    /**
     * Vectors whose dimensions all have the same minimum and maximum, so that number columns of the same values share a
     * scale.
     *
     * @param rows at least 2, the bounds
     * @param missing the share of missing numbers in all other rows
     */
    public static VectorColumn ofOneScale(final long seed, final int rows, final int width, final double missing) {
        final var random = new Random(seed);
        final var values = new float[rows * width];
        for (var i = 0; i < values.length; i++) {
            values[i] = i < width ? -3 : i < 2 * width ? 5
                : random.nextDouble() < missing ? Float.NaN
                    : (float)Math.pow(random.nextDouble(), 1 + i % width) * 8 - 3;
        }
        return new VectorColumn("v", rows, width, values);
    }

    /** @return each dimension as a number column of its own */
    public static Rows expanded(final VectorColumn column) {
        final var columns = new ArrayList<Column>();
        for (var d = 0; d < column.width(); d++) {
            final var values = new double[column.size()];
            for (var row = 0; row < values.length; row++) {
                values[row] = column.values()[row * column.width() + d];
            }
            columns.add(new NumberColumn(column.name() + d, values));
        }
        return new Rows(column.size(), columns);
    }

    /** @return a table of these columns */
    public static Rows rows(final Column... columns) {
        return new Rows(columns[0].size(), List.of(columns));
    }

    /** @return a copy of the state with one entry changed */
    public static State with(final State state, final String name, final Object value) {
        final var changed = new State();
        state.entries().forEach((key, old) -> changed.put(key, key.equals(name) ? value : old));
        return changed;
    }
}
