package org.knime.core.data;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** What is known about the values of a column: their bounds, and all of them if they are few. */
public final class DataColumnDomain {

    private static final String LOWER = "lower_bound";

    private static final String UPPER = "upper_bound";

    private static final String VALUES = "possible_values";

    private final DataCell lower;

    private final DataCell upper;

    private final Set<DataCell> values;

    DataColumnDomain(final DataCell lower, final DataCell upper, final Set<DataCell> values) {
        this.lower = lower;
        this.upper = upper;
        this.values = values;
    }

    /** @return all values in the order of their first appearance, {@code null} if unknown */
    public Set<DataCell> getValues() {
        return values;
    }

    /** @return whether all values are known */
    public boolean hasValues() {
        return values != null;
    }

    /** @return the smallest value, {@code null} if unknown */
    public DataCell getLowerBound() {
        return lower;
    }

    /** @return whether the smallest value is known */
    public boolean hasLowerBound() {
        return lower != null;
    }

    /** @return the largest value, {@code null} if unknown */
    public DataCell getUpperBound() {
        return upper;
    }

    /** @return whether the largest value is known */
    public boolean hasUpperBound() {
        return upper != null;
    }

    /** @return whether both bounds are known */
    public boolean hasBounds() {
        return hasLowerBound() && hasUpperBound();
    }

    /** @param config takes what is known */
    public void save(final ConfigWO config) {
        if (hasLowerBound()) {
            config.addDataCell(LOWER, lower);
        }
        if (hasUpperBound()) {
            config.addDataCell(UPPER, upper);
        }
        if (hasValues()) {
            config.addDataCellArray(VALUES, values.toArray(new DataCell[0]));
        }
    }

    /**
     * @param config what {@link #save} wrote
     * @return the domain; what does not read as a cell counts as unknown
     */
    public static DataColumnDomain load(final ConfigRO config) {
        final var values = config.getDataCellArray(VALUES, (DataCell[])null);
        final var complete = values != null && !Arrays.asList(values).contains(null);
        return new DataColumnDomain(config.getDataCell(LOWER, null), config.getDataCell(UPPER, null),
            complete ? new LinkedHashSet<>(List.of(values)) : null);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataColumnDomain that && Objects.equals(lower, that.lower)
            && Objects.equals(upper, that.upper) && Objects.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(lower, upper, values);
    }

    @Override
    public String toString() {
        return "lower=" + lower + ",upper=" + upper + ",values=" + values;
    }
}
