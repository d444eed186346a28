package org.fewlabel.headless.slice.store;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** Collects the cells of one column, in the most compact form that fits all of them. */
final class ColumnBuilder {

    private Form form;

    private int rows;

    /** A storage format for the cells of a column. */
    interface Form extends Column {

        /** @return whether this form can keep such a cell, which is not missing */
        boolean fits(DataCell cell);

        /** Stores the next cell, which fits or is missing. */
        void add(int row, DataCell cell);

        /** Frees memory reserved for more rows. */
        void trim();
    }

    ColumnBuilder(final DataType type) {
        final var cellClass = type.getCellClass();
        if (cellClass == DoubleCell.class) {
            form = NumberForm.doubles();
        } else if (cellClass == LongCell.class) {
            form = NumberForm.longs();
        } else if (cellClass == IntCell.class) {
            form = new SmallForm.Ints();
        } else if (cellClass == BooleanCell.class) {
            form = new SmallForm.Booleans();
        } else if (cellClass == StringCell.class) {
            form = new SmallForm.Texts();
        } else if (cellClass == ListCell.class && type.getCollectionElementType().getCellClass() == DoubleCell.class) {
            form = new NumberListForm();
        } else {
            form = new CellForm();
        }
    }

    void add(final DataCell cell) {
        if (!cell.isMissing() && !form.fits(cell)) {
            final var general = new CellForm();
            for (var row = 0; row < rows; row++) {
                general.add(row, form.get(row));
            }
            form = general;
        }
        form.add(rows++, cell);
    }

    Column build() {
        form.trim();
        return form;
    }
}
