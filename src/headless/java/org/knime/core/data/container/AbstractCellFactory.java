package org.knime.core.data.container;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/**
 * A factory that knows its columns. Here rows are always made one after the other, whatever is said of parallel work.
 */
public abstract class AbstractCellFactory implements CellFactory {

    private final DataColumnSpec[] columns;

    private int workers = -1;

    private int queue = -1;

    /** @param colSpecs the new columns, none of them {@code null} */
    public AbstractCellFactory(final DataColumnSpec... colSpecs) {
        columns = List.of(colSpecs).toArray(new DataColumnSpec[0]);
    }

    /**
     * @param processConcurrently whether rows may be made in parallel
     * @param colSpecs the new columns, none of them {@code null}
     */
    public AbstractCellFactory(final boolean processConcurrently, final DataColumnSpec... colSpecs) {
        this(colSpecs);
        setParallelProcessing(processConcurrently);
    }

    /**
     * @param processConcurrently whether rows may be made in parallel
     * @param workerCount by how many workers
     * @param maxQueueSize rows that may wait for them, at least as many
     * @param colSpecs the new columns, none of them {@code null}
     */
    public AbstractCellFactory(final boolean processConcurrently, final int workerCount, final int maxQueueSize,
        final DataColumnSpec... colSpecs) {
        this(colSpecs);
        setParallelProcessing(processConcurrently, workerCount, maxQueueSize);
    }

    /** @param value whether rows may be made in parallel */
    public final void setParallelProcessing(final boolean value) {
        final var perProcessor = (int)Math.ceil(1.5 * Runtime.getRuntime().availableProcessors());
        setParallelProcessing(value, perProcessor, 10 * perProcessor);
    }

    /**
     * @param value whether rows may be made in parallel
     * @param maxParallelWorkers by how many workers
     * @param maxQueueSize rows that may wait for them, at least as many
     */
    public final void setParallelProcessing(final boolean value, final int maxParallelWorkers,
        final int maxQueueSize) {
        if (value && (maxParallelWorkers <= 0 || maxQueueSize < maxParallelWorkers)) {
            throw new IllegalArgumentException("Parallel work needs at least one worker and a queue of at least as many"
                + " rows: " + maxParallelWorkers + " workers, " + maxQueueSize + " rows.");
        }
        workers = value ? maxParallelWorkers : -1;
        queue = value ? maxQueueSize : -1;
    }

    /** @return whether rows may be made in parallel */
    public final boolean isParallelProcessing() {
        return workers > 0;
    }

    /** @return the number of workers, -1 if rows must be made one after the other */
    public final int getMaxParallelWorkers() {
        return workers;
    }

    /** @return the rows that may wait for workers, -1 if rows must be made one after the other */
    public final int getMaxQueueSize() {
        return queue;
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
