package org.knime.core.node.config.base;

import java.io.Serializable;
import java.util.Objects;

/** Something under a key: a value or a config. Two entries are equal if type, key and content are. */
public abstract class AbstractConfigEntry implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ConfigEntries type;

    private String key;

    AbstractConfigEntry(final ConfigEntries type, final String key) {
        this.type = Objects.requireNonNull(type, "type of entry");
        setKey(key);
    }

    final void setKey(final String key) {
        if (key == null) {
            throw new IllegalArgumentException("An entry of settings needs a key.");
        }
        this.key = key;
    }

    /** @return the key */
    public final String getKey() {
        return key;
    }

    /** @return the type */
    public final ConfigEntries getType() {
        return type;
    }

    /** @return the value as KNIME's XML has it, {@code null} if the value is {@code null} */
    public abstract String toStringValue();

    /**
     * @param ace another entry
     * @return whether type, key and content are the same
     */
    public final boolean isIdentical(final AbstractConfigEntry ace) {
        return type == ace.type && key.equals(ace.key) && hasIdenticalValue(ace);
    }

    abstract boolean hasIdenticalValue(AbstractConfigEntry ace);

    @Override
    public boolean equals(final Object other) {
        return this == other
            || other != null && other.getClass() == getClass() && isIdentical((AbstractConfigEntry)other);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, type);
    }

    @Override
    public String toString() {
        return key + " [" + type + "] -> " + toStringValue();
    }
}
