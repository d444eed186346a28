package org.fewlabel.headless.slice;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/**
 * A node for the workflow runner: configure with settings and specs, execute with settings and data. Both the
 * plug-in's own nodes and the runner's stand-ins for KNIME's base nodes are executed through it. Arrays hold data ports
 * only (KNIME's flow variable port 0 is left out) in port order.
 */
public interface RunnableNode {

    /** @return the name that the user sees */
    String name();

    /** @return the description of the node; empty for the runner's stand-ins for KNIME's base nodes */
    default Optional<NodeFacts> facts() {
        return Optional.empty();
    }

    /** @return the types of the data input ports */
    List<PortType> inPorts();

    /** @return the types of the data output ports */
    List<PortType> outPorts();

    /** @return the shown names of the data output ports */
    List<String> outPortNames();

    /**
     * @param in the specs at the input ports; an entry is {@code null} where nothing is connected or known
     * @return the settings that a node fresh from the repository would have after its first configure
     */
    NodeSettings defaultSettings(PortObjectSpec[] in);

    /**
     * Configures the node. Any other exception is a bug of the node, which KNIME shows in red and logs with its stack
     * trace.
     *
     * @param model the node's own settings (the {@code model} config of its settings.xml)
     * @return specs (an entry is {@code null} where it is known only after execution) and the warning, if any
     * @throws InvalidSettingsException if settings and specs are not compatible; the message is for the user
     */
    Configured configure(NodeSettingsRO model, PortObjectSpec[] in) throws InvalidSettingsException;

    /**
     * @return the objects at the output ports and the warning, if any
     * @throws KNIMEException if execution failed; the message is for the user
     * @throws CanceledExecutionException if the user canceled
     */
    Executed execute(NodeSettingsRO model, PortObject[] in, ExecutionContext exec)
        throws CanceledExecutionException, KNIMEException, InvalidSettingsException;

    /** @param warning the message for the user, {@code null} if there is none */
    record Configured(PortObjectSpec[] specs, String warning) {
    }

    /**
     * @param warning the message for the user, {@code null} if there is none
     * @param information the node's log, line by line
     */
    record Executed(PortObject[] objects, String warning, List<String> information) {
    }
}
