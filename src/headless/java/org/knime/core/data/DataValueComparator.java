package org.knime.core.data;

import java.util.Comparator;
import java.util.Objects;

/** Orders cells by one of their values. Missing cells come first. */
public abstract class DataValueComparator implements Comparator<DataCell> {

    /** For subclasses. */
    protected DataValueComparator() {
    }

    @Override
    public final int compare(final DataCell first, final DataCell second) {
        Objects.requireNonNull(first, "first cell");
        Objects.requireNonNull(second, "second cell");
        if (first == second) {
            return 0;
        }
        if (first.isMissing() || second.isMissing()) {
            return Boolean.compare(second.isMissing(), first.isMissing());
        }
        return compareDataValues(first, second);
    }

    /**
     * @param v1 a value, not missing
     * @param v2 a value, not missing
     * @return negative, zero or positive as {@link Comparator} says
     */
    protected abstract int compareDataValues(DataValue v1, DataValue v2);
}
