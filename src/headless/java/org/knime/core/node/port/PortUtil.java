package org.knime.core.node.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;

/**
 * Opens the files of port objects and of their specs, and writes both into one: a zip with what it holds
 * ({@code content.xml}), the spec and the port object. KNIME's Model Writer writes such files.
 */
public final class PortUtil {

    private static final String OBJECT = "portObject.file";

    private static final String SPEC = "portSpec.file";

    private static final String CONTENT_ENTRY = "content.xml";

    private static final String SPEC_ENTRY = "objectSpec.file";

    private static final String OBJECT_ENTRY = "object.file";

    private static final String SPEC_CLASS = "port_spec_class";

    private static final String OBJECT_CLASS = "port_object_class";

    private PortUtil() {
    }

    /**
     * @param in takes the file
     * @return the file, begun
     * @throws IOException if writing fails
     */
    public static PortObjectZipOutputStream getPortObjectZipOutputStream(final OutputStream in) throws IOException {
        final var zip = new PortObjectZipOutputStream(in);
        zip.putNextEntry(new ZipEntry(OBJECT));
        return zip;
    }

    /**
     * @param in takes the file
     * @return the file, begun
     * @throws IOException if writing fails
     */
    public static PortObjectSpecZipOutputStream getPortObjectSpecZipOutputStream(final OutputStream in)
        throws IOException {
        final var zip = new PortObjectSpecZipOutputStream(in);
        zip.putNextEntry(new ZipEntry(SPEC));
        return zip;
    }

    /**
     * @param in the file of a port object
     * @return its content
     * @throws IOException if reading fails or it is no such file
     */
    public static PortObjectZipInputStream getPortObjectZipInputStream(final InputStream in) throws IOException {
        final var zip = new PortObjectZipInputStream(in);
        ContentXml.expect(zip, OBJECT);
        return zip;
    }

    /**
     * @param in the file of a spec
     * @return its content
     * @throws IOException if reading fails or it is no such file
     */
    public static PortObjectSpecZipInputStream getPortObjectSpecZipInputStream(final InputStream in)
        throws IOException {
        final var zip = new PortObjectSpecZipInputStream(in);
        ContentXml.expect(zip, SPEC);
        return zip;
    }

    private static IllegalStateException unregistered(final Class<?> type) {
        return new IllegalStateException(type.getName() + " has no serializer: its plug-in does not register it at the"
            + " extension point org.knime.core.PortType.");
    }

    /**
     * @param po what to write
     * @param output takes spec and port object, and stays open
     * @param exec takes the progress
     * @throws IOException if writing fails
     * @throws CanceledExecutionException if the user canceled
     */
    public static void writeObjectToStream(final PortObject po, final OutputStream output,
        final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
        final var registry = PortTypeRegistry.getInstance();
        final var zip = new ZipOutputStream(output);
        final var content = new ModelContent("content");
        content.addInt("version", 1);
        content.addString(SPEC_CLASS, po.getSpec().getClass().getName());
        content.addString(OBJECT_CLASS, po.getClass().getName());
        ContentXml.write(zip, CONTENT_ENTRY, content);
        zip.putNextEntry(new ZipEntry(SPEC_ENTRY));
        try (var out = getPortObjectSpecZipOutputStream(ContentXml.open(zip))) {
            registry.getSpecSerializer(po.getSpec().getClass()).orElseThrow(() -> unregistered(po.getSpec().getClass()))
                .savePortObjectSpec(po.getSpec(), out);
        }
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry(OBJECT_ENTRY));
        try (var out = getPortObjectZipOutputStream(ContentXml.open(zip))) {
            registry.getObjectSerializer(po.getClass()).orElseThrow(() -> unregistered(po.getClass()))
                .savePortObject(po, out, exec);
        }
        zip.closeEntry();
        zip.finish();
    }

    /**
     * @param input what {@link #writeObjectToStream} wrote
     * @param exec takes the progress
     * @return the port object
     * @throws IOException if reading fails, it is no such file, or holds classes that are not registered
     * @throws CanceledExecutionException if the user canceled
     */
    public static PortObject readObjectFromStream(final InputStream input, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final var zip = new ZipInputStream(input);
        try {
            final var content = ContentXml.read(zip, CONTENT_ENTRY);
            final var spec = readSpec(zip, content.getString(SPEC_CLASS));
            return readObject(zip, content.getString(OBJECT_CLASS), spec, exec);
        } catch (final InvalidSettingsException broken) {
            throw new IOException("The port file does not say what it holds: " + broken.getMessage(), broken);
        }
    }

    private static PortObjectSpec readSpec(final ZipInputStream zip, final String className) throws IOException {
        final var registry = PortTypeRegistry.getInstance();
        final var serializer = registry.getSpecClass(className).flatMap(registry::getSpecSerializer)
            .orElseThrow(() -> ContentXml.unregistered(className));
        ContentXml.expect(zip, SPEC_ENTRY);
        try (var in = getPortObjectSpecZipInputStream(ContentXml.open(zip))) {
            return serializer.loadPortObjectSpec(in);
        }
    }

    private static PortObject readObject(final ZipInputStream zip, final String className, final PortObjectSpec spec,
        final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
        final var registry = PortTypeRegistry.getInstance();
        final var serializer = registry.getObjectClass(className).flatMap(registry::getObjectSerializer)
            .orElseThrow(() -> ContentXml.unregistered(className));
        final var type = registry.getPortType(registry.getObjectClass(className).orElseThrow());
        if (!type.acceptsPortObjectSpec(spec)) {
            throw notAnnounced(className);
        }
        ContentXml.expect(zip, OBJECT_ENTRY);
        final PortObject object;
        try (var in = getPortObjectZipInputStream(ContentXml.open(zip))) {
            object = serializer.loadPortObject(in, spec, exec);
        }
        // reads what is left of the entry, so that its checksum is compared
        zip.closeEntry();
        if (!type.acceptsPortObject(object)) {
            throw notAnnounced(className);
        }
        return object;
    }

    private static IOException notAnnounced(final String className) {
        return new IOException("The port file does not hold the " + className + " that it announces.");
    }
}
