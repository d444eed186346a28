package org.fewlabel.table.sound;

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

import org.fewlabel.learn.audio.WaveException;
import org.knime.core.data.DataCell;
import org.knime.core.data.StringValue;
import org.knime.core.data.blob.BinaryObjectDataValue;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;

/**
 * Reads the file that a cell holds or names. A text is the path of a file, absolute or relative to the data area of the
 * workflow, or a {@code file:} or {@code knime:} URL; nothing is ever fetched from the network by any other.
 */
final class RecordingBytes {

    /** Longer ones are no single sounds, and would fill the memory. */
    private static final int MOST_BYTES = 1 << 29;

    private static final String WORKFLOW = "knime://knime.workflow/";

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private RecordingBytes() {
    }

    /**
     * @param cell not missing
     * @return all bytes of the file
     * @throws WaveException if it cannot be read; the message says why
     */
    static byte[] of(final DataCell cell) throws WaveException {
        try {
            if (cell instanceof BinaryObjectDataValue bytes) {
                return read(bytes.openInputStream());
            }
            final var text = ((StringValue)cell).getStringValue().trim();
            return text.isEmpty() ? new byte[0] : read(open(text));
        } catch (final NoSuchFileException e) { // NOSONAR the message says it all, as for those that follow
            throw new WaveException("does not exist" + (e.getFile() == null ? "" : ": there is no file " + e.getFile()));
        } catch (final AccessDeniedException e) { // NOSONAR
            throw new WaveException("may not be read by you");
        } catch (final InvalidPathException | URISyntaxException e) { // NOSONAR
            throw new WaveException("is no path of a file (" + e.getMessage() + ")");
        } catch (final IOException | IllegalArgumentException | FileSystemNotFoundException e) { // NOSONAR
            throw new WaveException("cannot be read (" + e.getMessage() + ")");
        }
    }

    private static byte[] read(final InputStream opened) throws IOException, WaveException {
        try (var in = opened) {
            final var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new WaveException("is longer than " + (MOST_BYTES >> 20) + " MB; cut it into single sounds");
            }
            return bytes;
        }
    }

    private static InputStream open(final String text) throws IOException, URISyntaxException, WaveException {
        if (text.startsWith("knime:")) {
            // the workflow's own files are found without KNIME's handler of such addresses
            return text.startsWith(WORKFLOW) ? openFile(inWorkflow(new URI(text.replace(" ", "%20")).getPath().substring(1), ""))
                : new URL(text).openStream();
        }
        if (text.startsWith("file:")) {
            return openFile(Path.of(new URI(text.replace(" ", "%20"))));
        }
        if (ADDRESS.matcher(text).matches()) {
            throw new WaveException("is not a file but an address; download it first, and give its path");
        }
        final var path = Path.of(text);
        return openFile(path.isAbsolute() ? path : inWorkflow(text, "data"));
    }

    private static InputStream openFile(final Path file) throws IOException, WaveException {
        if (Files.isDirectory(file)) {
            throw new WaveException("is a folder, not a file");
        }
        return Files.newInputStream(file);
    }

    private static Path inWorkflow(final String place, final String area) throws WaveException {
        final var workflow = Optional.ofNullable(NodeContext.getContext())
            .flatMap(context -> context.getContextObjectForClass(WorkflowContextV2.class))
            .map(context -> context.getExecutorInfo().getLocalWorkflowPath())
            .orElseThrow(() -> new WaveException("is relative to a workflow, which is not known; give the whole path"));
        final var root = workflow.resolve(area).normalize();
        final var file = root.resolve(place).normalize();
        if (!file.startsWith(root)) {
            throw new WaveException("is relative, but lies outside " + root + "; give the whole path");
        }
        return file;
    }
}
