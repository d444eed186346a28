package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;

/** The content of a model or a spec: for reading. */
public interface ModelContentRO extends ConfigRO {

    /**
     * @param key the key of a part
     * @return the part
     * @throws InvalidSettingsException if there is none
     */
    ModelContentRO getModelContent(String key) throws InvalidSettingsException;
}
