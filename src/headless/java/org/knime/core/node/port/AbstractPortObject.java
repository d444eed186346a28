package org.knime.core.node.port;

import java.io.IOException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** A port object that writes itself into the entries of a zip. Needs a public constructor without arguments. */
public abstract class AbstractPortObject implements PortObject {

    /** For subclasses. */
    public AbstractPortObject() {
    }

    /**
     * @param out takes the content, as one or more entries
     * @param exec takes the progress
     * @throws IOException if writing fails
     * @throws CanceledExecutionException if the user canceled
     */
    protected abstract void save(PortObjectZipOutputStream out, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    /**
     * @param in what {@link #save} wrote
     * @param spec the spec
     * @param exec takes the progress
     * @throws IOException if reading fails or it is not such a file
     * @throws CanceledExecutionException if the user canceled
     */
    protected abstract void load(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    /**
     * Writes such port objects to files and reads them back.
     *
     * @param <T> the class of the port objects
     */
    public abstract static class AbstractPortObjectSerializer<T extends AbstractPortObject>
        extends
            PortObjectSerializer<T> {

        private static final String META = "meta.xml";

        /** For subclasses. */
        public AbstractPortObjectSerializer() {
        }

        @Override
        public void savePortObject(final T portObject, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            ContentXml.write(out, META, ContentXml.describing(META, portObject));
            portObject.save(out, exec);
        }

        @Override
        @SuppressWarnings("unchecked") // the file of another class is refused by the caller that knows the class
        public T loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            final var className = ContentXml.className(ContentXml.read(in, META));
            final var objectClass = PortTypeRegistry.getInstance().getObjectClass(className)
                .filter(AbstractPortObject.class::isAssignableFrom)
                .orElseThrow(() -> ContentXml.unregistered(className));
            final AbstractPortObject result = ContentXml.create(objectClass.asSubclass(AbstractPortObject.class));
            result.load(in, spec, exec);
            return (T)result;
        }
    }
}
