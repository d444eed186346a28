package org.knime.core.data.container;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** A factory that knows its columns. Here rows are always made one after the other. */
public abstract class AbstractCellFactory implements CellFactory {

    private final DataColumnSpec[] columns;

    /** @param colSpecs the new columns, none of them {@code null} */
    public AbstractCellFactory(final DataColumnSpec... colSpecs) {
        columns = List.of(colSpecs).toArray(new DataColumnSpec[0]);
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return columns.clone();
    }

    /** Called once after the last row, or when the work ends early. */
    public void afterProcessing() {
        // nothing to do unless overridden
    }

    @Deprecated
    @Override
    public void setProgress(final int curRowNr, final int rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        setProgress((long)curRowNr, rowCount, lastKey, exec);
    }

    @Override
    public void setProgress(final long curRowNr, final long rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        exec.setProgress(curRowNr / (double)rowCount,
            () -> "Processed row " + curRowNr + "/" + rowCount + " (\"" + lastKey + "\")");
    }
}
