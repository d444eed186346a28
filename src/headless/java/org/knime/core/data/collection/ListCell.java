package org.knime.core.data.collection;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** A list of cells. */
public class ListCell extends DataCell implements ListDataValue {

    private static final long serialVersionUID = 1L;

    private final List<DataCell> elements;

    ListCell(final List<DataCell> elements) {
        this.elements = elements;
    }

    /**
     * @param elementType the type of the elements
     * @return the type of a list of them
     */
    public static final DataType getCollectionType(final DataType elementType) {
        return DataType.getType(ListCell.class, elementType);
    }

    @Override
    public DataCell get(final int index) {
        return elements.get(index);
    }

    @Override
    public DataType getElementType() {
        return CollectionCellFactory.getElementType(types().toArray(DataType[]::new));
    }

    /** The types of the elements; neighbors of one class, as in a list of numbers, are asked once. */
    private Set<DataType> types() {
        final var types = new LinkedHashSet<DataType>();
        Class<?> last = null;
        for (final var element : elements) {
            if (element.getClass() != last || element instanceof CollectionDataValue) {
                types.add(element.getType());
                last = element.getClass();
            }
        }
        return types;
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
        return elements.equals(((ListCell)dc).elements);
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
