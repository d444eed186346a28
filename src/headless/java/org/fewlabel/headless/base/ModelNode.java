package org.fewlabel.headless.base;

import java.io.IOException;
import java.util.List;

import org.fewlabel.headless.slice.RunnableNode;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** A node of KNIME's that moves a port object other than a table between a port and a file. */
abstract class ModelNode implements RunnableNode {

    private static final List<PortType> ANY_MODEL = List.of(PortObject.TYPE);

    private final String name;

    private final boolean writes;

    /**
     * @param name the name that the user sees
     * @param writes whether the port object is an input written to the file, or an output read from it
     */
    ModelNode(final String name, final boolean writes) {
        this.name = name;
        this.writes = writes;
    }

    /** @throws InvalidSettingsException if a setting is missing, wrong or not supported; the message names it */
    abstract void check(NodeSettingsRO settings) throws InvalidSettingsException;

    /** @return the objects at the output ports */
    abstract PortObject[] move(NodeSettingsRO settings, PortObject[] in, ExecutionContext exec)
        throws InvalidSettingsException, IOException, CanceledExecutionException;

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<PortType> inPorts() {
        return writes ? ANY_MODEL : List.of();
    }

    @Override
    public final List<PortType> outPorts() {
        return writes ? List.of() : ANY_MODEL;
    }

    @Override
    public final List<String> outPortNames() {
        return writes ? List.of() : List.of("Model");
    }

    @Override
    public final NodeSettings defaultSettings(final PortObjectSpec[] in) {
        return new NodeSettings("model");
    }

    /** The content of the file is unknown before execution, since a preceding node may write it. */
    @Override
    public final Configured configure(final NodeSettingsRO model, final PortObjectSpec[] in)
        throws InvalidSettingsException {
        check(model);
        return new Configured(new PortObjectSpec[outPorts().size()], null);
    }

    @Override
    public final Executed execute(final NodeSettingsRO model, final PortObject[] in, final ExecutionContext exec)
        throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        try {
            return new Executed(move(model, in, exec), null, List.of());
        } catch (IOException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }
}
