package org.fewlabel.headless.node.settings;

import org.fewlabel.headless.node.reflect.Instances;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persistor;

/** A value with a persistor of its own. */
final class PersistorCodec implements Codec {

    private final NodeParametersPersistor<Object> persistor;

    @SuppressWarnings("unchecked") // the annotation cannot say for which type its persistor is
    PersistorCodec(final Persistor annotation) {
        persistor = (NodeParametersPersistor<Object>)Instances.create(annotation.value());
    }

    String[][] paths() {
        return persistor.getConfigPaths();
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        persistor.save(value, settings);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return persistor.load(settings);
    }
}
