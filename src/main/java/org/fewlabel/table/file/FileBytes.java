package org.fewlabel.table.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import org.knime.core.data.DataCell;
import org.knime.core.data.StringValue;
import org.knime.core.data.blob.BinaryObjectDataValue;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;

/**
 * Reads the file that a cell holds or names. A text is the path of a file, absolute or relative to the data area of the
 * workflow, or a {@code file:} or {@code knime:} URL; nothing is ever fetched from the network by any other.
 */
public final class FileBytes {

    private static final String WORKFLOW = "knime://knime.workflow/";

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private FileBytes() {
    }

    /**
     * @param cell not missing: a text, or the file itself as a binary object
     * @param most longer files are not read
     * @return all bytes of the file; none if the text is empty
     * @throws UnreadableFileException if it cannot be read
     */
    public static byte[] of(final DataCell cell, final int most) throws UnreadableFileException {
        if (cell instanceof BinaryObjectDataValue bytes) {
            return read(bytes::openInputStream, most);
        }
        return of(((StringValue)cell).getStringValue(), most);
    }

    /**
     * @param path of a file, see above
     * @param most longer files are not read
     * @return all bytes of the file; none if the text is empty
     * @throws UnreadableFileException if it cannot be read
     */
    public static byte[] of(final String path, final int most) throws UnreadableFileException {
        final var text = path.trim();
        return text.isEmpty() ? new byte[0] : read(() -> open(text), most);
    }

    /** Opens a file. */
    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException, URISyntaxException, UnreadableFileException;
    }

    private static byte[] read(final Opening opening, final int most) throws UnreadableFileException {
        try (var in = opening.open()) {
            final var bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new UnreadableFileException("is longer than " + (most >> 20) + " MB");
            }
            return bytes;
        } catch (final NoSuchFileException e) { // NOSONAR the message says it all, as for those that follow
            throw new UnreadableFileException(
                "does not exist" + (e.getFile() == null ? "" : ": there is no file " + e.getFile()));
        } catch (final AccessDeniedException e) { // NOSONAR
            throw new UnreadableFileException("may not be read by you");
        } catch (final InvalidPathException | URISyntaxException e) { // NOSONAR
            throw new UnreadableFileException("is no path of a file (" + e.getMessage() + ")");
        } catch (final IOException | IllegalArgumentException | FileSystemNotFoundException e) { // NOSONAR
            throw new UnreadableFileException("cannot be read (" + e.getMessage() + ")");
        }
    }

    private static InputStream open(final String text) throws IOException, URISyntaxException, UnreadableFileException {
        if (text.startsWith("knime:")) {
            // the workflow's own files are found without KNIME's handler of such addresses
            return text.startsWith(WORKFLOW) ? openFile(inWorkflow(new URI(text.replace(" ", "%20")).getPath().substring(1), ""))
                : new URL(text).openStream();
        }
        if (text.startsWith("file:")) {
            return openFile(Path.of(new URI(text.replace(" ", "%20"))));
        }
        if (ADDRESS.matcher(text).matches()) {
            throw new UnreadableFileException("is not a file but an address; download it first, and give its path");
        }
        final var path = Path.of(text);
        return openFile(path.isAbsolute() ? path : inWorkflow(text, "data"));
    }

    private static InputStream openFile(final Path file) throws IOException, UnreadableFileException {
        if (Files.isDirectory(file)) {
            throw new UnreadableFileException("is a folder, not a file");
        }
        return Files.newInputStream(file);
    }

    private static Path inWorkflow(final String place, final String area) throws UnreadableFileException {
        final var workflow = Optional.ofNullable(NodeContext.getContext())
            .flatMap(context -> context.getContextObjectForClass(WorkflowContextV2.class))
            .map(context -> context.getExecutorInfo().getLocalWorkflowPath())
            .orElseThrow(() -> new UnreadableFileException("is relative to a workflow, which is not known; give the whole path"));
        final var root = workflow.resolve(area).normalize();
        final var file = root.resolve(place).normalize();
        if (!file.startsWith(root)) {
            throw new UnreadableFileException("is relative, but lies outside " + root + "; give the whole path");
        }
        return file;
    }
}
