package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;

/** A config in memory, for reading and writing. */
public abstract class ConfigBase extends ConfigArrays implements ConfigBaseRO, ConfigBaseWO {

    private static final long serialVersionUID = 1L;

    /** @param key the key of this config in its parent */
    public ConfigBase(final String key) {
        super(key);
    }

    /**
     * @param key the key of a new config
     * @return an empty config of the same class
     */
    public abstract ConfigBase getInstance(String key);

    /** @param e an entry to add */
    protected void put(final AbstractConfigEntry e) {
        store(e);
    }

    /**
     * @param key a key
     * @return the entry, {@code null} if there is none
     */
    protected AbstractConfigEntry get(final String key) {
        return entries().get(key);
    }

    /**
     * @param key a key
     * @return the entry, {@code null} if there is none
     */
    public AbstractConfigEntry getEntry(final String key) {
        return get(key);
    }

    /** @param entry an entry to add */
    public void addEntry(final AbstractConfigEntry entry) {
        put(entry);
    }

    @Override
    public final ConfigBase addConfigBase(final String key) {
        final var config = getInstance(key);
        put(config);
        return config;
    }

    /** @param config a config of the same class to add */
    protected final void addConfigBase(final ConfigBase config) {
        if (config.getClass() != getClass()) {
            throw new IllegalArgumentException(
                config.getClass().getSimpleName() + " cannot be part of " + getClass().getSimpleName() + ".");
        }
        put(config);
    }

    @Override
    public final ConfigBase getConfigBase(final String key) throws InvalidSettingsException {
        if (get(key) instanceof ConfigBase config) {
            return config;
        }
        throw new InvalidSettingsException("The settings \"" + getKey() + "\" have no config \"" + key + "\".");
    }

    @Override
    final ConfigBase newArray(final String key) {
        return addConfigBase(key);
    }

    @Override
    final ConfigBase array(final String key) throws InvalidSettingsException {
        return getConfigBase(key);
    }

    /**
     * @param key a key
     * @return the entry that was there, {@code null} if there was none
     */
    public final AbstractConfigEntry removeConfig(final String key) {
        return entries().remove(key);
    }

    @Override
    public boolean containsKey(final String key) {
        return entries().containsKey(key);
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(entries().keySet());
    }

    @Override
    public final Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public void copyTo(final ConfigBaseWO dest) {
        for (final var entry : entries().values()) {
            if (entry instanceof ConfigBase config) {
                config.copyTo(dest.addConfigBase(config.getKey()));
            } else if (dest instanceof ConfigBase config) {
                config.addEntry(entry);
            } else {
                throw new ClassCastException(dest.getClass().getName() + " does not take copies of entries.");
            }
        }
    }

    @Override
    public final void saveToXML(final OutputStream os) throws IOException {
        XMLConfig.save(this, os);
    }

    /**
     * Adds the entries of KNIME's XML, takes its key, and closes the stream.
     *
     * @param is the XML
     * @throws IOException if it is not such XML
     */
    public void load(final InputStream is) throws IOException {
        XMLConfig.load(this, is);
    }

    /**
     * @param config takes key and entries
     * @param in KNIME's XML; is closed
     * @return the config
     * @throws IOException if it is not such XML
     */
    protected static ConfigBase loadFromXML(final ConfigBase config, final InputStream in) throws IOException {
        config.load(Objects.requireNonNull(in, "stream of settings"));
        return config;
    }

    @Override
    public final String toStringValue() {
        return getKey();
    }

    @Override
    public String toString() {
        return getKey();
    }
}
