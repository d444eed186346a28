package org.knime.core.data.vector.bitvector;

import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.ExtensibleUtilityFactory;

/** Some bits in a fixed order, numbered from 0. */
public interface BitVectorValue extends DataValue {

    /** Name and order of these values. */
    UtilityFactory UTILITY = new BitVectorUtilityFactory();

    /** @return how many bits there are */
    long length();

    /** @return how many bits are set */
    long cardinality();

    /** @return whether that bit is set */
    boolean get(long index);

    /** @return whether no bit is set */
    boolean isEmpty();

    /** @return the first bit from there on that is not set, -1 if all are */
    long nextClearBit(long startIdx);

    /** @return the first bit from there on that is set, -1 if none is */
    long nextSetBit(long startIdx);

    /** @return four bits to a digit, the last bits first */
    String toHexString();

    /** @return a digit for each bit, the last bit first */
    String toBinaryString();

    /** Name and order of these values: that with fewer bits set comes first. */
    class BitVectorUtilityFactory extends ExtensibleUtilityFactory {

        /** For {@link BitVectorValue#UTILITY}. */
        protected BitVectorUtilityFactory() {
            super(BitVectorValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return new DataValueComparator() {
                @Override
                protected int compareDataValues(final DataValue v1, final DataValue v2) {
                    return Long.compare(((BitVectorValue)v1).cardinality(), ((BitVectorValue)v2).cardinality());
                }
            };
        }

        @Override
        public String getName() {
            return "Bit Vector";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[]{"Bit vector"};
        }
    }
}
