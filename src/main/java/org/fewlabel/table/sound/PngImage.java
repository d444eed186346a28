package org.fewlabel.table.sound;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A vector of frames and bands as a picture: time from left to right, low frequencies below, the quietest black and the
 * loudest white. Written by hand (Portable Network Graphics, ISO/IEC 15948), for it takes less than a library of pictures,
 * and that is not to be had in every bundle.
 */
final class PngImage {

    private static final byte[] SIGNATURE = {(byte)0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Small pictures are enlarged, so that one sees something. */
    private static final int WIDTH = 128;

    private PngImage() {
    }

    /**
     * @param vector frames one after the other, finite numbers
     * @return the bytes of a file of 8 bits grey
     */
    static byte[] of(final float[] vector, final int frames, final int bands) {
        var low = Float.POSITIVE_INFINITY;
        var high = Float.NEGATIVE_INFINITY;
        for (final var number : vector) {
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        final var scale = Math.max(1, WIDTH / frames);
        final var across = Math.max(1, WIDTH / bands);
        final var lines = new byte[bands * across * (1 + frames * scale)];
        var at = 0;
        for (var line = 0; line < bands * across; line++) {
            at++; // each line begins with the filter 0: none
            final var band = bands - 1 - line / across;
            for (var x = 0; x < frames * scale; x++) {
                final var share = high > low ? (vector[x / scale * bands + band] - low) / (high - low) : 0;
                lines[at++] = (byte)Math.round(255 * share);
            }
        }
        final var file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        chunk(file, "IHDR", ByteBuffer.allocate(13).putInt(frames * scale).putInt(bands * across)
            .put(new byte[]{8, 0, 0, 0, 0}).array());
        chunk(file, "IDAT", deflated(lines));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] deflated(final byte[] lines) {
        final var deflater = new Deflater();
        try {
            deflater.setInput(lines);
            deflater.finish();
            final var out = new ByteArrayOutputStream();
            final var buffer = new byte[4096];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(final ByteArrayOutputStream file, final String tag, final byte[] content) {
        final var body = ByteBuffer.allocate(4 + content.length).put(tag.getBytes(StandardCharsets.ISO_8859_1)).put(content)
            .array();
        final var sum = new CRC32();
        sum.update(body);
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(body);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int)sum.getValue()).array());
    }
}
