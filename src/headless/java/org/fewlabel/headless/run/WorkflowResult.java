package org.fewlabel.headless.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.fewlabel.headless.workflow.Workflow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/**
 * How it went with a workflow.
 *
 * @param workflow the workflow
 * @param nodes how it went with each node, by the node's number, in order of execution
 */
public record WorkflowResult(Workflow workflow, Map<Integer, NodeResult> nodes) {

    /**
     * What is at an output port.
     *
     * @param node the node
     * @param port the port, counted from 1
     * @param portName its name as the user sees it
     * @param object what is there
     */
    public record Output(NodeResult node, int port, String portName, PortObject object) {
    }

    /** @return whether all nodes were executed */
    public boolean succeeded() {
        return nodes.values().stream().allMatch(node -> node.state() == NodeState.EXECUTED);
    }

    /** @return how it went with a node */
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

    /** @return what is at the output ports that nothing is connected to */
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
