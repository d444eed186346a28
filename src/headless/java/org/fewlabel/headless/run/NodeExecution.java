package org.fewlabel.headless.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.fewlabel.headless.slice.AnnouncedSpecs;
import org.fewlabel.headless.slice.NodeLog;
import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.headless.workflow.WorkflowNode;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;

/** The execution of one configured node of a workflow: gathers its inputs, executes it, checks its outputs. */
final class NodeExecution {

    private static final double NANOS = 1e9;

    private final WorkflowRun run;

    private final WorkflowNode node;

    private final RunnableNode runnable;

    private final NodeSetup setup;

    private final List<String> warnings = new ArrayList<>();

    private long began;

    /** @param setup the state of the node after its predecessors have finished */
    NodeExecution(final WorkflowRun run, final WorkflowNode node, final RunnableNode runnable, final NodeSetup setup) {
        this.run = run;
        this.node = node;
        this.runnable = runnable;
        this.setup = setup;
    }

    /** @param before the results of the preceding nodes */
    NodeResult execute(final Map<Integer, NodeResult> before, final RunListener listener) {
        if (setup.fault() != null) {
            return failed(NodeState.FAILED, fault(setup.fault()), setup.fault());
        }
        if (run.isCancelled()) {
            return failed(NodeState.NOT_EXECUTED, "The execution was canceled", null);
        }
        final var in = new PortObject[runnable.inPorts().size()];
        for (final var connection : run.workflow().into(node.id())) {
            final var source = before.get(connection.source());
            if (source.state() != NodeState.EXECUTED) {
                return failed(NodeState.NOT_EXECUTED, source.node().label() + " was not executed", null);
            }
            if (connection.carriesData()) {
                in[connection.destPort() - 1] = source.object(connection.sourcePort());
            }
        }
        for (int i = 0; i < in.length; i++) {
            if (in[i] == null && !runnable.inPorts().get(i).isOptional()) {
                return failed(NodeState.NOT_EXECUTED,
                    "Nothing is connected to input port " + (i + 1) + " (" + runnable.inPorts().get(i).getName() + ")",
                    null);
            }
        }
        listener.started(node);
        began = System.nanoTime();
        return execute(in, listener);
    }

    private NodeResult execute(final PortObject[] in, final RunListener listener) {
        if (setup.refusal() != null) {
            return failed(NodeState.FAILED, setup.refusal().getMessage(), setup.refusal());
        }
        warn(setup.configured().warning());
        final var thread = new NodeThread(node, runnable, setup.settings(), in, run.places());
        try {
            run.begin(thread);
            try {
                return executed(setup.configured(), thread.execute(listener));
            } finally {
                run.end();
            }
        } catch (ExecutionException e) {
            return failed(e.getCause(), thread.errors());
        } catch (RuntimeException | AssertionError e) {
            return failed(e, List.of());
        }
    }

    private NodeResult executed(final RunnableNode.Configured configured, final RunnableNode.Executed executed) {
        if (!Objects.equals(configured.warning(), executed.warning())) {
            warn(executed.warning());
        }
        final var objects = executed.objects();
        for (int i = 0; i < runnable.outPorts().size(); i++) {
            if (objects == null || i >= objects.length || objects[i] == null) {
                return failed(NodeState.FAILED, "The node gave nothing at output port " + (i + 1), null);
            }
            if (objects[i].getSpec() == null) {
                return failed(NodeState.FAILED, "What the node gave at output port " + (i + 1) + " has no spec", null);
            }
        }
        final var other = AnnouncedSpecs.compare(runnable.name(), configured.specs(), objects);
        if (other != null) {
            warnings.clear();
            warn(other);
        }
        return new NodeResult(node, NodeState.EXECUTED, List.of(objects), List.copyOf(runnable.outPortNames()),
            seconds(), executed.information(), List.copyOf(warnings), null, null);
    }

    private String fault(final Throwable cause) {
        return "Configure failed (" + cause.getClass().getSimpleName() + "): " + cause.getMessage()
            + "\nThis is a bug of " + runnable.name()
            + ", whatever its settings and its input are. Please report it with these lines:\n"
            + NodeLog.trace(cause);
    }

    /** @param log the errors in the node's log, for the report of a bug */
    private NodeResult failed(final Throwable cause, final List<String> log) {
        if (cause instanceof CanceledExecutionException || run.isCancelled()) {
            return failed(NodeState.CANCELED, "The execution was canceled", cause);
        }
        if (cause instanceof KNIMEException || cause instanceof InvalidSettingsException) {
            return failed(NodeState.FAILED, String.join("\n", Stream.concat(Stream.of(cause.getMessage()), log.stream())
                .toList()), cause);
        }
        final var trace = cause.getStackTrace();
        return failed(NodeState.FAILED, cause + (trace.length == 0 ? "" : " (at " + trace[0] + ")"), cause);
    }

    private NodeResult failed(final NodeState state, final String error, final Throwable cause) {
        return new NodeResult(node, state, List.of(), List.of(), began == 0 ? 0 : seconds(), List.of(),
            List.copyOf(warnings),
            error, cause);
    }

    private void warn(final String warning) {
        if (warning != null && !warning.isBlank()) {
            warnings.add(warning);
        }
    }

    private double seconds() {
        return (System.nanoTime() - began) / NANOS;
    }
}
