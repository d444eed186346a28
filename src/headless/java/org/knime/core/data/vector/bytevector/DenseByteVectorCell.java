package org.knime.core.data.vector.bytevector;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** A byte vector; made by {@link DenseByteVectorCellFactory}. */
public class DenseByteVectorCell extends DataCell implements ByteVectorValue {

    private static final long serialVersionUID = 1L;

    /** The type of columns of byte vectors. */
    public static final DataType TYPE = DataType.getType(DenseByteVectorCell.class);

    private final DenseByteVector vector;

    DenseByteVectorCell(final DenseByteVector vector) {
        this.vector = new DenseByteVector(vector);
    }

    @Override
    public long length() {
        return vector.length();
    }

    @Override
    public long sumOfAllCounts() {
        return vector.sumOfAllCounts();
    }

    @Override
    public int cardinality() {
        return vector.cardinality();
    }

    @Override
    public int get(final long index) {
        if (index < 0 || index >= vector.length()) {
            throw new ArrayIndexOutOfBoundsException("There is no count " + index + " of " + vector.length() + ".");
        }
        return vector.get((int)index);
    }

    @Override
    public boolean isEmpty() {
        return vector.isEmpty();
    }

    @Override
    public long nextZeroIndex(final long startIdx) {
        return startIdx < vector.length() ? vector.nextZeroIndex((int)startIdx) : -1;
    }

    @Override
    public long nextCountIndex(final long startIdx) {
        return startIdx < vector.length() ? vector.nextCountIndex((int)startIdx) : -1;
    }

    @Override
    public String toString() {
        return vector.toString();
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return vector.equals(((DenseByteVectorCell)dc).vector);
    }

    @Override
    public int hashCode() {
        return vector.hashCode();
    }
}
