package org.knime.core.data.vector.bytevector;

import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.ExtensibleUtilityFactory;

/** Some counts from 0 to 255 in a fixed order, numbered from 0. */
public interface ByteVectorValue extends DataValue {

    /** Name and order of these values. */
    UtilityFactory UTILITY = new ByteVectorUtilityFactory();

    /** @return how many counts there are */
    long length();

    /** @return the sum of all counts */
    long sumOfAllCounts();

    /** @return how many counts are not 0 */
    int cardinality();

    /**
     * @param index a position, counted from 0
     * @return the count there, 0 to 255
     * @throws ArrayIndexOutOfBoundsException if there is none
     */
    int get(long index);

    /** @return whether all counts are 0 */
    boolean isEmpty();

    /** @return the first position from there on where the count is 0, -1 if there is none */
    long nextZeroIndex(long startIdx);

    /** @return the first position from there on where the count is not 0, -1 if there is none */
    long nextCountIndex(long startIdx);

    /** Name and order of these values: that with fewer counts other than 0 comes first. */
    class ByteVectorUtilityFactory extends ExtensibleUtilityFactory {

        /** For {@link ByteVectorValue#UTILITY}. */
        protected ByteVectorUtilityFactory() {
            super(ByteVectorValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return new DataValueComparator() {
                @Override
                protected int compareDataValues(final DataValue v1, final DataValue v2) {
                    return Integer.compare(((ByteVectorValue)v1).cardinality(), ((ByteVectorValue)v2).cardinality());
                }
            };
        }

        @Override
        public String getName() {
            return "Byte Vector";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[]{"Byte vector"};
        }
    }
}
