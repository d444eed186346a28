package org.knime.core.data.container;

import java.io.Closeable;

import org.knime.core.data.RowIterator;

/** Walks over the rows of a table and can be closed before the end. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {

    /** For subclasses. */
    public CloseableRowIterator() {
    }

    /** Ends the walk; there are no more rows after it. */
    @Override
    public abstract void close();
}
