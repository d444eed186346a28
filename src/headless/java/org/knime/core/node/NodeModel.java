package org.knime.core.node;

/** What a node does, as the platform drives it. Nodes of the new API never see it. */
public abstract class NodeModel {

    NodeModel() {
    }
}
