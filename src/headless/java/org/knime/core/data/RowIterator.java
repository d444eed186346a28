package org.knime.core.data;

import java.util.Iterator;

/** Walks over the rows of a table. */
public abstract class RowIterator implements Iterator<DataRow> {

    /** For subclasses. */
    public RowIterator() {
    }

    @Override
    public abstract boolean hasNext();

    @Override
    public abstract DataRow next();

    /** Tables cannot be changed. */
    @Override
    public final void remove() {
        throw new UnsupportedOperationException("Rows cannot be removed from a table.");
    }
}
