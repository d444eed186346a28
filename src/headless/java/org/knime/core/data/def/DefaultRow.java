package org.knime.core.data.def;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row that holds its cells. Two rows are equal if their keys and their cells are. */
public class DefaultRow implements DataRow {

    private final RowKey key;

    private final DataCell[] cells;

    /**
     * @param key the row key
     * @param row the cells, none of them {@code null}
     */
    public DefaultRow(final RowKey key, final DataCell... row) {
        this.key = Objects.requireNonNull(key, "row key");
        cells = row.clone();
        for (var i = 0; i < cells.length; i++) {
            if (cells[i] == null) {
                throw new NullPointerException(
                    "Row \"" + key + "\" has no cell at position " + i
                        + "; use a missing cell where there is no value.");
            }
        }
    }

    /**
     * @param rowKey the row key
     * @param row the cells, none of them {@code null}
     */
    public DefaultRow(final String rowKey, final DataCell... row) {
        this(new RowKey(rowKey), row);
    }

    /**
     * @param rowKey the row key
     * @param row numbers, one per column
     */
    public DefaultRow(final RowKey rowKey, final double... row) {
        this(rowKey, Arrays.stream(row).mapToObj(DoubleCell::new).toArray(DataCell[]::new));
    }

    /**
     * @param rowKey the row key
     * @param row numbers, one per column
     */
    public DefaultRow(final String rowKey, final double... row) {
        this(new RowKey(rowKey), row);
    }

    /**
     * @param rowKey the row key
     * @param row whole numbers, one per column
     */
    public DefaultRow(final RowKey rowKey, final int... row) {
        this(rowKey, Arrays.stream(row).mapToObj(IntCell::new).toArray(DataCell[]::new));
    }

    /**
     * @param rowKey the row key
     * @param row whole numbers, one per column
     */
    public DefaultRow(final String rowKey, final int... row) {
        this(new RowKey(rowKey), row);
    }

    /**
     * @param rowKey the row key
     * @param row texts, one per column
     */
    public DefaultRow(final RowKey rowKey, final String... row) {
        this(rowKey, Arrays.stream(row).map(StringCell::new).toArray(DataCell[]::new));
    }

    /**
     * @param rowKey the row key
     * @param row texts, one per column
     */
    public DefaultRow(final String rowKey, final String... row) {
        this(new RowKey(rowKey), row);
    }

    /**
     * @param rowKey the row key
     * @param row the cells, none of them {@code null}
     */
    public DefaultRow(final RowKey rowKey, final List<? extends DataCell> row) {
        this(rowKey, row.toArray(new DataCell[0]));
    }

    /**
     * @param rowKey the row key
     * @param row the cells, none of them {@code null}
     */
    public DefaultRow(final String rowKey, final List<? extends DataCell> row) {
        this(new RowKey(rowKey), row);
    }

    /**
     * @param key the new row key
     * @param row the row whose cells are taken
     */
    public DefaultRow(final RowKey key, final DataRow row) {
        this(key, row.stream().toArray(DataCell[]::new));
    }

    /**
     * @param key the new row key
     * @param row the row whose cells are taken
     */
    public DefaultRow(final String key, final DataRow row) {
        this(new RowKey(key), row);
    }

    @Override
    public final int getNumCells() {
        return cells.length;
    }

    @Override
    public final RowKey getKey() {
        return key;
    }

    @Override
    public final DataCell getCell(final int index) {
        return cells[index];
    }

    @Override
    public Iterator<DataCell> iterator() {
        return List.of(cells).iterator();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DefaultRow row && key.equals(row.key) && Arrays.equals(cells, row.cells);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return key + ": " + Arrays.toString(cells);
    }
}
