package org.fewlabel.table;

import java.util.ArrayList;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.vector.bytevector.ByteVectorValue;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;

/** Cells with several numbers. */
final class VectorCells {

    /** The type of the vectors that the nodes create: KNIME's other nodes can split a list into columns. */
    static final DataType TYPE = ListCell.getCollectionType(DoubleCell.TYPE);

    private VectorCells() {
    }

    /** @return the length of a cell that is not missing; a sparse one may exceed the memory */
    static long length(final DataCell cell) {
        return cell instanceof DoubleVectorValue vector ? vector.getLength()
            : cell instanceof ByteVectorValue vector ? vector.length() : ((ListDataValue)cell).size();
    }

    /** @return the numbers of a cell that is not missing; NaN for missing numbers */
    static float[] numbers(final DataCell cell) {
        if (cell instanceof DoubleVectorValue vector) {
            final var numbers = new float[vector.getLength()];
            for (var i = 0; i < numbers.length; i++) {
                numbers[i] = (float)vector.getValue(i);
            }
            return numbers;
        }
        if (cell instanceof ByteVectorValue vector) {
            final var numbers = new float[Math.toIntExact(vector.length())];
            for (var i = 0; i < numbers.length; i++) {
                numbers[i] = vector.get(i);
            }
            return numbers;
        }
        final var list = (ListDataValue)cell;
        final var numbers = new float[list.size()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i) instanceof DoubleValue number ? (float)number.getDoubleValue() : Float.NaN;
        }
        return numbers;
    }

    /** @return a list of the numbers from a position on; missing where they are NaN */
    static DataCell cell(final float[] numbers, final int from, final int count) {
        final var cells = new ArrayList<DataCell>(count);
        for (var i = from; i < from + count; i++) {
            cells.add(Float.isNaN(numbers[i]) ? DataType.getMissingCell() : new DoubleCell(numbers[i]));
        }
        return CollectionCellFactory.createListCell(cells);
    }
}
