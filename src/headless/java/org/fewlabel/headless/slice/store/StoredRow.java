package org.fewlabel.headless.slice.store;

import java.util.Iterator;
import java.util.NoSuchElementException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** One row of a stored table; creates its cells on demand. */
final class StoredRow implements DataRow {

    private final StoredTable table;

    private final int row;

    StoredRow(final StoredTable table, final int row) {
        this.table = table;
        this.row = row;
    }

    @Override
    public int getNumCells() {
        return table.columnCount();
    }

    @Override
    public RowKey getKey() {
        return table.keys().get(row);
    }

    @Override
    public DataCell getCell(final int index) {
        return table.column(index).get(row);
    }

    @Override
    public Iterator<DataCell> iterator() {
        return new Iterator<>() {

            private int next;

            @Override
            public boolean hasNext() {
                return next < getNumCells();
            }

            @Override
            public DataCell next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("The row has no more cells.");
                }
                return getCell(next++);
            }
        };
    }

    @Override
    public String toString() {
        return getKey() + ": " + stream().toList();
    }
}
