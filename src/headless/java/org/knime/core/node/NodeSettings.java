package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.node.config.Config;

/** The settings of a node in memory. */
public final class NodeSettings extends Config implements NodeSettingsRO, NodeSettingsWO {

    private static final long serialVersionUID = 1L;

    /** @param key the key */
    public NodeSettings(final String key) {
        super(key);
    }

    @Override
    public Config getInstance(final String key) {
        return new NodeSettings(key);
    }

    @Override
    public NodeSettingsWO addNodeSettings(final String key) {
        return (NodeSettings)addConfig(key);
    }

    @Override
    public void addNodeSettings(final NodeSettings settings) {
        addConfig(settings);
    }

    @Override
    public NodeSettings getNodeSettings(final String key) throws InvalidSettingsException {
        return (NodeSettings)getConfig(key);
    }

    /**
     * @param in KNIME's XML; is closed
     * @return what it holds, under the key of its root
     * @throws IOException if reading fails or it is not such XML
     */
    public static NodeSettingsRO loadFromXML(final InputStream in) throws IOException {
        final var loaded = new NodeSettings("ignored");
        Config.loadFromXML(loaded, in);
        return loaded;
    }
}
