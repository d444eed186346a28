package org.fewlabel.headless.slice.store;

import org.knime.core.data.DataCell;

/** The cells of one column. Never changes, so that tables can share it. */
public interface Column {

    /**
     * @param row a position, counted from 0
     * @return the cell there
     */
    DataCell get(int row);
}
