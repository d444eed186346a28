package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

/** What is known of a port object before there is one. Never changes. */
public interface PortObjectSpec {

    /** @return views of the spec, {@code null} or empty for none */
    JComponent[] getViews();

    /**
     * Writes specs to files and reads them back.
     *
     * @param <T> the class of the specs
     */
    abstract class PortObjectSpecSerializer<T extends PortObjectSpec> {

        /** For subclasses. */
        public PortObjectSpecSerializer() {
        }

        /**
         * @param portObjectSpec what to write
         * @param out takes it, as one or more entries
         * @throws IOException if writing fails
         */
        public abstract void savePortObjectSpec(T portObjectSpec, PortObjectSpecZipOutputStream out)
            throws IOException;

        /**
         * @param in what {@link #savePortObjectSpec} wrote
         * @return the spec
         * @throws IOException if reading fails or it is not such a file
         */
        public abstract T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException;
    }
}
