package org.knime.core.data.container.filter;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.knime.core.data.DataTableSpec;

/** Some rows and some columns of a table. */
public final class TableFilter {

    private final Set<Integer> columns;

    private final Long from;

    private final Long to;

    private TableFilter(final Set<Integer> columns, final Long from, final Long to) {
        this.columns = columns;
        this.from = from;
        this.to = to;
    }

    /**
     * @param indices positions of columns, counted from 0
     * @return all rows of these columns
     */
    public static TableFilter materializeCols(final int... indices) {
        return new Builder().withMaterializeColumnIndices(indices).build();
    }

    /**
     * @param index a position, counted from 0
     * @return the rows from there on
     */
    public static TableFilter filterRowsFromIndex(final long index) {
        return new Builder().withFromRowIndex(index).build();
    }

    /**
     * @param index a position, counted from 0
     * @return the rows up to and with this one
     */
    public static TableFilter filterRowsToIndex(final long index) {
        return new Builder().withToRowIndex(index).build();
    }

    /**
     * @param fromIndex the first position, counted from 0
     * @param toIndex the last position
     * @return the rows between them, both included
     */
    public static TableFilter filterRangeOfRows(final long fromIndex, final long toIndex) {
        return new Builder().withFromRowIndex(fromIndex).withToRowIndex(toIndex).build();
    }

    /** @return the positions of the columns, empty for all columns */
    public Optional<Set<Integer>> getMaterializeColumnIndices() {
        return Optional.ofNullable(columns);
    }

    /** @return the first row, empty for the very first */
    public Optional<Long> getFromRowIndex() {
        return Optional.ofNullable(from);
    }

    /** @return the last row, empty for the very last */
    public Optional<Long> getToRowIndex() {
        return Optional.ofNullable(to);
    }

    /**
     * @param spec the columns of a table
     * @param size its number of rows
     * @throws IndexOutOfBoundsException if the table does not have these rows or columns
     */
    public void validate(final DataTableSpec spec, final long size) {
        if (columns != null) {
            spec.verifyIndices(columns.stream().mapToInt(Integer::intValue).toArray());
        }
        if (to != null && to >= size) {
            throw new IndexOutOfBoundsException("There is no row " + to + "; the table has " + size + ".");
        }
    }

    /** Chooses rows and columns. */
    public static final class Builder {

        private Set<Integer> columns;

        private Long from;

        private Long to;

        /** All rows and columns. */
        public Builder() {
        }

        /**
         * @param indices positions of columns, counted from 0
         * @return this
         */
        public Builder withMaterializeColumnIndices(final int... indices) {
            final var chosen = new TreeSet<Integer>();
            Arrays.stream(indices).forEach(chosen::add);
            columns = Collections.unmodifiableSet(chosen);
            return this;
        }

        /**
         * @param index the first row, counted from 0
         * @return this
         * @throws IndexOutOfBoundsException if it is negative
         */
        public Builder withFromRowIndex(final long index) {
            from = positive(index);
            return this;
        }

        /**
         * @param index the last row, counted from 0
         * @return this
         * @throws IndexOutOfBoundsException if it is negative
         */
        public Builder withToRowIndex(final long index) {
            to = positive(index);
            return this;
        }

        private static long positive(final long index) {
            if (index < 0) {
                throw new IndexOutOfBoundsException("Rows are counted from 0, not from " + index + ".");
            }
            return index;
        }

        /** @return the filter */
        public TableFilter build() {
            if (from != null && to != null && from > to) {
                throw new IndexOutOfBoundsException("The last row, " + to + ", comes before the first, " + from + ".");
            }
            return new TableFilter(columns, from, to);
        }
    }
}
