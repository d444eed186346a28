package org.fewlabel.headless.base;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

import org.fewlabel.headless.slice.RunnableNode;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** A node of KNIME's that takes tables and gives tables. */
abstract class BaseNode implements RunnableNode {

    private final String name;

    private final int inputs;

    private final List<String> outputs;

    /**
     * @param name the name that the user sees
     * @param inputs the number of input tables
     * @param outputs the names of the output tables
     */
    BaseNode(final String name, final int inputs, final String... outputs) {
        this.name = name;
        this.inputs = inputs;
        this.outputs = List.of(outputs);
    }

    /** @return the specs of the output tables */
    abstract DataTableSpec[] specs(NodeSettingsRO settings, DataTableSpec[] in)
        throws InvalidSettingsException, IOException;

    /** @return the output tables */
    abstract BufferedDataTable[] tables(NodeSettingsRO settings, BufferedDataTable[] in, ExecutionContext exec)
        throws InvalidSettingsException, IOException, CanceledExecutionException;

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<PortType> inPorts() {
        return Collections.nCopies(inputs, BufferedDataTable.TYPE);
    }

    @Override
    public final List<PortType> outPorts() {
        return Collections.nCopies(outputs.size(), BufferedDataTable.TYPE);
    }

    @Override
    public final List<String> outPortNames() {
        return outputs;
    }

    @Override
    public NodeSettings defaultSettings(final PortObjectSpec[] in) {
        return new NodeSettings("model");
    }

    @Override
    public final Configured configure(final NodeSettingsRO model, final PortObjectSpec[] in)
        throws InvalidSettingsException {
        final var specs = new DataTableSpec[in.length];
        System.arraycopy(in, 0, specs, 0, in.length);
        try {
            return new Configured(specs(model, specs), null);
        } catch (IOException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public final Executed execute(final NodeSettingsRO model, final PortObject[] in, final ExecutionContext exec)
        throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        final var tables = new BufferedDataTable[in.length];
        System.arraycopy(in, 0, tables, 0, in.length);
        try {
            return new Executed(tables(model, tables, exec), null, List.of());
        } catch (IOException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
