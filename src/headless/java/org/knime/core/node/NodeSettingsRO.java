package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;

/** The settings of a node: for reading. */
public interface NodeSettingsRO extends ConfigRO {

    /**
     * @param key the key of a part
     * @return the part
     * @throws InvalidSettingsException if there is none
     */
    NodeSettingsRO getNodeSettings(String key) throws InvalidSettingsException;
}
