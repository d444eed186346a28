package org.knime.core.node.config.base;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;

/** The entries of a config, and those that are single values. */
abstract class ConfigScalars extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final Map<String, AbstractConfigEntry> entries = new LinkedHashMap<>();

    ConfigScalars(final String key) {
        super(ConfigEntries.config, key);
    }

    final Map<String, AbstractConfigEntry> entries() {
        return entries;
    }

    final void store(final AbstractConfigEntry entry) {
        entries.put(entry.getKey(), entry);
    }

    private void add(final ConfigEntries type, final String key, final Object value) {
        store(new ValueEntry(type, key, value));
    }

    private ValueEntry find(final ConfigEntries type, final String key) {
        return entries.get(key) instanceof ValueEntry entry && entry.getType() == type ? entry : null;
    }

    private <T> T get(final ConfigEntries type, final String key, final Class<T> valueClass)
        throws InvalidSettingsException {
        final var entry = find(type, key);
        if (entry == null) {
            final var other = entries.get(key);
            throw new InvalidSettingsException("The settings \"" + getKey() + "\" have no entry \"" + key
                + "\" of type " + type + (other == null ? "." : "; theirs is of type " + other.getType() + "."));
        }
        return valueClass.cast(entry.value());
    }

    private <T> T get(final ConfigEntries type, final String key, final Class<T> valueClass, final T def) {
        final var entry = find(type, key);
        return entry == null ? def : valueClass.cast(entry.value());
    }

    public void addBoolean(final String key, final boolean value) {
        add(ConfigEntries.xboolean, key, value);
    }

    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return get(ConfigEntries.xboolean, key, Boolean.class);
    }

    public boolean getBoolean(final String key, final boolean def) {
        return get(ConfigEntries.xboolean, key, Boolean.class, def);
    }

    public void addByte(final String key, final byte value) {
        add(ConfigEntries.xbyte, key, value);
    }

    public byte getByte(final String key) throws InvalidSettingsException {
        return get(ConfigEntries.xbyte, key, Byte.class);
    }

    public byte getByte(final String key, final byte def) {
        return get(ConfigEntries.xbyte, key, Byte.class, def);
    }

    public void addChar(final String key, final char value) {
        add(ConfigEntries.xchar, key, value);
    }

    public char getChar(final String key) throws InvalidSettingsException {
        return get(ConfigEntries.xchar, key, Character.class);
    }

    public char getChar(final String key, final char def) {
        return get(ConfigEntries.xchar, key, Character.class, def);
    }

    public void addDouble(final String key, final double value) {
        add(ConfigEntries.xdouble, key, value);
    }

    public double getDouble(final String key) throws InvalidSettingsException {
        return get(ConfigEntries.xdouble, key, Double.class);
    }

    public double getDouble(final String key, final double def) {
        return get(ConfigEntries.xdouble, key, Double.class, def);
    }

    public void addFloat(final String key, final float value) {
        add(ConfigEntries.xfloat, key, value);
    }

    public float getFloat(final String key) throws InvalidSettingsException {
        return get(ConfigEntries.xfloat, key, Float.class);
    }

    public float getFloat(final String key, final float def) {
        return get(ConfigEntries.xfloat, key, Float.class, def);
    }

    public void addInt(final String key, final int value) {
        add(ConfigEntries.xint, key, value);
    }

    public int getInt(final String key) throws InvalidSettingsException {
        return get(ConfigEntries.xint, key, Integer.class);
    }

    public int getInt(final String key, final int def) {
        return get(ConfigEntries.xint, key, Integer.class, def);
    }

    public void addLong(final String key, final long value) {
        add(ConfigEntries.xlong, key, value);
    }

    public long getLong(final String key) throws InvalidSettingsException {
        return get(ConfigEntries.xlong, key, Long.class);
    }

    public long getLong(final String key, final long def) {
        return get(ConfigEntries.xlong, key, Long.class, def);
    }

    public void addShort(final String key, final short value) {
        add(ConfigEntries.xshort, key, value);
    }

    public short getShort(final String key) throws InvalidSettingsException {
        return get(ConfigEntries.xshort, key, Short.class);
    }

    public short getShort(final String key, final short def) {
        return get(ConfigEntries.xshort, key, Short.class, def);
    }

    public void addString(final String key, final String value) {
        add(ConfigEntries.xstring, key, value);
    }

    public String getString(final String key) throws InvalidSettingsException {
        return get(ConfigEntries.xstring, key, String.class);
    }

    public String getString(final String key, final String def) {
        return get(ConfigEntries.xstring, key, String.class, def);
    }

    @Override
    boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return other instanceof ConfigScalars that && Objects.equals(entries, that.entries);
    }
}
