package org.knime.core.data.container;

import org.fewlabel.headless.slice.store.StoredTable;
import org.fewlabel.headless.slice.store.TableBuilder;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;

/**
 * Collects rows into a table: add rows, close, get the table. Rows that do not fit the columns and duplicate row keys
 * are refused when the container is closed.
 */
public class DataContainer implements RowAppender {

    private final TableBuilder builder;

    private StoredTable table;

    /**
     * @param spec the columns
     * @param settings how to treat domains and row keys
     */
    public DataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        builder = new TableBuilder(spec, settings);
    }

    /**
     * @param row the next row
     * @throws NullPointerException if it is {@code null}
     * @throws IllegalStateException if the container is closed
     */
    @Override
    public void addRowToTable(final DataRow row) {
        if (isClosed()) {
            throw new IllegalStateException("The table is closed; it takes no more rows.");
        }
        builder.add(row);
    }

    /**
     * Ends the table; a second call has no effect.
     *
     * @throws DataContainerException if a row did not fit the columns
     * @throws org.knime.core.util.DuplicateKeyException if two rows have the same key
     */
    public void close() {
        if (!isClosed()) {
            table = builder.close();
        }
    }

    /** @return whether the table is complete */
    public boolean isClosed() {
        return table != null;
    }

    /** @return the number of rows so far */
    public long size() {
        return builder.size();
    }

    /**
     * @return the table
     * @throws IllegalStateException if the container is not closed
     */
    public DataTable getTable() {
        if (table == null) {
            throw new IllegalStateException("The table is not closed; close it before getting it.");
        }
        return table;
    }
}
