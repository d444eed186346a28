package org.fewlabel.headless.slice.store;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** A complete immutable table in memory; tables that differ in some columns only share the others. */
public final class StoredTable implements DataTable {

    private final DataTableSpec spec;

    private final RowKeys keys;

    private final List<Column> columns;

    /**
     * @param spec the columns
     * @param keys the row keys
     * @param columns the cells, in the order of the spec, each for all row keys
     */
    public StoredTable(final DataTableSpec spec, final RowKeys keys, final List<Column> columns) {
        if (spec.getNumColumns() != columns.size()) {
            throw new IllegalArgumentException(
                columns.size() + " columns of cells do not go with a spec of " + spec.getNumColumns() + ".");
        }
        this.spec = spec;
        this.keys = keys;
        this.columns = List.copyOf(columns);
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return spec;
    }

    /** @return the row keys */
    public RowKeys keys() {
        return keys;
    }

    /** @return the number of rows */
    public int size() {
        return keys.size();
    }

    int columnCount() {
        return columns.size();
    }

    /**
     * @param index a position, counted from 0
     * @return the column there
     */
    public Column column(final int index) {
        return columns.get(index);
    }

    /** @return all columns */
    public List<Column> columns() {
        return columns;
    }

    /**
     * @param wanted positions of columns
     * @return this table with only missing cells in the other columns
     */
    public StoredTable withOnly(final Set<Integer> wanted) {
        final Column missing = row -> DataType.getMissingCell();
        return new StoredTable(spec, keys, IntStream.range(0, columns.size())
            .mapToObj(i -> wanted.contains(i) ? columns.get(i) : missing).toList());
    }

    /**
     * @param right another table
     * @param exec takes the progress
     * @return the columns of this table and then those of the other, none of them copied
     * @throws CanceledExecutionException if the user canceled
     * @throws IllegalArgumentException if the tables do not have the same row keys in the same order, or both have a
     *             column of the same name
     */
    public StoredTable joinedWith(final StoredTable right, final ExecutionMonitor exec)
        throws CanceledExecutionException {
        if (size() != right.size()) {
            throw new IllegalArgumentException("The tables cannot be joined: the first has " + size()
                + " rows, the second " + right.size() + ".");
        }
        final var joined = new DataTableSpec(spec, right.spec);
        for (var row = 0; row < size(); row++) {
            final var key = keys.get(row);
            final var other = right.keys.get(row);
            if (!key.equals(other)) {
                throw new IllegalArgumentException("The tables cannot be joined: row " + (row + 1) + " is \"" + key
                    + "\" in the first and \"" + other + "\" in the second; both must have the same rows in the same"
                    + " order.");
            }
            exec.checkCanceled();
            exec.setProgress((double)row / size(), () -> "Joining row \"" + key + "\"");
        }
        return new StoredTable(joined, keys, Stream.concat(columns.stream(), right.columns.stream()).toList());
    }

    @Override
    public CloseableRowIterator iterator() {
        return iterator(0, size());
    }

    /**
     * @param from the first row, counted from 0
     * @param to the row before which to stop
     * @return these rows
     */
    public CloseableRowIterator iterator(final int from, final int to) {
        return new CloseableRowIterator() {

            private int next = from;

            private boolean closed;

            @Override
            public boolean hasNext() {
                return !closed && next < to;
            }

            @Override
            public DataRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("The table has no more rows.");
                }
                return new StoredRow(StoredTable.this, next++);
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }
}
