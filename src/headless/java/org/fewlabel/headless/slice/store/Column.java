package org.fewlabel.headless.slice.store;

import org.knime.core.data.DataCell;

/** The immutable cells of one column, which tables can share. */
public interface Column {

    /**
     * @param row a position, counted from 0
     * @return the cell there
     */
    DataCell get(int row);
}
