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

    /** What a node without settings of its own guessed when it was configured first; it keeps that. */
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
     * Configures the node. It is not tried again once anything but {@link InvalidSettingsException} came out of it.
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

    /** @return whether settings and specs go together */
    boolean isConfigured() {
        return configured != null;
    }

    /** @return what configuring gave; {@code null} if the node is not configured */
    Configured configured() {
        return configured;
    }

    /** @return the settings that it was configured with last, also if they did not suit */
    NodeSettings settings() {
        return settings;
    }

    /** @return why settings and specs do not go together; {@code null} if they do, or that was not asked yet */
    InvalidSettingsException refusal() {
        return refusal;
    }

    /** @return what must never come out of configuring a node; {@code null} if nothing such did */
    Throwable fault() {
        return fault;
    }
}
