package org.fewlabel.headless.slice.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingValue;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;

/**
 * Lists of numbers, some of which may be missing: the numbers of all rows one after the other by their bits, and where
 * each row ends. A list with a missing value that has a reason is kept as it is.
 */
final class NumberListForm implements ColumnBuilder.Form {

    /** A missing number: one of the many bit patterns of NaN, which arithmetic never produces. */
    private static final long ABSENT = 0xFFF8_6D69_7373_6564L;

    private final NumberChunks bits = new NumberChunks(ABSENT);

    private final LongChunks ends = new LongChunks();

    private final MissingCells missing = new MissingCells();

    private final Map<Integer, DataCell> asTheyAre = new HashMap<>();

    @Override
    public boolean fits(final DataCell cell) {
        return cell.getClass() == ListCell.class && ((ListCell)cell).stream()
            .allMatch(element -> element.isMissing() || element.getClass() == DoubleCell.class);
    }

    @Override
    public void add(final int row, final DataCell cell) {
        if (cell.isMissing()) {
            missing.add(row, cell);
        } else if (((ListCell)cell).stream().allMatch(NumberListForm::goesIntoBits)) {
            ((ListCell)cell).forEach(element -> bits.add(toBits(element)));
        } else {
            asTheyAre.put(row, cell);
        }
        ends.add(bits.size());
    }

    private static boolean goesIntoBits(final DataCell element) {
        return element instanceof MissingValue absent ? absent.getError() == null : toBits(element) != ABSENT;
    }

    private static long toBits(final DataCell element) {
        return element.isMissing() ? ABSENT : Double.doubleToRawLongBits(((DoubleCell)element).getDoubleValue());
    }

    private static DataCell toElement(final long bits) {
        return bits == ABSENT ? DataType.getMissingCell() : new DoubleCell(Double.longBitsToDouble(bits));
    }

    @Override
    public DataCell get(final int row) {
        final var absent = missing.get(row);
        final var kept = absent == null ? asTheyAre.get(row) : absent;
        if (kept != null) {
            return kept;
        }
        final var start = row == 0 ? 0 : ends.get(row - 1);
        final var elements = new DataCell[(int)(ends.get(row) - start)];
        for (var i = 0; i < elements.length; i++) {
            elements[i] = toElement(bits.get(start + i));
        }
        return CollectionCellFactory.createListCell(List.of(elements));
    }

    @Override
    public void trim() {
        bits.trim();
        ends.trim();
    }
}
