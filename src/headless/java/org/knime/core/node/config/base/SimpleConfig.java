package org.knime.core.node.config.base;

/** A config that is nothing but a config. */
public class SimpleConfig extends ConfigBase {

    private static final long serialVersionUID = 1L;

    /** @param key the key of this config */
    public SimpleConfig(final String key) {
        super(key);
    }

    @Override
    public ConfigBase getInstance(final String key) {
        return new SimpleConfig(key);
    }
}
