package org.fewlabel.headless.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.headless.workflow.Connection;
import org.fewlabel.headless.workflow.FlowVariable;
import org.fewlabel.headless.workflow.Workflow;
import org.knime.core.node.port.PortObjectSpec;

/**
 * Configures the nodes of a workflow when KNIME does: all of them before execution, and the successors of a node again
 * after its execution. A node is configured only if all its input specs are known; until then it is not configured,
 * which is not an error.
 */
final class WorkflowSetup {

    private final Workflow workflow;

    private final Map<String, FlowVariable> variables;

    private final Map<Integer, NodeSetup> setups = new LinkedHashMap<>();

    private final Map<Integer, List<Connection>> into;

    private final Map<Integer, NodeResult> executed = new HashMap<>();

    WorkflowSetup(final Workflow workflow, final Map<Integer, RunnableNode> nodes,
        final Map<String, FlowVariable> variables) {
        this.workflow = workflow;
        this.variables = variables;
        workflow.nodes().forEach(node -> setups.put(node.id(), new NodeSetup(node, nodes.get(node.id()))));
        into = workflow.connections().stream().collect(Collectors.groupingBy(Connection::dest));
    }

    /** @return the state of a node */
    NodeSetup of(final int id) {
        return setups.get(id);
    }

    /** Configures all nodes as after a reset, in the order of their execution. */
    void configureAll() {
        setups.keySet().forEach(this::configure);
    }

    /** Handles each node that was executed or failed: configures the successors of an executed one. */
    void finished(final NodeResult result) {
        if (result.state() != NodeState.EXECUTED) {
            return;
        }
        executed.put(result.node().id(), result);
        final var touched = new HashSet<>(Set.of(result.node().id()));
        for (final var node : workflow.nodes()) {
            if (!executed.containsKey(node.id())
                && into(node.id()).stream().anyMatch(connection -> touched.contains(connection.source()))) {
                touched.add(node.id());
                configure(node.id());
            }
        }
    }

    private List<Connection> into(final int id) {
        return into.getOrDefault(id, List.of());
    }

    private void configure(final int id) {
        final var setup = setups.get(id);
        final var ports = setup.inPorts();
        final var in = new PortObjectSpec[ports.size()];
        for (final var connection : into(id)) {
            if (!connection.carriesData()) {
                if (!executed.containsKey(connection.source()) && !setups.get(connection.source()).isConfigured()) {
                    return;
                }
                continue;
            }
            final var spec = spec(connection);
            if (spec == null) {
                return;
            }
            in[connection.destPort() - 1] = spec;
        }
        for (int i = 0; i < in.length; i++) {
            if (in[i] == null && !ports.get(i).isOptional()) {
                return;
            }
        }
        setup.configure(in, variables);
    }

    /** @return the spec of the data of a connection, {@code null} if unknown */
    private PortObjectSpec spec(final Connection connection) {
        final var result = executed.get(connection.source());
        if (result != null) {
            return result.object(connection.sourcePort()).getSpec();
        }
        final var source = setups.get(connection.source());
        return source.isConfigured() ? source.configured().specs()[connection.sourcePort() - 1] : null;
    }
}
