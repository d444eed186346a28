package org.knime.core.data;

import java.util.Comparator;

/** Turns an order of values into KNIME's comparator of cells. */
final class ValueOrder extends DataValueComparator {

    private final Comparator<DataValue> order;

    private ValueOrder(final Comparator<DataValue> order) {
        this.order = order;
    }

    static DataValueComparator by(final Comparator<DataValue> order) {
        return new ValueOrder(order);
    }

    @Override
    protected int compareDataValues(final DataValue v1, final DataValue v2) {
        return order.compare(v1, v2);
    }
}
