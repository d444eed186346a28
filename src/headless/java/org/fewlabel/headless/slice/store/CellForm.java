package org.fewlabel.headless.slice.store;

import java.util.ArrayList;

import org.knime.core.data.DataCell;

/** Cells of any class, stored unchanged. */
final class CellForm implements ColumnBuilder.Form {

    private final ArrayList<DataCell> cells = new ArrayList<>();

    @Override
    public boolean fits(final DataCell cell) {
        return true;
    }

    @Override
    public void add(final int row, final DataCell cell) {
        cells.add(cell);
    }

    @Override
    public DataCell get(final int row) {
        return cells.get(row);
    }

    @Override
    public void trim() {
        cells.trimToSize();
    }
}
