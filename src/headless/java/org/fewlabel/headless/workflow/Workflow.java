package org.fewlabel.headless.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.knime.core.node.NodeSettings;

/**
 * A workflow as its files describe it.
 *
 * @param folder where its files are
 * @param name its name
 * @param settings the content of its main file
 * @param nodes the nodes in topological order
 * @param connections the connections; both ends exist
 * @param variables the workflow variables by name
 */
public record Workflow(WorkflowFolder folder, String name, NodeSettings settings, List<WorkflowNode> nodes,
    List<Connection> connections, Map<String, FlowVariable> variables) {

    /** @return the node with a number */
    public Optional<WorkflowNode> node(final int id) {
        return nodes.stream().filter(node -> node.id() == id).findFirst();
    }

    /** @return the connections that end at a node */
    public List<Connection> into(final int id) {
        return connections.stream().filter(c -> c.dest() == id).toList();
    }

    /** @return whether data is passed on from a port of a node; ports count from 1 */
    public boolean isConnected(final int id, final int port) {
        return connections.stream().anyMatch(c -> c.source() == id && c.sourcePort() == port);
    }
}
