package org.fewlabel.headless.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.fewlabel.headless.registry.NodeRegistry;
import org.fewlabel.headless.slice.FileAccess;
import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.headless.workflow.FlowVariable;
import org.fewlabel.headless.workflow.Limits;
import org.fewlabel.headless.workflow.NodeOption;
import org.fewlabel.headless.workflow.Workflow;
import org.fewlabel.headless.workflow.WorkflowException;
import org.fewlabel.headless.workflow.WorkflowFiles;
import org.fewlabel.headless.workflow.WorkflowFolder;
import org.fewlabel.headless.workflow.WorkflowLoader;
import org.fewlabel.headless.workflow.WorkflowPlaces;

/**
 * A workflow with its nodes, ready to be executed. Nodes are executed sequentially; if a node fails, its successors are
 * not executed, but the others are.
 */
public final class WorkflowRun {

    private final Workflow workflow;

    private final Map<Integer, RunnableNode> nodes;

    private final FileAccess.Places places;

    private final Map<String, FlowVariable> variables = new HashMap<>();

    private NodeThread running;

    private boolean canceled;

    private WorkflowRun(final Workflow workflow, final Map<Integer, RunnableNode> nodes,
        final FileAccess.Places places) {
        this.workflow = workflow;
        this.nodes = nodes;
        this.places = places;
        variables.putAll(workflow.variables());
    }

    /**
     * Loads a workflow that may use the files in its own folder.
     *
     * @param folder the workflow's folder
     * @param registry that creates the nodes
     * @throws WorkflowException if the workflow is broken or has a node that the registry does not; the message says
     *             what is wrong
     */
    public static WorkflowRun load(final Path folder, final NodeRegistry registry)
        throws IOException, WorkflowException {
        return load(folder, registry, false);
    }

    /**
     * Loads a workflow.
     *
     * @param localFiles whether it may use files outside its own folder
     * @see #load(Path, NodeRegistry)
     */
    public static WorkflowRun load(final Path folder, final NodeRegistry registry, final boolean localFiles)
        throws IOException, WorkflowException {
        final var workflow = WorkflowLoader.load(new WorkflowFolder(folder, Limits.DEFAULT));
        final var files = new WorkflowFiles(workflow.folder(), localFiles);
        final var nodes = new LinkedHashMap<Integer, RunnableNode>();
        for (final var node : workflow.nodes()) {
            nodes.put(node.id(), registry.create(node, files).orElseThrow(() -> new WorkflowException(
                "The node %s is not known. It is created by %s of %s; only registered nodes can be used".formatted(
                    node.label(), node.factory(), node.bundle()))));
        }
        PortCheck.check(workflow, nodes);
        return new WorkflowRun(workflow, nodes, new WorkflowPlaces(files));
    }

    /** @return the workflow */
    public Workflow workflow() {
        return workflow;
    }

    /** @return the files that nodes may open */
    FileAccess.Places places() {
        return places;
    }

    /** @return the nodes by their number */
    public Map<Integer, RunnableNode> nodes() {
        return Collections.unmodifiableMap(nodes);
    }

    /**
     * Changes settings before execution.
     *
     * @throws IllegalArgumentException if there is no such node or setting; the message says what there is
     */
    public void apply(final Collection<NodeOption> options) {
        options.forEach(option -> option.apply(workflow));
    }

    /** Sets workflow variables before execution. */
    public void set(final Collection<FlowVariable> values) {
        values.forEach(variable -> variables.put(variable.name(), variable));
    }

    /**
     * Configures all nodes, executes them and waits until they have finished. The successors of an executed node are
     * configured again, with their current input specs.
     *
     * @param listener to the execution
     */
    public WorkflowResult execute(final RunListener listener) {
        final var results = new LinkedHashMap<Integer, NodeResult>();
        final var setup = new WorkflowSetup(workflow, nodes, variables);
        setup.configureAll();
        for (final var node : workflow.nodes()) {
            final var result = new NodeExecution(this, node, nodes.get(node.id()), setup.of(node.id())).execute(results,
                listener);
            results.put(node.id(), result);
            setup.finished(result);
            listener.finished(result);
        }
        return new WorkflowResult(workflow, Collections.unmodifiableMap(results));
    }

    /**
     * Cancels the executing node and all following ones; returns immediately. {@link #execute} returns when the node
     * has ended.
     */
    public synchronized void cancel() {
        canceled = true;
        if (running != null) {
            running.cancel();
        }
    }

    /** @return whether the user canceled */
    synchronized boolean isCancelled() {
        return canceled;
    }

    /** Must be called before a node starts, so that it can be canceled. */
    synchronized void begin(final NodeThread thread) {
        running = thread;
        if (canceled) {
            thread.cancel();
        }
    }

    /** Must be called when the node has ended. */
    synchronized void end() {
        running = null;
    }
}
