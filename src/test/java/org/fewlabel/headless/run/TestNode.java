package org.fewlabel.headless.run;

import java.util.List;

import org.fewlabel.headless.slice.RunnableNode;
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

/** A node without inputs and with one output table. */
class TestNode implements RunnableNode {

    private final String name;

    private final Work work;

    /** What the node does. */
    @FunctionalInterface
    interface Work {
        PortObject execute(PortObject[] in, ExecutionContext exec) throws CanceledExecutionException, KNIMEException;
    }

    TestNode(final String name, final Work work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<PortType> inPorts() {
        return List.of();
    }

    @Override
    public List<PortType> outPorts() {
        return List.of(BufferedDataTable.TYPE);
    }

    @Override
    public List<String> outPortNames() {
        return List.of("Output");
    }

    @Override
    public NodeSettings defaultSettings(final PortObjectSpec[] in) {
        return new NodeSettings("model");
    }

    @Override
    public Configured configure(final NodeSettingsRO model, final PortObjectSpec[] in) throws InvalidSettingsException {
        return new Configured(new PortObjectSpec[1], null);
    }

    @Override
    public Executed execute(final NodeSettingsRO model, final PortObject[] in, final ExecutionContext exec)
        throws CanceledExecutionException, KNIMEException {
        return new Executed(new PortObject[]{work.execute(in, exec)}, null, List.of());
    }
}
