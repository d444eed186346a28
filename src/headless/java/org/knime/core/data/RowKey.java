package org.knime.core.data;

import java.util.Objects;

/** The name of a row. */
public final class RowKey implements RowKeyValue {

    private final String id;

    /** @param id the name, not {@code null} */
    public RowKey(final String id) {
        this.id = Objects.requireNonNull(id, "A row key needs a text.");
    }

    /**
     * @param row the position of the row, counted from 0
     * @return KNIME's usual key for it: <i>Row</i> and the number
     */
    public static RowKey createRowKey(final long row) {
        return new RowKey("Row" + row);
    }

    @Override
    public String getString() {
        return id;
    }

    @Override
    public RowKey materializeRowKey() {
        return this;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof RowKeyValue key && id.equals(key.getString());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
