package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Makes the cells of new columns, row by row. One of the two {@code getCells} must be given. */
public interface CellFactory {

    /**
     * @param row a row of the original table
     * @return the new cells, one per new column
     */
    default DataCell[] getCells(final DataRow row) {
        throw new UnsupportedOperationException(getClass().getName() + " overrides neither of the getCells methods.");
    }

    /**
     * @param row a row of the original table
     * @param rowIndex its position, counted from 0
     * @return the new cells, one per new column
     */
    default DataCell[] getCells(final DataRow row, final long rowIndex) {
        return getCells(row);
    }

    /** @return the new columns */
    DataColumnSpec[] getColumnSpecs();

    /**
     * @param curRowNr the rows done
     * @param rowCount all rows
     * @param lastKey the key of the row done last
     * @param exec takes the progress
     */
    @Deprecated
    void setProgress(int curRowNr, int rowCount, RowKey lastKey, ExecutionMonitor exec);

    /**
     * @param curRowNr the rows done
     * @param rowCount all rows
     * @param lastKey the key of the row done last
     * @param exec takes the progress
     */
    default void setProgress(final long curRowNr, final long rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        exec.setProgress(curRowNr / (double)rowCount);
    }
}
