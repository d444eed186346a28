package org.knime.node.parameters.persistence;

import org.knime.core.node.NodeSettingsWO;

/**
 * Writes a value to settings.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface ParametersSaver<T> {

    /** @param nodeSettings the level of the settings that holds the field */
    void save(T param, NodeSettingsWO nodeSettings);
}
