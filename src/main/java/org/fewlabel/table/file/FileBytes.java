package org.fewlabel.table.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

import org.fewlabel.device.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.StringValue;
import org.knime.core.data.blob.BinaryObjectDataValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.util.FileUtil;

/**
 * Reads the file that a cell contains or names. A text is the path of a file, absolute or relative to the data area of
 * the workflow, or a {@code file:} or {@code knime:} URL; no other URL is fetched from the network. KNIME opens them,
 * since it knows the location of the workflow and the permissions.
 */
public final class FileBytes {

    private static final String DATA_AREA = "knime://knime.workflow/data";

    /** The number of bytes between two checks for cancellation. */
    private static final int PIECE = 1 << 20;

    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private FileBytes() {
    }

    /**
     * @param cell not missing: a text, or the file itself as a binary object
     * @param limit the maximum number of bytes; longer files are not read
     * @return all bytes of the file
     * @throws UnreadableFileException if it cannot be read
     * @throws java.util.concurrent.CancellationException if this thread was interrupted
     */
    public static byte[] of(final DataCell cell, final int limit) throws UnreadableFileException {
        return of(cell, limit, Progress.NONE);
    }

    /**
     * @param cell not missing: a text, or the file itself as a binary object
     * @param limit the maximum number of bytes; longer files are not read
     * @param progress checked for cancellation repeatedly
     * @return all bytes of the file
     * @throws UnreadableFileException if it cannot be read
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static byte[] of(final DataCell cell, final int limit, final Progress progress)
        throws UnreadableFileException {
        if (cell instanceof BinaryObjectDataValue bytes) {
            return read(bytes::openInputStream, limit, progress);
        }
        return of(((StringValue)cell).getStringValue(), limit, progress);
    }

    /**
     * @param path of a file, see above
     * @param limit the maximum number of bytes; longer files are not read
     * @return all bytes of the file
     * @throws UnreadableFileException if it cannot be read
     * @throws java.util.concurrent.CancellationException if this thread was interrupted
     */
    public static byte[] of(final String path, final int limit) throws UnreadableFileException {
        return of(path, limit, Progress.NONE);
    }

    private static byte[] of(final String path, final int limit, final Progress progress)
        throws UnreadableFileException {
        return read(() -> FileUtil.openInputStream(location(path.trim())), limit, progress);
    }

    /** Opens a file. */
    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException, InvalidSettingsException, URISyntaxException, UnreadableFileException;
    }

    private static byte[] read(final Opening opening, final int limit, final Progress progress)
        throws UnreadableFileException {
        try (var in = opening.open()) {
            final var bytes = read(in, limit, progress);
            if (bytes.length > limit) {
                throw new UnreadableFileException("is longer than " + (limit >> 20) + " MB");
            }
            return bytes;
        } catch (final InvalidPathException | URISyntaxException e) { // NOSONAR the message is complete
            throw new UnreadableFileException("is not a file path (" + e.getMessage() + ")");
        } catch (final IOException | InvalidSettingsException | IllegalArgumentException e) { // NOSONAR
            throw new UnreadableFileException("cannot be opened (" + e.getMessage() + ")");
        }
    }

    /** @return all bytes, or one more than the limit */
    private static byte[] read(final InputStream in, final int limit, final Progress progress) throws IOException {
        var bytes = new byte[(int)Math.min(PIECE, limit + 1L)];
        var length = 0;
        while (true) {
            progress.checkCanceled();
            final var requested = Math.min(PIECE, bytes.length - length);
            final var read = in.readNBytes(bytes, length, requested);
            length += read;
            if (read < requested || length > limit) {
                return Arrays.copyOf(bytes, length);
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int)Math.min(2L * length, limit + 1L));
            }
        }
    }

    /** @return the URL for KNIME */
    private static String location(final String text) throws URISyntaxException, UnreadableFileException {
        if (text.isEmpty()) {
            throw new UnreadableFileException("is an empty text, not a path");
        }
        if (text.startsWith("knime:") || text.startsWith("file:")) {
            return text.replace(" ", "%20");
        }
        if (URL.matcher(text).matches()) {
            throw new UnreadableFileException("is a web address; download the file first, and use its path");
        }
        final var path = Path.of(text);
        if (path.isAbsolute()) {
            return text;
        }
        if (path.normalize().startsWith("..")) {
            throw new UnreadableFileException(
                "is a relative path that leaves the data area of the workflow; use an absolute path");
        }
        return DATA_AREA + new URI(null, null, "/" + text.replace('\\', '/'), null).toASCIIString();
    }
}
