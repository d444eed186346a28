package org.knime.node;

import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeModel;

/** Makes a node that is declared as a {@link DefaultNode}. Subclasses need a constructor without arguments. */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel> {

    private final DefaultNode m_node;

    /** @param node everything about the node */
    protected DefaultNodeFactory(final DefaultNode node) {
        super(true);
        m_node = node;
    }

    final DefaultNode node() {
        return m_node;
    }
}
