package org.knime.core.data.vector.doublevector;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.def.DoubleCell;

/** A vector of numbers, which is a collection too; made by {@link DoubleVectorCellFactory}. */
public class DenseDoubleVectorCell extends DataCell implements DoubleVectorValue, CollectionDataValue {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 3;

    private final double[] numbers;

    DenseDoubleVectorCell(final double[] numbers) {
        if (numbers == null) {
            throw new IllegalArgumentException("A vector needs an array of numbers, not null.");
        }
        this.numbers = numbers;
    }

    @Override
    public int getLength() {
        return numbers.length;
    }

    @Override
    public double getValue(final int index) {
        return numbers[index];
    }

    @Override
    public int size() {
        return numbers.length;
    }

    @Override
    public DataType getElementType() {
        return DoubleCell.TYPE;
    }

    @Override
    public boolean containsBlobWrapperCells() {
        return false;
    }

    @Override
    public Iterator<DataCell> iterator() {
        return Arrays.stream(numbers).<DataCell>mapToObj(DoubleCell::new).iterator();
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return Arrays.equals(numbers, ((DenseDoubleVectorCell)dc).numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    /** @return the first numbers and how many more there are */
    @Override
    public String toString() {
        final var first = Arrays.stream(numbers).limit(SHOWN).mapToObj(number -> "\"" + new DoubleCell(number) + "\"")
            .collect(Collectors.joining(", "));
        return numbers.length <= SHOWN ? first : first + ",  ... <" + (numbers.length - SHOWN) + " more>";
    }
}
