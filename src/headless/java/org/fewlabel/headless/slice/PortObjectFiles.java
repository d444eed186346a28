package org.fewlabel.headless.slice;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipFile;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.PortUtil;

/**
 * Port objects other than tables in files: in the folder of a node's output port, as KNIME saves them with a workflow
 * ({@code spec/spec.zip} and {@code object/portobject.zip}), and in one file, as KNIME's Model Writer writes them.
 */
public final class PortObjectFiles {

    private static final Path SPEC = Path.of("spec", "spec.zip");

    private static final Path OBJECT = Path.of("object", "portobject.zip");

    private PortObjectFiles() {
    }

    /**
     * @param object what to save
     * @param folder the folder of the port, for example {@code port_1}; created if necessary
     * @param exec takes the progress
     * @throws IOException if writing fails
     * @throws CanceledExecutionException if the user canceled
     * @throws IllegalStateException if the class of the port object is not registered
     */
    public static void save(final PortObject object, final Path folder, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final var registry = PortTypeRegistry.getInstance();
        final var spec = object.getSpec();
        final var specSerializer = registry.getSpecSerializer(spec.getClass())
            .orElseThrow(() -> unregistered(spec.getClass()));
        final var objectSerializer = registry.getObjectSerializer(object.getClass())
            .orElseThrow(() -> unregistered(object.getClass()));
        Files.createDirectories(folder.resolve(SPEC).getParent());
        Files.createDirectories(folder.resolve(OBJECT).getParent());
        try (var out = PortUtil.getPortObjectSpecZipOutputStream(
            new BufferedOutputStream(Files.newOutputStream(folder.resolve(SPEC))))) {
            specSerializer.savePortObjectSpec(spec, out);
        }
        try (var out = PortUtil.getPortObjectZipOutputStream(
            new BufferedOutputStream(Files.newOutputStream(folder.resolve(OBJECT))))) {
            objectSerializer.savePortObject(object, out, exec);
        }
    }

    private static IllegalStateException unregistered(final Class<?> type) {
        return new IllegalStateException(
            type.getName() + " is not registered at the extension point org.knime.core.PortType.");
    }

    /**
     * @param <T> the class of the port object
     * @param type the class of the port object
     * @param folder the folder of the port, for example {@code port_1}
     * @param exec takes the progress
     * @return the port object
     * @throws IOException if a file is missing, truncated, forged or holds something else; the message names the file
     * @throws CanceledExecutionException if the user canceled
     */
    public static <T extends PortObject> T load(final Class<T> type, final Path folder, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final var spec = loadSpec(type, folder.resolve(SPEC));
        final var serializer = PortTypeRegistry.getInstance().getObjectSerializer(type)
            .orElseThrow(() -> unregistered(type));
        final var file = folder.resolve(OBJECT);
        final PortObject loaded;
        try (var in = PortUtil.getPortObjectZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            loaded = serializer.loadPortObject(in, spec, exec);
        } catch (final IOException | RuntimeException broken) {
            throw broken(file, broken);
        }
        if (!type.isInstance(loaded)) {
            throw new IOException(file + " does not hold a " + type.getSimpleName() + ".");
        }
        return type.cast(loaded);
    }

    private static PortObjectSpec loadSpec(final Class<? extends PortObject> type, final Path file)
        throws IOException {
        final var registry = PortTypeRegistry.getInstance();
        final var specClass = registry.getPortType(type).getPortObjectSpecClass();
        final var serializer = registry.getSpecSerializer(specClass).orElseThrow(() -> unregistered(specClass));
        final PortObjectSpec spec;
        try (var in = PortUtil.getPortObjectSpecZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            spec = serializer.loadPortObjectSpec(in);
        } catch (final IOException | RuntimeException broken) {
            throw broken(file, broken);
        }
        if (!specClass.isInstance(spec)) {
            throw new IOException(file + " does not hold a " + specClass.getSimpleName() + ".");
        }
        return spec;
    }

    /**
     * Writes spec and content into one file. It is written to a temporary file and then renamed, so that it is never
     * incomplete.
     *
     * @param object what to write
     * @param file to write; an existing one is replaced
     * @param exec takes the progress
     * @throws IOException if writing fails
     * @throws CanceledExecutionException if the user canceled
     * @throws IllegalStateException if the class of the port object is not registered
     */
    public static void write(final PortObject object, final Path file, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final var partial = file.resolveSibling(".saving-" + ProcessHandle.current().pid() + "-" + file.getFileName());
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(partial))) {
                PortUtil.writeObjectToStream(object, out, exec);
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /**
     * @param file what {@link #write} or KNIME's Model Writer wrote
     * @param exec takes the progress
     * @return the port object
     * @throws IOException if the file is missing, truncated or forged, or holds a class that is not registered; the
     *             message names the file
     * @throws CanceledExecutionException if the user canceled
     */
    public static PortObject read(final Path file, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        // a zip ends with the list of its entries, so that one which can be opened has not been cut off
        try (var whole = new ZipFile(file.toFile());
            var in = new BufferedInputStream(Files.newInputStream(file))) {
            return PortUtil.readObjectFromStream(in, exec);
        } catch (final IOException | RuntimeException broken) {
            throw broken(file, broken);
        }
    }

    /** Any exception of the plug-in is caused by the file, since nothing else differs between loads. */
    private static IOException broken(final Path file, final Exception cause) {
        return new IOException(file + " cannot be read, it is missing, truncated or not what it should be: "
            + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()), cause);
    }
}
