package org.knime.core.data.vector.bytevector;

/** Makes a byte vector cell. */
public class DenseByteVectorCellFactory {

    private final DenseByteVector vector;

    /** @param length how many counts there are; all of them are 0 */
    public DenseByteVectorCellFactory(final int length) {
        vector = new DenseByteVector(length);
    }

    /** @param vector the counts to begin with; they are copied */
    public DenseByteVectorCellFactory(final DenseByteVector vector) {
        this.vector = new DenseByteVector(vector);
    }

    /**
     * @param byteIndex a position, counted from 0
     * @param byteVal the count to put there, 0 to 255
     * @throws IllegalArgumentException if it is no such count
     */
    public void setValue(final int byteIndex, final int byteVal) {
        vector.set(byteIndex, byteVal);
    }

    /** @return a cell with the counts set so far */
    public DenseByteVectorCell createDataCell() {
        return new DenseByteVectorCell(vector);
    }
}
