package org.knime.core.node;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.swing.JComponent;

import org.fewlabel.headless.slice.store.StoredTable;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.filter.CloseableDataRowIterable;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A complete table at a port. */
public final class BufferedDataTable implements DataTable, PortObject {

    /** The type of table ports. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    /** The type of table ports that need no connection. */
    public static final PortType TYPE_OPTIONAL = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class,
        true);

    private final StoredTable table;

    BufferedDataTable(final StoredTable table) {
        this.table = table;
    }

    StoredTable stored() {
        return table;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return table.getDataTableSpec();
    }

    @Override
    public DataTableSpec getSpec() {
        return getDataTableSpec();
    }

    @Override
    public String getSummary() {
        return "Rows: " + size() + ", Cols: " + getSpec().getNumColumns();
    }

    /** @return the number of rows */
    public long size() {
        return table.size();
    }

    @Override
    public CloseableRowIterator iterator() {
        return table.iterator();
    }

    /**
     * @param filter which rows, and which columns will be looked at
     * @return these rows; the cells of other columns are missing in them
     * @throws IndexOutOfBoundsException if the filter names rows or columns that the table does not have
     */
    public CloseableDataRowIterable filter(final TableFilter filter) {
        filter.validate(getSpec(), size());
        final var columns = filter.getMaterializeColumnIndices()
            .orElseGet(() -> IntStream.range(0, getSpec().getNumColumns()).boxed().collect(Collectors.toSet()));
        final var from = filter.getFromRowIndex().orElse(0L).intValue();
        final var to = (int)Math.min(filter.getToRowIndex().orElse(size() - 1) + 1, size());
        return () -> table.withOnly(columns).iterator(from, to);
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
