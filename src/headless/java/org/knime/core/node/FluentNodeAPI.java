package org.knime.core.node;

/** Marks the stages in which a node is described step by step. */
public interface FluentNodeAPI {
}
