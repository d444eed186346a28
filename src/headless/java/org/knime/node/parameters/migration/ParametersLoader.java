package org.knime.node.parameters.migration;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * Reads a value from settings.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface ParametersLoader<T> {

    /**
     * @param settings the level of the settings that holds the field
     * @throws InvalidSettingsException if the value cannot be read; the message is for the user
     */
    T load(NodeSettingsRO settings) throws InvalidSettingsException;
}
