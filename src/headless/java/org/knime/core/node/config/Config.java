package org.knime.core.node.config;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBase;

/** A config in memory that also takes cells and column types. */
public abstract class Config extends ConfigBase implements ConfigRO, ConfigWO {

    private static final long serialVersionUID = 1L;

    private static final String ARRAY_SIZE = "array-size";

    private static final String IS_NULL = "is_null";

    /** @param key the key of this config in its parent */
    protected Config(final String key) {
        super(key);
    }

    @Override
    public abstract Config getInstance(String key);

    @Override
    public final Config addConfig(final String key) {
        final var config = getInstance(key);
        put(config);
        return config;
    }

    /** @param config a config of the same class to add */
    protected final void addConfig(final Config config) {
        addConfigBase(config);
    }

    @Override
    public final Config getConfig(final String key) throws InvalidSettingsException {
        return (Config)getConfigBase(key);
    }

    @Override
    public void addDataCell(final String key, final DataCell cell) {
        CellEntries.write(cell, addConfig(key));
    }

    @Override
    public DataCell getDataCell(final String key) throws InvalidSettingsException {
        return CellEntries.read(getConfig(key));
    }

    @Override
    public DataCell getDataCell(final String key, final DataCell def) {
        return orElse(() -> getDataCell(key), def);
    }

    @Override
    public void addDataCellArray(final String key, final DataCell... cells) {
        final var array = addConfig(key);
        if (cells != null) {
            array.addInt(ARRAY_SIZE, cells.length);
            for (var i = 0; i < cells.length; i++) {
                array.addDataCell(Integer.toString(i), cells[i]);
            }
        }
    }

    @Override
    public DataCell[] getDataCellArray(final String key) throws InvalidSettingsException {
        final var array = getConfig(key);
        final var size = array.getInt(ARRAY_SIZE, -1);
        if (size < -1 || size > array.keySet().size()) {
            throw new InvalidSettingsException("The settings \"" + key + "\" claim to be an array of " + size
                + " cells, but have only " + array.keySet().size() + " entries.");
        }
        if (size < 0) {
            return null;
        }
        final var cells = new DataCell[size];
        for (var i = 0; i < size; i++) {
            cells[i] = array.getDataCell(Integer.toString(i));
        }
        return cells;
    }

    @Override
    public DataCell[] getDataCellArray(final String key, final DataCell... def) {
        return orElse(() -> getDataCellArray(key), def);
    }

    @Override
    public void addDataType(final String key, final DataType type) {
        final var config = addConfig(key);
        if (type != null) {
            type.save(config);
        }
        config.addBoolean(IS_NULL, type == null);
    }

    @Override
    public DataType getDataType(final String key) throws InvalidSettingsException {
        final var config = getConfig(key);
        return config.getBoolean(IS_NULL) ? null : DataType.load(config);
    }

    @Override
    public DataType getDataType(final String key, final DataType def) {
        return orElse(() -> getDataType(key), def);
    }

    private interface Getter<T> {
        T get() throws InvalidSettingsException;
    }

    private static <T> T orElse(final Getter<T> getter, final T def) {
        try {
            return getter.get();
        } catch (final InvalidSettingsException absent) { // that is what the default is for
            return def;
        }
    }

    /**
     * @param config takes key and entries
     * @param in KNIME's XML; is closed
     * @return the config
     * @throws IOException if it is not such XML
     */
    protected static Config loadFromXML(final Config config, final InputStream in) throws IOException {
        ConfigBase.loadFromXML(config, in);
        return config;
    }
}
