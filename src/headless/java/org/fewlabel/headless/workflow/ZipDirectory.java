package org.fewlabel.headless.workflow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of contents at the end of a zip file. {@code java.util.zip} does not expose the Unix file type of an entry,
 * and a link must not be mistaken for a file. Source: PKWARE's APPNOTE 6.3.10, sections 4.3.12 and 4.3.16.
 */
final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;

    private static final int END_SIZE = 22;

    private static final int MAX_COMMENT = 0xFFFF;

    private static final int ENTRY_SIGNATURE = 0x02014b50;

    private static final int ENTRY_SIZE = 46;

    private static final int MADE_ON_UNIX = 3;

    private static final int UNIX_TYPE = 0170000;

    private static final int UNIX_FOLDER = 0040000;

    private static final int UNIX_FILE = 0100000;

    private ZipDirectory() {
    }

    /**
     * @param name as written in the archive
     * @param ordinary whether it is a file or a folder, as opposed to a link or a device
     */
    record Entry(String name, boolean ordinary) {
    }

    /**
     * @param maxEntries the number of entries from which on the archive is rejected
     * @throws WorkflowException if the file is no zip archive, is damaged, or has too many entries
     */
    static List<Entry> read(final Path zip, final int maxEntries) throws IOException, WorkflowException {
        try (var channel = FileChannel.open(zip, StandardOpenOption.READ)) {
            final var end = endRecord(zip, channel);
            final var count = Short.toUnsignedInt(end.getShort(10));
            final var size = Integer.toUnsignedLong(end.getInt(12));
            final var offset = Integer.toUnsignedLong(end.getInt(16));
            if (count == 0xFFFF || size == 0xFFFFFFFFL || offset == 0xFFFFFFFFL || count > maxEntries) {
                throw new WorkflowException(
                    "%s has too many entries; at most %,d are read".formatted(zip, maxEntries));
            }
            if (offset + size > channel.size() || size > Integer.MAX_VALUE) {
                throw damaged(zip);
            }
            final var directory = read(channel, offset, (int)size);
            final var entries = new ArrayList<Entry>(count);
            for (int i = 0; i < count; i++) {
                entries.add(entry(zip, directory));
            }
            return entries;
        }
    }

    private static ByteBuffer endRecord(final Path zip, final FileChannel channel)
        throws IOException, WorkflowException {
        final var length = (int)Math.min(channel.size(), END_SIZE + MAX_COMMENT);
        final var tail = read(channel, channel.size() - length, length);
        for (int i = length - END_SIZE; i >= 0; i--) {
            if (tail.getInt(i) == END_SIGNATURE) {
                return tail.slice(i, length - i).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw new WorkflowException(zip + " is not a workflow archive: it is no zip file");
    }

    private static Entry entry(final Path zip, final ByteBuffer directory) throws WorkflowException {
        final var start = directory.position();
        if (directory.remaining() < ENTRY_SIZE || directory.getInt(start) != ENTRY_SIGNATURE) {
            throw damaged(zip);
        }
        final var nameLength = Short.toUnsignedInt(directory.getShort(start + 28));
        final var next = start + ENTRY_SIZE + nameLength + Short.toUnsignedInt(directory.getShort(start + 30))
            + Short.toUnsignedInt(directory.getShort(start + 32));
        if (next > directory.limit()) {
            throw damaged(zip);
        }
        final var madeOn = directory.get(start + 5);
        final var unixType = directory.getInt(start + 38) >>> 16 & UNIX_TYPE;
        final var name = new byte[nameLength];
        directory.position(start + ENTRY_SIZE);
        directory.get(name);
        directory.position(next);
        return new Entry(new String(name, StandardCharsets.UTF_8), madeOn != MADE_ON_UNIX || unixType == 0
            || unixType == UNIX_FOLDER || unixType == UNIX_FILE);
    }

    private static ByteBuffer read(final FileChannel channel, final long offset, final int length)
        throws IOException {
        final var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
            // a channel may return less than requested
        }
        return buffer.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static WorkflowException damaged(final Path zip) {
        return new WorkflowException(zip + " is damaged: its list of contents is incomplete");
    }
}
