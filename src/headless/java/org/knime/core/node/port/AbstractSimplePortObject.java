package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/**
 * A port object that writes itself into settings. Needs a public constructor without arguments; unfit for many numbers.
 */
public abstract class AbstractSimplePortObject implements PortObject {

    /** For subclasses. */
    public AbstractSimplePortObject() {
    }

    /**
     * @param model takes the content
     * @param exec takes the progress
     * @throws CanceledExecutionException if the user canceled
     */
    protected abstract void save(ModelContentWO model, ExecutionMonitor exec) throws CanceledExecutionException;

    /**
     * @param model what {@link #save} wrote
     * @param spec the spec
     * @param exec takes the progress
     * @throws InvalidSettingsException if something is missing or of another type
     * @throws CanceledExecutionException if the user canceled
     */
    protected abstract void load(ModelContentRO model, PortObjectSpec spec, ExecutionMonitor exec)
        throws InvalidSettingsException, CanceledExecutionException;

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /**
     * Writes such port objects to files and reads them back.
     *
     * @param <T> the class of the port objects
     */
    public abstract static class AbstractSimplePortObjectSerializer<T extends AbstractSimplePortObject>
        extends
            PortObjectSerializer<T> {

        private static final String ENTRY = "content.xml";

        /** For subclasses. */
        public AbstractSimplePortObjectSerializer() {
        }

        @Override
        public void savePortObject(final T portObject, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            final var content = ContentXml.describing("model.xml", portObject);
            portObject.save(content.addModelContent("model"), exec);
            ContentXml.write(out, ENTRY, content);
        }

        @Override
        @SuppressWarnings("unchecked") // the file of another class is refused by the caller that knows the class
        public T loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            final var content = ContentXml.read(in, ENTRY);
            final var className = ContentXml.className(content);
            final var objectClass = PortTypeRegistry.getInstance().getObjectClass(className)
                .filter(AbstractSimplePortObject.class::isAssignableFrom)
                .orElseThrow(() -> ContentXml.unregistered(className));
            final AbstractSimplePortObject result = ContentXml
                .create(objectClass.asSubclass(AbstractSimplePortObject.class));
            try {
                result.load(content.getModelContent("model"), spec, exec);
            } catch (final InvalidSettingsException broken) {
                throw new IOException("The content of the port file is broken: " + broken.getMessage(), broken);
            }
            return (T)result;
        }
    }
}
