package org.knime.core.data.vector.doublevector;

import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.ExtensibleUtilityFactory;

/** Some numbers in a fixed order, numbered from 0. None of them is missing. */
public interface DoubleVectorValue extends DataValue {

    /** Name and order of these values. */
    UtilityFactory UTILITY = new DoubleVectorUtilityFactory();

    /** @return how many numbers there are */
    int getLength();

    /**
     * @param index a position, counted from 0
     * @return the number there
     * @throws IndexOutOfBoundsException if there is none
     */
    double getValue(int index);

    /** Name and order of these values: the first number that differs decides, then the length. */
    class DoubleVectorUtilityFactory extends ExtensibleUtilityFactory {

        /** For {@link DoubleVectorValue#UTILITY}. */
        protected DoubleVectorUtilityFactory() {
            super(DoubleVectorValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return new DoubleVectorValueComparator();
        }

        @Override
        public String getName() {
            return "Double Vector";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
