package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** Settings with cells and column types: for reading. */
public interface ConfigRO extends ConfigBaseRO {

    /**
     * @param key the key of a config
     * @return the config
     * @throws InvalidSettingsException if there is none
     */
    Config getConfig(String key) throws InvalidSettingsException;

    /**
     * @param key the key of a cell
     * @return the cell or {@code null}
     * @throws InvalidSettingsException if there is none, or of a type not known here
     */
    DataCell getDataCell(String key) throws InvalidSettingsException;

    /**
     * @param key the key of a cell
     * @param def the default
     * @return the cell, the default if there is none
     */
    DataCell getDataCell(String key, DataCell def);

    /**
     * @param key the key of an array of cells
     * @return the cells or {@code null}
     * @throws InvalidSettingsException if there is none, or of types not known here
     */
    DataCell[] getDataCellArray(String key) throws InvalidSettingsException;

    /**
     * @param key the key of an array of cells
     * @param def the default
     * @return the cells, the default if there is none
     */
    DataCell[] getDataCellArray(String key, DataCell... def);

    /**
     * @param key the key of a column type
     * @return the type or {@code null}
     * @throws InvalidSettingsException if there is none, or one not known here
     */
    DataType getDataType(String key) throws InvalidSettingsException;

    /**
     * @param key the key of a column type
     * @param def the default
     * @return the type, the default if there is none
     */
    DataType getDataType(String key, DataType def);
}
