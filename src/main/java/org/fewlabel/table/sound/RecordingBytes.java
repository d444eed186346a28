package org.fewlabel.table.sound;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.audio.WaveException;
import org.fewlabel.table.file.FileBytes;
import org.fewlabel.table.file.UnreadableFileException;
import org.knime.core.data.DataCell;

/** Reads the recording that a cell contains or names, see {@link FileBytes}. */
final class RecordingBytes {

    /** The maximum size; longer files are not single recordings and would fill the memory. */
    private static final int MAX_BYTES = 1 << 27;

    private RecordingBytes() {
    }

    /**
     * @param cell not missing
     * @return all bytes of the file
     * @throws WaveException if it cannot be read; the message says why
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static byte[] of(final DataCell cell, final Progress progress) throws WaveException {
        try {
            return FileBytes.of(cell, MAX_BYTES, progress);
        } catch (final UnreadableFileException e) { // NOSONAR the message is complete
            throw new WaveException(e.getMessage());
        }
    }
}
