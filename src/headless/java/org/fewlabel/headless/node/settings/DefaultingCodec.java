package org.fewlabel.headless.node.settings;

import java.util.stream.Stream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * A field that keeps its default where the settings have none of its paths.
 *
 * @param present how it is saved
 * @param paths where it is saved
 * @param field the field
 */
record DefaultingCodec(Codec present, String[][] paths, PersistedField field) implements Codec {

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        present.save(value, settings);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (Stream.of(paths).anyMatch(path -> Paths.present(settings, path))) {
            return present.load(settings);
        }
        return Codecs.defaultValue(field);
    }
}
