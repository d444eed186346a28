package org.fewlabel.table.sound;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.audio.WaveException;
import org.fewlabel.table.file.FileBytes;
import org.fewlabel.table.file.UnreadableFileException;
import org.knime.core.data.DataCell;

/** Reads the recording that a cell holds or names, as {@link FileBytes} says. */
final class RecordingBytes {

    /** Longer ones are no single sounds, and would fill the memory. */
    private static final int MOST_BYTES = 1 << 27;

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
            return FileBytes.of(cell, MOST_BYTES, progress);
        } catch (final UnreadableFileException e) { // NOSONAR the message says it all
            throw new WaveException(e.getMessage());
        }
    }
}
