package org.fewlabel.learn.data;

import java.util.Objects;

/**
 * A column of numbers. The array is not copied and must not be changed afterwards.
 *
 * @param name the column name
 * @param values one per row; NaN is a missing cell, and an infinite number is treated as missing
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

    /** @return the number of infinite cells */
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
