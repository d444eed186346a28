package org.fewlabel.headless.node.settings;

import org.fewlabel.headless.node.reflect.Instances;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.persistence.Persistable;

/** Parameters to settings and back. */
public final class ParameterSettings {

    private ParameterSettings() {
    }

    /**
     * Writes every field that is neither private, static nor transient.
     *
     * @throws IllegalArgumentException if a field has a type that KNIME cannot save
     * @throws IllegalStateException if the annotations of a field contradict each other
     */
    public static void save(final Persistable parameters, final NodeSettingsWO settings) {
        Codecs.ofClass(parameters.getClass()).save(parameters, settings);
    }

    /**
     * Reads every field that is neither private, static nor transient. Keys that no field has are ignored.
     *
     * @throws InvalidSettingsException if the settings lack a field or hold another type; the message names it
     * @throws IllegalArgumentException if a field has a type that KNIME cannot load
     * @throws IllegalStateException if the annotations of a field contradict each other
     */
    public static <P extends Persistable> P load(final Class<P> type, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        return type.cast(Codecs.ofClass(type).load(settings));
    }

    /**
     * @param input what is known about the node's ports
     * @return parameters as the constructor that takes an input made them, or, where there is none, as the constructor
     *         without arguments did
     * @throws IllegalStateException if the constructor is missing or fails
     */
    public static <P extends NodeParameters> P defaults(final Class<P> type, final NodeParametersInput input) {
        return Instances.create(type, NodeParametersInput.class, input);
    }
}
