package org.fewlabel.headless.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.fewlabel.headless.workflow.Connection;
import org.fewlabel.headless.workflow.Workflow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/**
 * The result of a workflow.
 *
 * @param workflow the workflow
 * @param nodes the result of each node, by the node's number, in order of execution
 */
public record WorkflowResult(Workflow workflow, Map<Integer, NodeResult> nodes) {

    /**
     * An object at an output port.
     *
     * @param node the node
     * @param port the port, counted from 1
     * @param portName its name as the user sees it
     * @param object at the port
     */
    public record Output(NodeResult node, int port, String portName, PortObject object) {
    }

    /** @return whether all nodes were executed */
    public boolean succeeded() {
        return nodes.values().stream().allMatch(node -> node.state() == NodeState.EXECUTED);
    }

    /** @return the result of a node */
    public NodeResult node(final int id) {
        final var result = nodes.get(id);
        if (result == null) {
            throw new IllegalArgumentException("There is no node #" + id);
        }
        return result;
    }

    /**
     * @param port the output port, counted from 1
     * @return the table there
     * @throws IllegalStateException if there is none; the message says why
     */
    public BufferedDataTable table(final int id, final int port) {
        final var result = node(id);
        if (result.state() != NodeState.EXECUTED) {
            throw new IllegalStateException(result.node().label() + " was not executed: " + result.error());
        }
        return result.table(port).orElseThrow(
            () -> new IllegalStateException("There is no table at port " + port + " of " + result.node().label()));
    }

    /**
     * @return whether the table at an output port is a table at an input port of the same node with columns appended
     */
    public boolean appends(final Output output) {
        return output.object() instanceof BufferedDataTable table
            && workflow.into(output.node().node().id()).stream().filter(Connection::carriesData)
                .map(connection -> node(connection.source()).object(connection.sourcePort()))
                .anyMatch(in -> in instanceof BufferedDataTable source && beginsWith(table, source));
    }

    private static boolean beginsWith(final BufferedDataTable table, final BufferedDataTable source) {
        final var names = List.of(table.getDataTableSpec().getColumnNames());
        final var first = List.of(source.getDataTableSpec().getColumnNames());
        return names.size() >= first.size() && names.subList(0, first.size()).equals(first);
    }

    /** @return the objects at unconnected output ports */
    public List<Output> outputs() {
        final var outputs = new ArrayList<Output>();
        for (final var result : nodes.values()) {
            for (int port = 1; port <= result.objects().size(); port++) {
                if (!workflow.isConnected(result.node().id(), port)) {
                    outputs.add(new Output(result, port, result.portNames().get(port - 1), result.object(port)));
                }
            }
        }
        return outputs;
    }
}
