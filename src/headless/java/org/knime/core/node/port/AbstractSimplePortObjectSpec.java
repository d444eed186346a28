package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A spec that writes itself into settings. Two specs are equal if they write the same. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {

    /** For subclasses, which need a public constructor without arguments. */
    public AbstractSimplePortObjectSpec() {
    }

    /** @param model takes the content */
    protected abstract void save(ModelContentWO model);

    /**
     * @param model what {@link #save} wrote
     * @throws InvalidSettingsException if something is missing or of another type
     */
    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    private ModelContent content() {
        final var content = new ModelContent("spec");
        save(content);
        return content;
    }

    @Override
    public boolean equals(final Object ospec) {
        return this == ospec || ospec != null && ospec.getClass() == getClass()
            && content().equals(((AbstractSimplePortObjectSpec)ospec).content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    /**
     * Writes such specs to files and reads them back.
     *
     * @param <T> the class of the specs
     */
    public abstract static class AbstractSimplePortObjectSpecSerializer<T extends AbstractSimplePortObjectSpec>
        extends
            PortObjectSpecSerializer<T> {

        private static final String ENTRY = "content.xml";

        /** For subclasses. */
        public AbstractSimplePortObjectSpecSerializer() {
        }

        @Override
        public void savePortObjectSpec(final T portObjectSpec, final PortObjectSpecZipOutputStream out)
            throws IOException {
            final var content = ContentXml.describing("model.xml", portObjectSpec);
            portObjectSpec.save(content.addModelContent("model"));
            ContentXml.write(out, ENTRY, content);
        }

        @Override
        @SuppressWarnings("unchecked") // the file of another class is refused by the caller that knows the class
        public T loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            final var content = ContentXml.read(in, ENTRY);
            final var className = ContentXml.className(content);
            final var specClass = PortTypeRegistry.getInstance().getSpecClass(className)
                .filter(AbstractSimplePortObjectSpec.class::isAssignableFrom)
                .orElseThrow(() -> ContentXml.unregistered(className));
            final AbstractSimplePortObjectSpec result = ContentXml
                .create(specClass.asSubclass(AbstractSimplePortObjectSpec.class));
            try {
                result.load(content.getModelContent("model"));
            } catch (final InvalidSettingsException broken) {
                throw new IOException("The content of the port file is broken: " + broken.getMessage(), broken);
            }
            return (T)result;
        }
    }
}
