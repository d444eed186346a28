package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** What one node gives to the next: a table, a model. Never changes. */
public interface PortObject {

    /** The type of ports that take anything. */
    PortType TYPE = PortTypeRegistry.getInstance().getPortType(PortObject.class);

    /** The type of ports that take anything or nothing. */
    PortType TYPE_OPTIONAL = PortTypeRegistry.getInstance().getPortType(PortObject.class, true);

    /** @return a line for the user, neither {@code null} nor long */
    String getSummary();

    /** @return what is known without the content, never {@code null} */
    PortObjectSpec getSpec();

    /** @return views of the content, {@code null} or empty for none */
    JComponent[] getViews();

    /**
     * Writes port objects to files and reads them back.
     *
     * @param <T> the class of the port objects
     */
    abstract class PortObjectSerializer<T extends PortObject> {

        /** For subclasses. */
        public PortObjectSerializer() {
        }

        /**
         * @param portObject what to write
         * @param out takes it, as one or more entries
         * @param exec takes the progress
         * @throws IOException if writing fails
         * @throws CanceledExecutionException if the user canceled
         */
        public abstract void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

        /**
         * @param in what {@link #savePortObject} wrote
         * @param spec its spec
         * @param exec takes the progress
         * @return the port object
         * @throws IOException if reading fails or it is not such a file
         * @throws CanceledExecutionException if the user canceled
         */
        public abstract T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;
    }
}
