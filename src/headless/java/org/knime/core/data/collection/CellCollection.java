package org.knime.core.data.collection;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.knime.core.data.DataCell;

/** Several cells in some order. */
public interface CellCollection extends Iterable<DataCell> {

    /** @return whether a cell is kept outside memory */
    boolean containsBlobWrapperCells();

    /** @return the cells */
    default Stream<DataCell> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
