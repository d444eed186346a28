package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/**
 * The parameters of a node. An implementing class needs a constructor without arguments and may have one that takes a
 * {@link NodeParametersInput} to guess defaults from the input. Fields that are neither private, static nor transient
 * are saved under their name without a leading {@code m_}.
 */
public interface NodeParameters extends Persistable, WidgetGroup {

    /**
     * Called whenever parameters were loaded from settings or created from defaults.
     *
     * @throws InvalidSettingsException if the values do not go together; the message is for the user
     */
    default void validate() throws InvalidSettingsException {
        // every combination is valid unless the implementing class says otherwise
    }
}
