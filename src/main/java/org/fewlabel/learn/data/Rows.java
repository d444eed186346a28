package org.fewlabel.learn.data;

import java.util.HashSet;
import java.util.List;

import org.fewlabel.device.Progress;

/**
 * Raw rows, stored by column.
 *
 * @param size the number of rows
 * @param columns the features with distinct names; may be empty
 */
public record Rows(int size, List<Column> columns) {

    /** @throws IllegalArgumentException if a column has another number of rows, or two have the same name */
    public Rows {
        columns = List.copyOf(columns);
        final var names = new HashSet<String>();
        for (final var column : columns) {
            if (column.size() != size) {
                throw new IllegalArgumentException(
                    "Column \"" + column.name() + "\" has " + column.size() + " rows, not " + size + ".");
            }
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("Column \"" + column.name() + "\" is there twice.");
            }
        }
    }

    /**
     * @param rows the indices of the selected rows, in order; duplicates are allowed
     * @return a copy of these rows
     */
    public Rows select(final int[] rows) {
        return select(rows, Progress.NONE);
    }

    /**
     * @param rows the indices of the selected rows, in order; duplicates are allowed
     * @return a copy of these rows
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Rows select(final int[] rows, final Progress progress) {
        return new Rows(rows.length, columns.stream().map(column -> {
            progress.checkCanceled();
            return column.select(rows);
        }).toList());
    }
}
