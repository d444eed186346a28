package org.fewlabel.headless.slice.store;

import java.util.List;
import java.util.Objects;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainerException;
import org.knime.core.data.container.DataContainerSettings;

/**
 * Collects the rows of a table. As in KNIME, which checks rows in the background, invalid rows are reported when the
 * table is closed.
 */
public final class TableBuilder {

    private static final int SHOWN = 30;

    private final DataTableSpec spec;

    private final DataContainerSettings settings;

    private final RowKeys keys = new RowKeys();

    private final List<ColumnBuilder> columns;

    private final List<DomainTracker> domains;

    private RuntimeException firstFailure;

    private long rows;

    /**
     * @param spec the columns
     * @param settings how to treat domains and row keys
     */
    public TableBuilder(final DataTableSpec spec, final DataContainerSettings settings) {
        this.spec = Objects.requireNonNull(spec, "table spec");
        this.settings = settings;
        columns = spec.stream().map(column -> new ColumnBuilder(column.getType())).toList();
        domains = spec.stream().map(column -> new DomainTracker(column, settings)).toList();
    }

    /** @return the columns as known before the first row */
    public DataTableSpec spec() {
        return spec;
    }

    /** @return the number of rows so far */
    public long size() {
        return rows;
    }

    /** @param row the next row, not {@code null} */
    public void add(final DataRow row) {
        Objects.requireNonNull(row, "A table cannot have null for a row.");
        rows++;
        if (firstFailure == null) {
            try {
                keep(row);
            } catch (final RuntimeException failure) {
                firstFailure = failure;
            }
        }
    }

    private void keep(final DataRow row) {
        if (rows == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A table here has room for " + (Integer.MAX_VALUE - 1) + " rows.");
        }
        final var cells = cells(row);
        for (var i = 0; i < cells.length; i++) {
            columns.get(i).add(cells[i]);
            domains.get(i).add(cells[i]);
        }
        keys.add(row.getKey());
    }

    private DataCell[] cells(final DataRow row) {
        if (row.getNumCells() != spec.getNumColumns()) {
            throw new IllegalArgumentException("Row \"" + row.getKey() + "\" has " + row.getNumCells()
                + " cells; the table has " + spec.getNumColumns() + " columns.");
        }
        final var cells = new DataCell[spec.getNumColumns()];
        for (var i = 0; i < cells.length; i++) {
            cells[i] = row.getCell(i);
            check(row, spec.getColumnSpec(i), cells[i]);
        }
        return cells;
    }

    private static void check(final DataRow row, final DataColumnSpec column, final DataCell cell) {
        if (cell == null) {
            throw new NullPointerException("Row \"" + row.getKey() + "\" has no cell in column \"" + column.getName()
                + "\"; use a missing cell where there is no value.");
        }
        if (!cell.isMissing() && !column.getType().isASuperTypeOf(cell.getType())) {
            final var text = cell.toString();
            throw new IllegalArgumentException("Row \"" + row.getKey() + "\" has a cell \""
                + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + "\" of type " + cell.getType()
                + " in column \"" + column.getName() + "\", whose type is " + column.getType() + ".");
        }
    }

    /**
     * @return the table of all rows; its spec has the domains
     * @throws DataContainerException if a row did not fit the columns
     * @throws org.knime.core.util.DuplicateKeyException if two rows have the same key
     */
    public StoredTable close() {
        if (firstFailure != null) {
            throw new DataContainerException(firstFailure.getMessage(), firstFailure);
        }
        if (settings.isCheckDuplicateRowKeys()) {
            keys.close();
        }
        return new StoredTable(closedSpec(), keys, columns.stream().map(ColumnBuilder::build).toList());
    }

    private DataTableSpec closedSpec() {
        final var described = domains.stream().map(DomainTracker::describe);
        return new DataTableSpec(spec.getName(), described.toArray(DataColumnSpec[]::new));
    }
}
