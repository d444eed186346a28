package org.knime.core.node.config.base;

import java.util.Objects;

/** A value under a key. */
final class ValueEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // numbers, texts, characters and truth values only
    private final Object value;

    ValueEntry(final ConfigEntries type, final String key, final Object value) {
        super(type, key);
        this.value = value;
    }

    Object value() {
        return value;
    }

    @Override
    public String toStringValue() {
        return value == null ? null : value.toString();
    }

    @Override
    boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return other instanceof ValueEntry that && Objects.equals(value, that.value);
    }
}
