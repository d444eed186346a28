package org.fewlabel.headless.base;

import org.knime.core.data.DataRow;

/** The condition of a row filter. */
@FunctionalInterface
interface RowTest {

    /** @param index the row's position, counted from 0 */
    boolean matches(long index, DataRow row);

    /** @return a filter for rows that match both */
    default RowTest and(final RowTest other) {
        return (index, row) -> matches(index, row) && other.matches(index, row);
    }

    /** @return a filter for rows that match one of the two */
    default RowTest or(final RowTest other) {
        return (index, row) -> matches(index, row) || other.matches(index, row);
    }
}
