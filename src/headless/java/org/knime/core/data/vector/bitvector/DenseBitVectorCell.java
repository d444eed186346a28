package org.knime.core.data.vector.bitvector;

import java.util.BitSet;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** A bit vector; made by {@link DenseBitVectorCellFactory}. */
public class DenseBitVectorCell extends DataCell implements BitVectorValue {

    private static final long serialVersionUID = 1L;

    /** The type of columns of bit vectors. */
    public static final DataType TYPE = DataType.getType(DenseBitVectorCell.class);

    private static final int DIGIT = 4;

    private final BitSet bits;

    private final int length;

    DenseBitVectorCell(final BitSet bits, final int length) {
        this.bits = bits;
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public long cardinality() {
        return bits.cardinality();
    }

    @Override
    public boolean get(final long index) {
        if (index < 0 || index >= length) {
            throw new ArrayIndexOutOfBoundsException("There is no bit " + index + " of " + length + ".");
        }
        return bits.get((int)index);
    }

    @Override
    public boolean isEmpty() {
        return bits.isEmpty();
    }

    @Override
    public long nextClearBit(final long startIdx) {
        final var next = startIdx < length ? bits.nextClearBit((int)startIdx) : length;
        return next < length ? next : -1;
    }

    @Override
    public long nextSetBit(final long startIdx) {
        return startIdx < length ? bits.nextSetBit((int)startIdx) : -1;
    }

    @Override
    public String toHexString() {
        final var text = new StringBuilder();
        for (var first = (length + DIGIT - 1) / DIGIT * DIGIT - DIGIT; first >= 0; first -= DIGIT) {
            var digit = 0;
            for (var b = 0; b < DIGIT; b++) {
                digit |= bits.get(first + b) ? 1 << b : 0;
            }
            text.append(Character.toUpperCase(Character.forDigit(digit, 1 << DIGIT)));
        }
        return text.toString();
    }

    @Override
    public String toBinaryString() {
        final var text = new StringBuilder();
        for (var b = length - 1; b >= 0; b--) {
            text.append(bits.get(b) ? '1' : '0');
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return toBinaryString();
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        final var other = (DenseBitVectorCell)dc;
        return length == other.length && bits.equals(other.bits);
    }

    @Override
    public int hashCode() {
        return bits.hashCode();
    }
}
