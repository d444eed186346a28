package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** The settings of a node: for writing. */
public interface NodeSettingsWO extends ConfigWO {

    /**
     * @param key the key of a new part
     * @return the part, empty
     */
    NodeSettingsWO addNodeSettings(String key);

    /** @param settings a part to add under its own key */
    void addNodeSettings(NodeSettings settings);
}
