package org.knime.node;

import java.util.Objects;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/**
 * What a node does: how it turns specs into specs and data into data, and with which parameters. Made within
 * {@link DefaultNode.RequireModel#model}.
 */
public abstract sealed class DefaultModel implements FluentNodeAPI {

    private final Class<? extends NodeParameters> m_parametersClass;

    private DefaultModel(final Class<? extends NodeParameters> parametersClass) {
        m_parametersClass = parametersClass;
    }

    static RequireModelParameters create() {
        return parametersClass -> new RequireConfigureOrRearrangeColumns() {

            @Override
            public RequireExecute
                configure(final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure) {
                return execute -> new Standard(parametersClass, configure, execute);
            }

            @Override
            public DefaultModel rearrangeColumns(
                final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns) {
                return new Rearranging(parametersClass, rearrangeColumns);
            }
        };
    }

    Optional<Class<? extends NodeParameters>> parametersClass() {
        return Optional.ofNullable(m_parametersClass);
    }

    /** A model with any ports. */
    static final class Standard extends DefaultModel {

        final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> m_configure;

        final ExecuteConsumer m_execute;

        private Standard(final Class<? extends NodeParameters> parametersClass,
            final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
            final ExecuteConsumer execute) {
            super(parametersClass);
            m_configure = Objects.requireNonNull(configure);
            m_execute = Objects.requireNonNull(execute);
        }
    }

    /** A model that adds, replaces or removes columns of one table. */
    static final class Rearranging extends DefaultModel {

        final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> m_rearrange;

        private Rearranging(final Class<? extends NodeParameters> parametersClass,
            final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange) {
            super(parametersClass);
            m_rearrange = Objects.requireNonNull(rearrange);
        }
    }

    /** The stage that asks for the parameters. */
    public interface RequireModelParameters {

        /** @return the next stage of a model with parameters of the given class */
        RequireConfigureOrRearrangeColumns parametersClass(Class<? extends NodeParameters> parametersClass);

        /** @return the next stage of a model without parameters */
        default RequireConfigureOrRearrangeColumns withoutParameters() {
            return parametersClass(null);
        }
    }

    /** The stage that asks for specs. */
    public interface RequireConfigureOrRearrangeColumns {

        /** @return the next stage of a model with any ports */
        RequireExecute configure(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);

        /** @return a model that adds, replaces or removes columns of its one input table */
        DefaultModel rearrangeColumns(
            ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns);
    }

    /** The stage that asks for what is done with data. */
    public interface RequireExecute {

        /** @return the model */
        DefaultModel execute(ExecuteConsumer execute);
    }

    /**
     * What is done with specs.
     *
     * @param <I> what is known
     * @param <O> takes the result
     */
    public interface ConfigureOrRearrangerConsumer<I, O> {

        /** @throws InvalidSettingsException if parameters and input do not go together; the message is for the user */
        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** What is done with data. */
    public interface ExecuteConsumer {

        /**
         * @throws CanceledExecutionException if the user canceled
         * @throws KNIMEException if the work cannot be done; the message is for the user
         */
        void accept(ExecuteInput input, ExecuteOutput output) throws CanceledExecutionException, KNIMEException;
    }

    /** What is known before there are data. */
    public interface ConfigureInput {

        /** @return the parameters, of the class that was given to {@link RequireModelParameters#parametersClass} */
        <S extends NodeParameters> S getParameters();

        /** @return one spec per data input port */
        PortObjectSpec[] getInPortSpecs();

        /** @return the spec at a data input port, {@code null} if it is not known */
        <S extends PortObjectSpec> S getInPortSpec(int index);

        /**
         * @return one spec per data input port
         * @throws ClassCastException if not all inputs are tables
         */
        DataTableSpec[] getInTableSpecs();

        /**
         * @return the table spec at a data input port, {@code null} if it is not known
         * @throws ClassCastException if the port is not a table port
         */
        DataTableSpec getInTableSpec(int portIndex);

        /** @return the types of the data output ports */
        PortType[] getOutPortTypes();
    }

    /** Takes the specs of the output. A port without a spec is one whose spec is known only after execution. */
    public interface ConfigureOutput {

        /** @param index the data output port */
        <S extends PortObjectSpec> void setOutSpec(int index, S spec);

        /** @param specs one per data output port */
        @SuppressWarnings("unchecked")
        <S extends PortObjectSpec> void setOutSpecs(S... specs);

        /** @param message for the user */
        void setWarningMessage(String message);
    }

    /** What is known when there are data. */
    public interface ExecuteInput {

        /** @return the parameters, of the class that was given to {@link RequireModelParameters#parametersClass} */
        <S extends NodeParameters> S getParameters();

        /** @return makes tables, takes progress and tells whether the user canceled */
        ExecutionContext getExecutionContext();

        /** @return one object per data input port */
        PortObject[] getInPortObjects();

        /** @return the object at a data input port */
        <D extends PortObject> D getInPortObject(int portIndex);

        /**
         * @return one table per data input port
         * @throws ClassCastException if not all inputs are tables
         */
        BufferedDataTable[] getInTables();

        /**
         * @return the table at a data input port
         * @throws ClassCastException if the port is not a table port
         */
        BufferedDataTable getInTable(int portIndex);

        /** @return the types of the data output ports */
        PortType[] getOutPortTypes();
    }

    /** Takes the output. */
    public interface ExecuteOutput {

        /** @param index the data output port */
        <D extends PortObject> void setOutData(int index, D data);

        /** @param data one per data output port */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setOutData(D... data);

        /** @param data what the node's view needs; saved with the workflow */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        /** @param message for the user */
        void setWarningMessage(String message);
    }

    /** What is known of the table whose columns are rearranged. */
    public interface RearrangeColumnsInput {

        /** @return the parameters, of the class that was given to {@link RequireModelParameters#parametersClass} */
        <S extends NodeParameters> S getParameters();

        /** @return the spec of the input table */
        DataTableSpec getDataTableSpec();
    }

    /** Takes how the columns are rearranged. */
    public interface RearrangeColumnsOutput {

        /** @param rearranger made for the spec of the input table */
        void setColumnRearranger(ColumnRearranger rearranger);
    }
}
