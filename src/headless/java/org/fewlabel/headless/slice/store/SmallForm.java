package org.fewlabel.headless.slice.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

/** Cells that fit into 32 bits each. */
abstract class SmallForm implements ColumnBuilder.Form {

    private final IntChunks codes = new IntChunks();

    private final MissingCells missing = new MissingCells();

    private final Class<? extends DataCell> cellClass;

    SmallForm(final Class<? extends DataCell> cellClass) {
        this.cellClass = cellClass;
    }

    abstract int code(DataCell cell);

    abstract DataCell cell(int code);

    @Override
    public boolean fits(final DataCell cell) {
        return cell.getClass() == cellClass;
    }

    @Override
    public void add(final int row, final DataCell cell) {
        if (cell.isMissing()) {
            missing.add(row, cell);
            codes.add(0);
        } else {
            codes.add(code(cell));
        }
    }

    @Override
    public DataCell get(final int row) {
        final var absent = missing.get(row);
        return absent == null ? cell(codes.get(row)) : absent;
    }

    @Override
    public void trim() {
        codes.trim();
    }

    /** Whole numbers. */
    static final class Ints extends SmallForm {

        Ints() {
            super(IntCell.class);
        }

        @Override
        int code(final DataCell cell) {
            return ((IntCell)cell).getIntValue();
        }

        @Override
        DataCell cell(final int code) {
            return new IntCell(code);
        }
    }

    /** True and false. */
    static final class Booleans extends SmallForm {

        Booleans() {
            super(BooleanCell.class);
        }

        @Override
        int code(final DataCell cell) {
            return ((BooleanCell)cell).getIntValue();
        }

        @Override
        DataCell cell(final int code) {
            return code == 0 ? BooleanCell.FALSE : BooleanCell.TRUE;
        }
    }

    /** Texts; each distinct one is stored once, in the order of first occurrence. */
    static final class Texts extends SmallForm {

        private final List<DataCell> dictionary = new ArrayList<>();

        private Map<DataCell, Integer> known = new HashMap<>();

        Texts() {
            super(StringCell.class);
        }

        @Override
        int code(final DataCell cell) {
            final var code = known.putIfAbsent(cell, dictionary.size());
            if (code == null) {
                dictionary.add(cell);
                return dictionary.size() - 1;
            }
            return code;
        }

        @Override
        DataCell cell(final int code) {
            return dictionary.get(code);
        }

        @Override
        public void trim() {
            super.trim();
            known = Map.of();
        }
    }
}
