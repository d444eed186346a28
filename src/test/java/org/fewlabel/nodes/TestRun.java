package org.fewlabel.nodes;

import java.util.function.Consumer;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.RunnableNode;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Configures and executes a node as a workflow does, with its default settings unless a test changes some. */
public record TestRun(RunnableNode.Configured configured, RunnableNode.Executed executed) {

    public static TestRun of(final NodeFactory<?> factory, final PortObject... in) throws Exception {
        return of(factory, settings -> {}, in);
    }

    public static TestRun of(final NodeFactory<?> factory, final Consumer<NodeSettings> change, final PortObject... in)
        throws Exception {
        return of(factory, change, ExecutionContexts.create().context(), in);
    }

    public static TestRun of(final NodeFactory<?> factory, final Consumer<NodeSettings> change,
        final ExecutionContext exec, final PortObject... in) throws Exception {
        return of(NodeAccess.of(factory), change, exec, in);
    }

    /** With a node whose ports are not those of a new one. */
    public static TestRun of(final RunnableNode node, final Consumer<NodeSettings> change, final ExecutionContext exec,
        final PortObject... in) throws Exception {
        final var specs = new PortObjectSpec[in.length];
        for (var i = 0; i < in.length; i++) {
            specs[i] = in[i].getSpec();
        }
        final var settings = node.defaultSettings(specs);
        change.accept(settings);
        return new TestRun(node.configure(settings, specs), node.execute(settings, in, exec));
    }

    /** The output specs of a node before execution. */
    public static RunnableNode.Configured configure(final NodeFactory<?> factory, final Consumer<NodeSettings> change,
        final PortObjectSpec... specs) throws Exception {
        final var node = NodeAccess.of(factory);
        final var settings = node.defaultSettings(specs);
        change.accept(settings);
        return node.configure(settings, specs);
    }

    public BufferedDataTable table(final int port) {
        return (BufferedDataTable)executed.objects()[port];
    }

    public PortObject object(final int port) {
        return executed.objects()[port];
    }

    /** What the node has written into KNIME's log, as one line; empty if nothing. */
    public String information() {
        return String.join(" ", executed.information());
    }

    /** Its message and what it has written into the log, as one line; empty if nothing. */
    public String sentences() {
        return (warning() == null ? "" : warning() + " ") + information();
    }

    public String warning() {
        return executed.warning();
    }
}
