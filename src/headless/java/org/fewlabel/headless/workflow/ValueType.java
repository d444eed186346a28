package org.fewlabel.headless.workflow;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigBaseRO;
import org.knime.core.node.config.base.ConfigBaseWO;

/** The types that a single setting can have, by the names that KNIME's command line has for them. */
public enum ValueType {

    /** Text. */
    STRING("String", ConfigBaseRO::getString, ConfigBaseWO::addString),
    /** A whole number of 32 bits. */
    INT("int", ConfigBaseRO::getInt, (config, key, value) -> config.addInt(key, Integer.parseInt(value))),
    /** A whole number of 64 bits. */
    LONG("long", ConfigBaseRO::getLong, (config, key, value) -> config.addLong(key, Long.parseLong(value))),
    /** A number of 64 bits. */
    DOUBLE("double", ConfigBaseRO::getDouble,
        (config, key, value) -> config.addDouble(key, Double.parseDouble(value))),
    /** True or false. */
    BOOLEAN("boolean", ConfigBaseRO::getBoolean, (config, key, value) -> config.addBoolean(key, truth(value))),
    /** A number of 32 bits. */
    FLOAT("float", ConfigBaseRO::getFloat, (config, key, value) -> config.addFloat(key, Float.parseFloat(value))),
    /** A whole number of 16 bits. */
    SHORT("short", ConfigBaseRO::getShort, (config, key, value) -> config.addShort(key, Short.parseShort(value))),
    /** A whole number of 8 bits. */
    BYTE("byte", ConfigBaseRO::getByte, (config, key, value) -> config.addByte(key, Byte.parseByte(value))),
    /** One character. */
    CHAR("char", ConfigBaseRO::getChar, (config, key, value) -> config.addChar(key, character(value)));

    private final String shown;

    private final Reader reader;

    private final Writer writer;

    ValueType(final String shown, final Reader reader, final Writer writer) {
        this.shown = shown;
        this.reader = reader;
        this.writer = writer;
    }

    @FunctionalInterface
    private interface Reader {
        Object read(ConfigBaseRO config, String key) throws InvalidSettingsException;
    }

    @FunctionalInterface
    private interface Writer {
        void write(ConfigBaseWO config, String key, String value);
    }

    private static boolean truth(final String value) {
        if ("true".equalsIgnoreCase(value) || "false".equalsIgnoreCase(value)) {
            return Boolean.parseBoolean(value);
        }
        throw new IllegalArgumentException("neither true nor false");
    }

    private static char character(final String value) {
        if (value.length() == 1) {
            return value.charAt(0);
        }
        throw new IllegalArgumentException("not one character");
    }

    /** @throws IllegalArgumentException if the text is no value of this type */
    void put(final ConfigBaseWO config, final String key, final String value) {
        writer.write(config, key, value);
    }

    /** @return the type as the user writes it */
    public String shown() {
        return shown;
    }

    /**
     * @param value a value as text
     * @throws IllegalArgumentException if the text is no value of this type; the message says so
     */
    void check(final String value) {
        try {
            put(new NodeSettings("check"), "value", value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + value + "' is no " + shown, e);
        }
    }

    /** @return the type of a setting; empty if there is no such setting or it is a group or a list of settings */
    static Optional<ValueType> of(final ConfigBaseRO config, final String key) {
        return Arrays.stream(values()).filter(type -> type.fits(config, key)).findFirst();
    }

    private boolean fits(final ConfigBaseRO config, final String key) {
        try {
            reader.read(config, key);
            return true;
        } catch (InvalidSettingsException e) {
            // the only indication by KNIME's settings that an entry has another type
            return false;
        }
    }

    /**
     * @param name a type as the user writes it
     * @throws IllegalArgumentException if there is no such type among {@code allowed}; the message lists them
     */
    static ValueType byName(final String name, final ValueType... allowed) {
        return Arrays.stream(allowed).filter(t -> t.shown.equalsIgnoreCase(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("unknown type '" + name + "'; use one of "
                + Arrays.stream(allowed).map(ValueType::shown).collect(Collectors.joining(", "))));
    }
}
