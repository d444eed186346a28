package org.fewlabel.headless.run;

import java.util.List;
import java.util.Map;

import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.headless.workflow.Connection;
import org.fewlabel.headless.workflow.Workflow;
import org.fewlabel.headless.workflow.WorkflowException;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;

/** Checks that the connections of a workflow are between existing ports of compatible types. */
final class PortCheck {

    private final Workflow workflow;

    private final Map<Integer, RunnableNode> nodes;

    private PortCheck(final Workflow workflow, final Map<Integer, RunnableNode> nodes) {
        this.workflow = workflow;
        this.nodes = nodes;
    }

    /** @throws WorkflowException if a connection cannot be; the message names nodes and ports */
    static void check(final Workflow workflow, final Map<Integer, RunnableNode> nodes) throws WorkflowException {
        final var check = new PortCheck(workflow, nodes);
        for (final var connection : workflow.connections()) {
            check.check(connection);
        }
    }

    private void check(final Connection connection) throws WorkflowException {
        final var source = nodes.get(connection.source()).outPorts();
        final var dest = nodes.get(connection.dest()).inPorts();
        if (connection.carriesData() != (connection.sourcePort() != Connection.VARIABLE_PORT)) {
            throw new WorkflowException("The connection " + connection + " joins a data port and a flow variable port");
        }
        if (connection.carriesData()) {
            final var out = port("output", connection.source(), connection.sourcePort(), source);
            final var in = port("input", connection.dest(), connection.destPort(), dest);
            if (!fits(out, in)) {
                throw new WorkflowException(
                    "The connection %s does not fit: %s gives '%s', but %s takes '%s'".formatted(
                        connection, label(connection.source()), out.getName(), label(connection.dest()), in.getName()));
            }
        }
    }

    /**
     * As in KNIME: a port with any model, such as a reader's, may be connected to one for a certain kind; whether it
     * gets that kind is checked when the node is executed. Tables go to table ports only.
     */
    private static boolean fits(final PortType out, final PortType in) {
        if (out.equals(BufferedDataTable.TYPE) || in.equals(BufferedDataTable.TYPE)) {
            return out.equals(in);
        }
        return in.isSuperTypeOf(out) || out.isSuperTypeOf(in);
    }

    private PortType port(final String direction, final int node, final int port, final List<PortType> ports)
        throws WorkflowException {
        if (port < 1 || port > ports.size()) {
            throw new WorkflowException("A connection goes to %s port %d of %s, which has %s".formatted(direction, port,
                label(node),
                ports.isEmpty() ? "none" : ports.size() == 1 ? "only port 1" : "ports 1 to " + ports.size()));
        }
        return ports.get(port - 1);
    }

    private String label(final int node) {
        return workflow.node(node).orElseThrow().label();
    }
}
