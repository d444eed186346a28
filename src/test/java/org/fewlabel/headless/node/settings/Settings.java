package org.fewlabel.headless.node.settings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.node.parameters.persistence.Persistable;

/** Settings for tests. */
public final class Settings {

    private Settings() {
    }

    /** @return what the parameters are saved as */
    public static NodeSettings of(final Persistable parameters) {
        final var settings = new NodeSettings("model");
        ParameterSettings.save(parameters, settings);
        return settings;
    }

    /** @return the settings as KNIME's XML: keys, types and values in their order */
    public static String xml(final NodeSettingsRO settings) {
        final var out = new ByteArrayOutputStream();
        try {
            ((NodeSettings)settings).saveToXML(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** @return the parameters of a node in a workflow that KNIME saved */
    public static NodeSettingsRO genuine(final String path) throws IOException, InvalidSettingsException {
        try (var in = Settings.class.getResourceAsStream("/knime-workflows/" + path + "/settings.xml")) {
            return NodeSettings.loadFromXML(in).getNodeSettings("model");
        }
    }
}
