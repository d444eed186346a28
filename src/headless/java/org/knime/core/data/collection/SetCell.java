package org.knime.core.data.collection;

import java.util.Collections;
import java.util.Iterator;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** A set of cells. */
public class SetCell extends DataCell implements SetDataValue {

    private static final long serialVersionUID = 1L;

    private final Set<DataCell> elements;

    SetCell(final Set<DataCell> elements) {
        this.elements = Collections.unmodifiableSet(elements);
    }

    /**
     * @param elementType the type of the elements
     * @return the type of a set of them
     */
    public static final DataType getCollectionType(final DataType elementType) {
        return DataType.getType(SetCell.class, elementType);
    }

    @Override
    public boolean contains(final DataCell cell) {
        return elements.contains(cell);
    }

    @Override
    public DataType getElementType() {
        return CollectionCellFactory
            .getElementType(elements.stream().map(DataCell::getType).distinct().toArray(DataType[]::new));
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public boolean containsBlobWrapperCells() {
        return false;
    }

    @Override
    public Iterator<DataCell> iterator() {
        return elements.iterator();
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return elements.equals(((SetCell)dc).elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }

    @Override
    public String toString() {
        return elements.toString();
    }
}
