package org.fewlabel.headless.run;

import java.util.List;
import java.util.Map;

import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.headless.slice.RunnableNode.Configured;
import org.fewlabel.headless.workflow.FlowVariable;
import org.fewlabel.headless.workflow.VariableOverrides;
import org.fewlabel.headless.workflow.WorkflowNode;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/**
 * A node before it is executed: whether it is configured, and if not, why. It is configured again and again, as in
 * KNIME.
 */
final class NodeSetup {

    private final WorkflowNode node;

    private final RunnableNode runnable;

    /** The default settings that a node without saved settings derived at its first configure, which are kept. */
    private NodeSettings guessed;

    private NodeSettings settings;

    private Configured configured;

    private InvalidSettingsException refusal;

    private Throwable fault;

    NodeSetup(final WorkflowNode node, final RunnableNode runnable) {
        this.node = node;
        this.runnable = runnable;
    }

    /** @return the types of the data input ports */
    List<PortType> inPorts() {
        return runnable.inPorts();
    }

    /**
     * Configures the node. It is not tried again once it has thrown anything but {@link InvalidSettingsException}.
     *
     * @param in the specs at the input ports; {@code null} only where nothing is connected to an optional one
     */
    void configure(final PortObjectSpec[] in, final Map<String, FlowVariable> variables) {
        if (fault != null) {
            return;
        }
        configured = null;
        refusal = null;
        try {
            settings = settings(in, variables);
            configured = runnable.configure(settings, in);
        } catch (InvalidSettingsException e) {
            refusal = e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
            fault = e;
        }
    }

    private NodeSettings settings(final PortObjectSpec[] in, final Map<String, FlowVariable> variables)
        throws InvalidSettingsException {
        final var own = VariableOverrides.settings(node, variables);
        if (!own.keySet().isEmpty()) {
            return own;
        }
        if (guessed == null) {
            guessed = runnable.defaultSettings(in);
        }
        return guessed;
    }

    /** @return whether settings and specs are compatible */
    boolean isConfigured() {
        return configured != null;
    }

    /** @return the output specs; {@code null} if the node is not configured */
    Configured configured() {
        return configured;
    }

    /** @return the settings of the last configure, also if they were not suitable */
    NodeSettings settings() {
        return settings;
    }

    /**
     * @return why settings and specs are not compatible; {@code null} if they are, or the node was not configured yet
     */
    InvalidSettingsException refusal() {
        return refusal;
    }

    /** @return an exception that configure must never throw; {@code null} if there was none */
    Throwable fault() {
        return fault;
    }
}
