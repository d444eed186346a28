package org.knime.core.node;

import org.fewlabel.headless.slice.store.Column;
import org.fewlabel.headless.slice.store.StoredTable;

/** A table that remembers how far it was read. */
public final class WatchedTable {

    private final BufferedDataTable table;

    private int last = -1;

    private boolean inOrder = true;

    public WatchedTable(final BufferedDataTable original) {
        final var stored = original.stored();
        table = new BufferedDataTable(new StoredTable(stored.getDataTableSpec(), stored.keys(),
            stored.columns().stream().map(this::watched).toList()));
    }

    private Column watched(final Column column) {
        return row -> {
            inOrder &= row == last || row == last + 1;
            last = row;
            return column.get(row);
        };
    }

    public BufferedDataTable table() {
        return table;
    }

    /** The last row of which a cell was asked for, -1 if none was. */
    public int last() {
        return last;
    }

    /** Whether each row was asked for after the one before it, and none again. */
    public boolean inOrder() {
        return inOrder;
    }
}
