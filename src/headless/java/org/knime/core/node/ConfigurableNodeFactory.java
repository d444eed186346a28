package org.knime.core.node;

/**
 * Makes a node whose ports may be configured.
 *
 * @param <T> what the node does
 */
public abstract class ConfigurableNodeFactory<T extends NodeModel> extends NodeFactory<T> {

    /** For subclasses. */
    protected ConfigurableNodeFactory() {
    }

    /**
     * For subclasses.
     *
     * @param lazyInitialization whether the description is made only when someone looks; here always
     */
    protected ConfigurableNodeFactory(final boolean lazyInitialization) {
        super(lazyInitialization);
    }
}
