package org.knime.core.data.vector.doublevector;

import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;

/** Orders vectors by the first number that differs; of two that begin alike the shorter one comes first. */
public class DoubleVectorValueComparator extends DataValueComparator {

    /** For {@link DoubleVectorValue#UTILITY}. */
    public DoubleVectorValueComparator() {
    }

    @Override
    public int compareDataValues(final DataValue v1, final DataValue v2) {
        final var first = (DoubleVectorValue)v1;
        final var second = (DoubleVectorValue)v2;
        for (var i = 0; i < first.getLength() && i < second.getLength(); i++) {
            final var order = Double.compare(first.getValue(i), second.getValue(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(first.getLength(), second.getLength());
    }
}
