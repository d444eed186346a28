package org.fewlabel.headless.node.settings;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Writes the value of a field, or of all fields of a class, and reads it back. */
interface Codec {

    /** @param settings the level that holds the field, or the fields of the class */
    void save(Object value, NodeSettingsWO settings);

    /**
     * @param settings the level that holds the field, or the fields of the class
     * @throws InvalidSettingsException if the value is missing or invalid
     */
    Object load(NodeSettingsRO settings) throws InvalidSettingsException;
}
