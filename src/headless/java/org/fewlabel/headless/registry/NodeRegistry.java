package org.fewlabel.headless.registry;

import java.util.Optional;

import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.headless.workflow.WorkflowException;
import org.fewlabel.headless.workflow.WorkflowFiles;
import org.fewlabel.headless.workflow.WorkflowNode;

/** Creates the nodes of a workflow. */
@FunctionalInterface
public interface NodeRegistry {

    /**
     * @param node the node in the workflow's files
     * @param files the files that the node may use
     * @return a new node; empty if this registry does not have it
     * @throws WorkflowException if it has the node but cannot create it, or not in the form that the workflow needs
     */
    Optional<RunnableNode> create(WorkflowNode node, WorkflowFiles files) throws WorkflowException;

    /** @return a registry that tries this one first and then another */
    default NodeRegistry or(final NodeRegistry other) {
        return (node, files) -> {
            final var found = create(node, files);
            return found.isPresent() ? found : other.create(node, files);
        };
    }
}
