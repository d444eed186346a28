package org.fewlabel.learn.data;

import java.util.Objects;

/**
 * Numbers. The array is not copied and must not be changed afterwards.
 *
 * @param name the name that the user knows it by
 * @param values one per row; NaN is a missing cell, an infinite number is treated as one
 */
public record NumberColumn(String name, double[] values) implements Column {

    public NumberColumn {
        Objects.requireNonNull(name);
        Objects.requireNonNull(values);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public NumberColumn select(final int[] rows) {
        final var selected = new double[rows.length];
        for (var i = 0; i < rows.length; i++) {
            selected[i] = values[rows[i]];
        }
        return new NumberColumn(name, selected);
    }

    /** @return how many cells are infinite */
    public int infiniteCells() {
        var count = 0;
        for (final var value : values) {
            if (Double.isInfinite(value)) {
                count++;
            }
        }
        return count;
    }
}
