package org.fewlabel.headless.node.settings;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * A level of its own in the settings.
 *
 * @param key the key of the level
 * @param content what the level holds
 */
record NestedCodec(String key, Codec content) implements Codec {

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        content.save(value, settings.addNodeSettings(key));
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return content.load(settings.getNodeSettings(key));
    }
}
