package org.fewlabel.headless.node;

import java.util.Arrays;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.DefaultModel.RearrangeColumnsOutput;
import org.knime.node.parameters.NodeParameters;

/** The inputs and outputs of a node's model. */
final class Exchange {

    private Exchange() {
    }

    /** The input of the model at configure. */
    record SpecsIn(NodeParameters parameters, PortObjectSpec[] specs, PortType[] outTypes) implements ConfigureInput {

        @Override
        @SuppressWarnings("unchecked") // the model asks for the class that it declared
        public <S extends NodeParameters> S getParameters() {
            return (S)parameters;
        }

        @Override
        public PortObjectSpec[] getInPortSpecs() {
            return specs;
        }

        @Override
        @SuppressWarnings("unchecked") // the model asks for the spec of the type that its port has
        public <S extends PortObjectSpec> S getInPortSpec(final int index) {
            return (S)specs[index];
        }

        @Override
        public DataTableSpec[] getInTableSpecs() {
            return Arrays.stream(specs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
        }

        @Override
        public DataTableSpec getInTableSpec(final int portIndex) {
            return (DataTableSpec)specs[portIndex];
        }

        @Override
        public PortType[] getOutPortTypes() {
            return outTypes;
        }
    }

    /** The output of the model at configure. */
    static final class SpecsOut implements ConfigureOutput {

        final PortObjectSpec[] specs;

        String warning;

        SpecsOut(final int ports) {
            specs = new PortObjectSpec[ports];
        }

        @Override
        public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
            specs[index] = spec;
        }

        @Override
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final <S extends PortObjectSpec> void setOutSpecs(final S... outSpecs) {
            System.arraycopy(outSpecs, 0, specs, 0, outSpecs.length);
        }

        @Override
        public void setWarningMessage(final String message) {
            warning = message;
        }
    }

    /** The input of the model at execution. */
    record DataIn(NodeParameters parameters, PortObject[] objects, PortType[] outTypes, ExecutionContext exec)
        implements
            ExecuteInput {

        @Override
        @SuppressWarnings("unchecked") // the model asks for the class that it declared
        public <S extends NodeParameters> S getParameters() {
            return (S)parameters;
        }

        @Override
        public ExecutionContext getExecutionContext() {
            return exec;
        }

        @Override
        public PortObject[] getInPortObjects() {
            return objects;
        }

        @Override
        @SuppressWarnings("unchecked") // the model asks for the object of the type that its port has
        public <D extends PortObject> D getInPortObject(final int portIndex) {
            return (D)objects[portIndex];
        }

        @Override
        public BufferedDataTable[] getInTables() {
            return Arrays.stream(objects).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
        }

        @Override
        public BufferedDataTable getInTable(final int portIndex) {
            return (BufferedDataTable)objects[portIndex];
        }

        @Override
        public PortType[] getOutPortTypes() {
            return outTypes;
        }
    }

    /** The output of the model at execution. */
    static final class DataOut implements ExecuteOutput {

        final PortObject[] objects;

        String warning;

        DataOut(final int ports) {
            objects = new PortObject[ports];
        }

        @Override
        public <D extends PortObject> void setOutData(final int index, final D data) {
            objects[index] = data;
        }

        @Override
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final <D extends PortObject> void setOutData(final D... data) {
            System.arraycopy(data, 0, objects, 0, data.length);
        }

        @Override
        @SafeVarargs
        public final <D extends PortObject> void setInternalData(final D... data) {
            // used by views only, which are not shown
        }

        @Override
        public void setWarningMessage(final String message) {
            warning = message;
        }
    }

    /** The input of a model that rearranges columns. */
    record ColumnsIn(NodeParameters parameters, DataTableSpec spec) implements RearrangeColumnsInput {

        @Override
        @SuppressWarnings("unchecked") // the model asks for the class that it declared
        public <S extends NodeParameters> S getParameters() {
            return (S)parameters;
        }

        @Override
        public DataTableSpec getDataTableSpec() {
            return spec;
        }
    }

    /** The output of a model that rearranges columns. */
    static final class ColumnsOut implements RearrangeColumnsOutput {

        ColumnRearranger rearranger;

        @Override
        public void setColumnRearranger(final ColumnRearranger columnRearranger) {
            if (columnRearranger == null) {
                throw new IllegalArgumentException("The column rearranger must not be null.");
            }
            rearranger = columnRearranger;
        }
    }
}
