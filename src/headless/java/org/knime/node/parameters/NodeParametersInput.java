package org.knime.node.parameters;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** What is known about a node's ports while its default parameters are made or its dialog is open. */
public interface NodeParametersInput {

    /** @return the types of the data input ports, without the flow variable port */
    PortType[] getInPortTypes();

    /** @return one spec per data input port, {@code null} where it is not known */
    PortObjectSpec[] getInPortSpecs();

    /** @return the spec at a data input port, empty if it is not known */
    Optional<PortObjectSpec> getInPortSpec(int portIndex);

    /**
     * @return one spec per data input port, {@code null} where it is not known
     * @throws ClassCastException if not all inputs are tables
     */
    DataTableSpec[] getInTableSpecs();

    /**
     * @return the table spec at a data input port, empty if it is not known
     * @throws ClassCastException if the port is not a table port
     */
    Optional<DataTableSpec> getInTableSpec(int portIndex);

    /** @return one object per data input port, {@code null} where there is none yet */
    PortObject[] getInPortObjects();

    /** @return the object at a data input port, empty if there is none yet */
    Optional<PortObject> getInPortObject(int portIndex);

    /**
     * @return one table per data input port, {@code null} where there is none yet
     * @throws ClassCastException if not all inputs are tables
     */
    BufferedDataTable[] getInTables();

    /**
     * @return the table at a data input port, empty if there is none yet
     * @throws ClassCastException if the port is not a table port
     */
    Optional<BufferedDataTable> getInTable(int portIndex);

    /** @return the types of the data output ports, without the flow variable port */
    PortType[] getOutPortTypes();
}
