package org.knime.node;

import org.fewlabel.headless.node.DeclaredFacts;
import org.fewlabel.headless.node.DeclaredNode;
import org.fewlabel.headless.slice.NodeAccess;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeModel;

/** Makes a node that is declared as a {@link DefaultNode}. Subclasses need a constructor without arguments. */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel> {

    static {
        NodeAccess.register(DefaultNodeFactory.class,
            (factory, file) -> new DeclaredNode(
                Declarations.of(factory, factory.m_node, ConfiguredPorts.of(file))),
            factory -> new DeclaredFacts(Declarations.of(factory, factory.m_node)));
    }

    private final DefaultNode m_node;

    /** @param node everything about the node */
    protected DefaultNodeFactory(final DefaultNode node) {
        super(true);
        m_node = node;
    }
}
