package org.knime.core.data;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A row of a table: a key and one cell per column. */
public interface DataRow extends Iterable<DataCell> {

    /** @return the number of cells */
    int getNumCells();

    /** @return the key, unique within a table */
    RowKey getKey();

    /**
     * @param index the column, counted from 0
     * @return the cell, never {@code null}
     * @throws IndexOutOfBoundsException if there is no such column
     */
    DataCell getCell(int index);

    /** @return the cells in column order */
    default Stream<DataCell> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
