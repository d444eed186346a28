package org.knime.core.data.vector.bytevector;

/** Makes a byte vector cell. */
public class DenseByteVectorCellFactory {

    private final DenseByteVector vector;

    /** @param vector the counts to begin with; they are copied */
    public DenseByteVectorCellFactory(final DenseByteVector vector) {
        this.vector = new DenseByteVector(vector);
    }

    /** @return a cell with the counts set so far */
    public DenseByteVectorCell createDataCell() {
        return new DenseByteVectorCell(vector);
    }
}
