package org.knime.core.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes domains. */
public class DataColumnDomainCreator {

    private Set<DataCell> values;

    private DataCell lower;

    private DataCell upper;

    /** Nothing is known. */
    public DataColumnDomainCreator() {
    }

    /** @param copyFrom a domain to start from */
    public DataColumnDomainCreator(final DataColumnDomain copyFrom) {
        this(copyFrom.getValues(), copyFrom.getLowerBound(), copyFrom.getUpperBound());
    }

    /** @param values all values, {@code null} if unknown */
    public DataColumnDomainCreator(final Set<? extends DataCell> values) {
        this(values, null, null);
    }

    /** @param values all values, {@code null} if unknown */
    public DataColumnDomainCreator(final DataCell[] values) {
        this(values, null, null);
    }

    /**
     * @param lowerBound the smallest value, {@code null} if unknown
     * @param upperBound the largest value, {@code null} if unknown
     */
    public DataColumnDomainCreator(final DataCell lowerBound, final DataCell upperBound) {
        this((Set<DataCell>)null, lowerBound, upperBound);
    }

    /**
     * @param values all values, {@code null} if unknown
     * @param lowerBound the smallest value, {@code null} if unknown
     * @param upperBound the largest value, {@code null} if unknown
     */
    public DataColumnDomainCreator(final DataCell[] values, final DataCell lowerBound, final DataCell upperBound) {
        this(values == null ? null : new LinkedHashSet<>(Arrays.asList(values)), lowerBound, upperBound);
    }

    /**
     * @param values all values, {@code null} if unknown
     * @param lowerBound the smallest value, {@code null} if unknown
     * @param upperBound the largest value, {@code null} if unknown
     */
    public DataColumnDomainCreator(final Set<? extends DataCell> values, final DataCell lowerBound,
        final DataCell upperBound) {
        this.values = frozen(values);
        lower = lowerBound;
        upper = upperBound;
    }

    private static Set<DataCell> frozen(final Set<? extends DataCell> values) {
        return values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    /** @param values all values, {@code null} if unknown */
    public void setValues(final Set<? extends DataCell> values) {
        this.values = frozen(values);
    }

    /** @param lower the smallest value, {@code null} if unknown */
    public void setLowerBound(final DataCell lower) {
        this.lower = lower;
    }

    /** @param upper the largest value, {@code null} if unknown */
    public void setUpperBound(final DataCell upper) {
        this.upper = upper;
    }

    /** @return the domain */
    public DataColumnDomain createDomain() {
        return new DataColumnDomain(lower, upper, values);
    }
}
