package org.knime.core.data.vector.bitvector;

import java.util.BitSet;

/** Makes a bit vector cell. */
public class DenseBitVectorCellFactory {

    private final BitSet bits = new BitSet();

    private final int length;

    /** @param length how many bits there are; none is set yet */
    public DenseBitVectorCellFactory(final long length) {
        this.length = Math.toIntExact(length);
    }

    /** Sets a bit. */
    public void set(final long bitIndex) {
        if (bitIndex < 0 || bitIndex >= length) {
            throw new ArrayIndexOutOfBoundsException("There is no bit " + bitIndex + " of " + length + ".");
        }
        bits.set((int)bitIndex);
    }

    /** @return a cell with the bits set so far */
    public DenseBitVectorCell createDataCell() {
        return new DenseBitVectorCell((BitSet)bits.clone(), length);
    }
}
