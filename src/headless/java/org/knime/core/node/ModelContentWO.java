package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** The content of a model or a spec: for writing. */
public interface ModelContentWO extends ConfigWO {

    /**
     * @param key the key of a new part
     * @return the part, empty
     */
    ModelContentWO addModelContent(String key);

    /** @param modelContent a part to add under its own key */
    void addModelContent(ModelContent modelContent);
}
