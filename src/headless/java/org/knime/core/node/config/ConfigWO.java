package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.node.config.base.ConfigBaseWO;

/** Settings with cells and column types: for writing. */
public interface ConfigWO extends ConfigBaseWO {

    /**
     * @param key the key of a new config
     * @return the config, empty
     */
    Config addConfig(String key);

    /**
     * @param key the key
     * @param cell a text, a number, a truth value, a missing cell or {@code null}
     */
    void addDataCell(String key, DataCell cell);

    /**
     * @param key the key
     * @param cells such cells, or {@code null}
     */
    void addDataCellArray(String key, DataCell... cells);

    /**
     * @param key the key
     * @param type a column type or {@code null}
     */
    void addDataType(String key, DataType type);
}
