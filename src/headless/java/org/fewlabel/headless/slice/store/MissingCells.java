package org.fewlabel.headless.slice.store;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingValue;

/** Which cells of a column are missing: one bit each, and the cell itself only where it has a reason. */
final class MissingCells {

    private final BitSet missing = new BitSet();

    private final Map<Integer, DataCell> reasons = new HashMap<>();

    void add(final int row, final DataCell cell) {
        missing.set(row);
        if (cell instanceof MissingValue value && value.getError() != null) {
            reasons.put(row, cell);
        }
    }

    /** @return the missing cell of the row, {@code null} if the cell is not missing */
    DataCell get(final int row) {
        return missing.get(row) ? reasons.getOrDefault(row, DataType.getMissingCell()) : null;
    }
}
