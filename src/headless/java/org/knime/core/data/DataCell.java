package org.knime.core.data;

import java.io.Serializable;
import java.util.List;

import org.knime.core.data.collection.CollectionDataValue;

/** One value of a table: immutable, comparable by content. */
public abstract class DataCell implements DataValue, Serializable {

    private static final long serialVersionUID = 1L;

    /** For subclasses. */
    public DataCell() {
    }

    @Override
    public DataCell materializeDataCell() {
        return this;
    }

    /** @return the type of this cell; of a collection, with the type of its elements */
    public final DataType getType() {
        if (this instanceof CollectionDataValue collection) {
            return DataType.getType(getClass(), collection.getElementType(), List.of());
        }
        return DataType.getType(getClass());
    }

    /** @return whether the value is absent */
    public boolean isMissing() {
        return false;
    }

    @Override
    public abstract String toString();

    /** Two missing cells are equal, whatever their reasons; other cells are equal if their content is. */
    @Override
    public final boolean equals(final Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof DataCell that)) {
            return false;
        }
        if (isMissing() || that.isMissing()) {
            return isMissing() && that.isMissing();
        }
        if (getClass() == that.getClass()) {
            return equalsDataCell(that);
        }
        return getType().getPreferredValueClass() == that.getType().getPreferredValueClass() && equalContent(that);
    }

    /**
     * @param dc a cell of the same class, never missing
     * @return whether the content is the same
     */
    protected abstract boolean equalsDataCell(DataCell dc);

    /**
     * @param otherValue a cell of another class with the same preferred value class
     * @return whether the content is the same; {@code false} unless overridden
     */
    protected boolean equalContent(final DataValue otherValue) {
        return false;
    }

    @Override
    public abstract int hashCode();
}
