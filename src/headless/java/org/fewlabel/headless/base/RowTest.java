package org.fewlabel.headless.base;

import org.knime.core.data.DataRow;

/** The condition of a row filter. */
@FunctionalInterface
interface RowTest {

    /** @param index the row's position, counted from 0 */
    boolean matches(long index, DataRow row);

    /** @return the rows that both find */
    default RowTest and(final RowTest other) {
        return (index, row) -> matches(index, row) && other.matches(index, row);
    }

    /** @return the rows that one of the two finds */
    default RowTest or(final RowTest other) {
        return (index, row) -> matches(index, row) || other.matches(index, row);
    }
}
