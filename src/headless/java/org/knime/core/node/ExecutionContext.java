package org.knime.core.node;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.headless.slice.store.RearrangePlan;
import org.fewlabel.headless.slice.store.StoredTable;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainerSettings;

/** What a node needs while it executes: progress, canceling, and new tables. */
public class ExecutionContext extends ExecutionMonitor {

    static {
        ExecutionContexts.register(ExecutionContext::new);
    }

    ExecutionContext(final NodeProgressMonitor monitor) {
        super(monitor);
    }

    /**
     * @param spec the columns of a new table; domains start from those in the spec and learn from the rows
     * @return takes the rows
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec) {
        return createDataContainer(spec, true);
    }

    /**
     * @param spec the columns of a new table
     * @param initDomain whether domains start from those in the spec; they learn from the rows in any case
     * @return takes the rows
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain) {
        return createDataContainer(spec, DataContainerSettings.builder().withInitializedDomain(initDomain).build());
    }

    /**
     * @param spec the columns of a new table
     * @param settings how to treat domains and row keys
     * @return takes the rows
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        return new BufferedDataContainer(spec, settings);
    }

    /**
     * @param table any table
     * @param subProgressMon takes the progress
     * @return the same rows in a table that can go to an output port
     * @throws CanceledExecutionException if the user canceled
     */
    public BufferedDataTable createBufferedDataTable(final DataTable table, final ExecutionMonitor subProgressMon)
        throws CanceledExecutionException {
        if (table instanceof BufferedDataTable buffered) {
            return buffered;
        }
        final var container = createDataContainer(table.getDataTableSpec());
        for (final var row : table) {
            subProgressMon.checkCanceled();
            subProgressMon.setMessage(() -> "Keeping row \"" + row.getKey() + "\"");
            container.addRowToTable(row);
        }
        container.close();
        return container.getTable();
    }

    /**
     * @param in the old table
     * @param rearranger the plan for a new one
     * @param subProgressMon takes the progress
     * @return the new table; columns that stay are not copied
     * @throws CanceledExecutionException if the user canceled
     */
    public BufferedDataTable createColumnRearrangeTable(final BufferedDataTable in, final ColumnRearranger rearranger,
        final ExecutionMonitor subProgressMon) throws CanceledExecutionException {
        return new BufferedDataTable(RearrangePlan.of(rearranger).apply(in.stored(), subProgressMon));
    }

    /**
     * @param left a table
     * @param right a table with the same row keys in the same order
     * @param subProgressMon takes the progress
     * @return the columns of the first table and then those of the second, none of them copied
     * @throws CanceledExecutionException if the user canceled
     * @throws IllegalArgumentException if the row keys differ, or both tables have a column of the same name
     */
    public BufferedDataTable createJoinedTable(final BufferedDataTable left, final BufferedDataTable right,
        final ExecutionMonitor subProgressMon) throws CanceledExecutionException {
        return new BufferedDataTable(left.stored().joinedWith(right.stored(), subProgressMon));
    }

    /**
     * @param in a table
     * @param newSpec other columns of the same number
     * @return the same rows under these columns
     */
    public BufferedDataTable createSpecReplacerTable(final BufferedDataTable in, final DataTableSpec newSpec) {
        final var stored = in.stored();
        return new BufferedDataTable(new StoredTable(newSpec, stored.keys(), stored.columns()));
    }

    /**
     * @param maxProg the share of this work that a part of it is, 0 to 1
     * @return the context of the part
     */
    public ExecutionContext createSubExecutionContext(final double maxProg) {
        return new ExecutionContext(part(maxProg, false, true));
    }

    /**
     * @param maxProg the share of this work that a part of it is, 0 to 1
     * @return the context of the part, which passes on no messages
     */
    public ExecutionContext createSilentSubExecutionContext(final double maxProg) {
        return new ExecutionContext(part(maxProg, true, true));
    }
}
