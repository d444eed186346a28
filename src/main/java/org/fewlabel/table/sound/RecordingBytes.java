package org.fewlabel.table.sound;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.fewlabel.learn.audio.WaveException;
import org.knime.core.data.DataCell;
import org.knime.core.data.StringValue;
import org.knime.core.data.blob.BinaryObjectDataValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.util.FileUtil;

/**
 * Reads the file that a cell holds or names. A text is the path of a file, absolute or relative to the data area of the
 * workflow, or a {@code file:} or {@code knime:} URL; nothing is ever fetched from the network by any other. KNIME opens
 * them, which knows where the workflow is and what may be read.
 */
final class RecordingBytes {

    /** Longer ones are no single sounds, and would fill the memory. */
    private static final int MOST_BYTES = 1 << 27;

    private static final String DATA_AREA = "knime://knime.workflow/data";

    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

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
            return read(FileUtil.openInputStream(location(((StringValue)cell).getStringValue().trim())));
        } catch (final InvalidPathException | URISyntaxException e) { // NOSONAR the message says it all
            throw new WaveException("is no path of a file (" + e.getMessage() + ")");
        } catch (final IOException | InvalidSettingsException | IllegalArgumentException e) { // NOSONAR
            throw new WaveException("cannot be opened (" + e.getMessage() + ")");
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

    /** @return what KNIME opens */
    private static String location(final String text) throws URISyntaxException, WaveException {
        if (text.isEmpty()) {
            throw new WaveException("is an empty text, not a path");
        }
        if (text.startsWith("knime:") || text.startsWith("file:")) {
            return text.replace(" ", "%20");
        }
        if (URL.matcher(text).matches()) {
            throw new WaveException("is not a file but an address; download it first, and give its path");
        }
        final var path = Path.of(text);
        if (path.isAbsolute()) {
            return text;
        }
        if (path.normalize().startsWith("..")) {
            throw new WaveException("is relative, but leads out of the data area of the workflow; give the whole path");
        }
        return DATA_AREA + new URI(null, null, "/" + text.replace('\\', '/'), null).toASCIIString();
    }
}
