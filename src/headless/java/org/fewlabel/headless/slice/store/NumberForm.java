package org.fewlabel.headless.slice.store;

import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

import org.knime.core.data.DataCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;

/** Numbers of 64 bits; floating point ones by their bits. */
final class NumberForm implements ColumnBuilder.Form {

    private final LongChunks bits = new LongChunks();

    private final MissingCells missing = new MissingCells();

    private final Class<? extends DataCell> cellClass;

    private final ToLongFunction<DataCell> toBits;

    private final LongFunction<DataCell> toCell;

    private NumberForm(final Class<? extends DataCell> cellClass, final ToLongFunction<DataCell> toBits,
        final LongFunction<DataCell> toCell) {
        this.cellClass = cellClass;
        this.toBits = toBits;
        this.toCell = toCell;
    }

    static NumberForm doubles() {
        return new NumberForm(DoubleCell.class,
            cell -> Double.doubleToRawLongBits(((DoubleCell)cell).getDoubleValue()),
            bits -> new DoubleCell(Double.longBitsToDouble(bits)));
    }

    static NumberForm longs() {
        return new NumberForm(LongCell.class, cell -> ((LongCell)cell).getLongValue(), LongCell::new);
    }

    @Override
    public boolean fits(final DataCell cell) {
        return cell.getClass() == cellClass;
    }

    @Override
    public void add(final int row, final DataCell cell) {
        if (cell.isMissing()) {
            missing.add(row, cell);
            bits.add(0);
        } else {
            bits.add(toBits.applyAsLong(cell));
        }
    }

    @Override
    public DataCell get(final int row) {
        final var absent = missing.get(row);
        return absent == null ? toCell.apply(bits.get(row)) : absent;
    }

    @Override
    public void trim() {
        bits.trim();
    }
}
