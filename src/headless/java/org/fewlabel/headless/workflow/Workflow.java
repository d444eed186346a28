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
 * @param settings what is in its main file
 * @param nodes the nodes, each after all it depends on
 * @param connections the connections; both ends exist
 * @param variables the workflow variables by name
 */
public record Workflow(WorkflowFolder folder, String name, NodeSettings settings, List<WorkflowNode> nodes,
    List<Connection> connections, Map<String, FlowVariable> variables) {

    /** @return the node of this number */
    public Optional<WorkflowNode> node(final int id) {
        return nodes.stream().filter(node -> node.id() == id).findFirst();
    }

    /** @return the connections that end at a node */
    public List<Connection> into(final int id) {
        return connections.stream().filter(c -> c.dest() == id).toList();
    }

    /** @return whether data leaves a node at a port; ports count from 1 */
    public boolean isConnected(final int id, final int port) {
        return connections.stream().anyMatch(c -> c.source() == id && c.sourcePort() == port);
    }
}
