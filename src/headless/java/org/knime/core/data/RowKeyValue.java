package org.knime.core.data;

/** What a row key can be read as. */
public interface RowKeyValue {

    /** @return the key as text */
    String getString();

    /** @return the key, complete in memory */
    default RowKey materializeRowKey() {
        return new RowKey(getString());
    }
}
