package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.node.config.Config;

/** The content of a model or a spec in memory. */
public final class ModelContent extends Config implements ModelContentRO, ModelContentWO {

    private static final long serialVersionUID = 1L;

    /** @param key the key */
    public ModelContent(final String key) {
        super(key);
    }

    @Override
    public Config getInstance(final String key) {
        return new ModelContent(key);
    }

    @Override
    public ModelContentWO addModelContent(final String key) {
        return (ModelContent)addConfig(key);
    }

    @Override
    public void addModelContent(final ModelContent modelContent) {
        addConfig(modelContent);
    }

    @Override
    public ModelContent getModelContent(final String key) throws InvalidSettingsException {
        return (ModelContent)getConfig(key);
    }

    /**
     * @param in KNIME's XML; is closed
     * @return what it holds, under the key of its root
     * @throws IOException if reading fails or it is not such XML
     */
    public static synchronized ModelContentRO loadFromXML(final InputStream in) throws IOException {
        final var loaded = new ModelContent("ignored");
        Config.loadFromXML(loaded, in);
        return loaded;
    }
}
