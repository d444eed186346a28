package org.fewlabel.headless.node;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;

/** The known specs and objects at a node's input ports. */
public final class PortsInput implements NodeParametersInput {

    private final PortType[] inTypes;

    private final PortType[] outTypes;

    private final PortObjectSpec[] specs;

    private final PortObject[] objects;

    /**
     * @param inTypes the types of the data input ports
     * @param outTypes the types of the data output ports
     * @param specs one per input port, {@code null} if unknown
     * @param objects one per input port, {@code null} where there is none yet
     */
    public PortsInput(final List<PortType> inTypes, final List<PortType> outTypes, final PortObjectSpec[] specs,
        final PortObject[] objects) {
        if (specs.length != inTypes.size() || objects.length != inTypes.size()) {
            throw new IllegalArgumentException("There are " + inTypes.size() + " input ports but " + specs.length
                + " specs and " + objects.length + " objects.");
        }
        this.inTypes = inTypes.toArray(PortType[]::new);
        this.outTypes = outTypes.toArray(PortType[]::new);
        this.specs = specs.clone();
        this.objects = objects.clone();
    }

    /** @return an input of tables with these specs, {@code null} for an unknown one */
    public static PortsInput ofTables(final DataTableSpec... specs) {
        final var types = Arrays.stream(specs).map(s -> BufferedDataTable.TYPE).toList();
        return new PortsInput(types, List.of(), specs, new PortObject[specs.length]);
    }

    @Override
    public PortType[] getInPortTypes() {
        return inTypes.clone();
    }

    @Override
    public PortType[] getOutPortTypes() {
        return outTypes.clone();
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return Arrays.copyOf(specs, specs.length, PortObjectSpec[].class);
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
        return Optional.ofNullable(specs[portIndex]);
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(specs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
        return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
    }

    @Override
    public PortObject[] getInPortObjects() {
        return Arrays.copyOf(objects, objects.length, PortObject[].class);
    }

    @Override
    public Optional<PortObject> getInPortObject(final int portIndex) {
        return Optional.ofNullable(objects[portIndex]);
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Arrays.stream(objects).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
    }

    @Override
    public Optional<BufferedDataTable> getInTable(final int portIndex) {
        return getInPortObject(portIndex).map(BufferedDataTable.class::cast);
    }
}
