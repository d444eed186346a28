package org.knime.core.node;

import org.fewlabel.headless.slice.store.StoredTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.container.DataContainerSettings;

/** Collects the rows of a table for an output port. Made by {@link ExecutionContext#createDataContainer}. */
public class BufferedDataContainer extends DataContainer {

    BufferedDataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        super(spec, settings);
    }

    @Override
    public BufferedDataTable getTable() {
        return new BufferedDataTable((StoredTable)super.getTable());
    }
}
