package org.knime.core.node.config.base;

import java.util.function.Function;

/** The types of entries, by the names that KNIME's XML gives them. */
public enum ConfigEntries {

    /** A text. */
    xstring {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ValueEntry(this, key, value);
        }
    },

    /** A whole number. */
    xint {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return parse(this, key, value, Integer::valueOf);
        }
    },

    /** A number. */
    xdouble {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return parse(this, key, value, Double::valueOf);
        }
    },

    /** A number of 32 bits. */
    xfloat {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return parse(this, key, value, Float::valueOf);
        }
    },

    /** A whole number of 64 bits. */
    xlong {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return parse(this, key, value, Long::valueOf);
        }
    },

    /** A whole number of 16 bits. */
    xshort {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return parse(this, key, value, Short::valueOf);
        }
    },

    /** A whole number of 8 bits. */
    xbyte {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return parse(this, key, value, Byte::valueOf);
        }
    },

    /** A character. */
    xchar {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return parse(this, key, value, ConfigEntries::character);
        }
    },

    /** True or false. */
    xboolean {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return parse(this, key, value, Boolean::valueOf);
        }
    },

    /** A config of entries. */
    config {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            throw new UnsupportedOperationException("A config has no text: " + key);
        }
    },

    /** A password, encrypted. */
    xpassword {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ValueEntry(this, key, value);
        }
    },

    /** A text that is never written. */
    xtransientstring {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ValueEntry(this, key, null);
        }
    };

    /**
     * @param key the key of the entry
     * @param value the value as KNIME's XML has it
     * @return the entry
     * @throws IllegalArgumentException if the value is not one of this type
     */
    public abstract AbstractConfigEntry createEntry(String key, String value);

    private static AbstractConfigEntry parse(final ConfigEntries type, final String key, final String value,
        final Function<String, Object> parser) {
        if (value == null) {
            throw new IllegalArgumentException("The entry \"" + key + "\" of type " + type + " has no value.");
        }
        try {
            return new ValueEntry(type, key, parser.apply(value));
        } catch (final NumberFormatException malformed) {
            throw new IllegalArgumentException(
                "The value \"" + value + "\" of the entry \"" + key + "\" is not of type " + type + ".", malformed);
        }
    }

    private static Character character(final String value) {
        if (value.length() != 1) {
            throw new NumberFormatException("One character is expected: " + value);
        }
        return value.charAt(0);
    }
}
