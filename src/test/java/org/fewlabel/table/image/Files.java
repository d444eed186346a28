package org.fewlabel.table.image;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;

/** Image files for tests. */
public final class Files {

    private Files() {
    }

    /** @return a gray PNG; pixels row by row, 0 to 255 */
    public static byte[] gray(final int height, final int width, final int... pixels) {
        final var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setPixels(0, 0, width, height, pixels);
        return file(image, "png");
    }

    /** @return a colored PNG; pixels row by row, such as 0xFF0000 for red */
    public static byte[] colored(final int height, final int width, final int... pixels) {
        final var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return file(image, "png");
    }

    /** @return a file of that format, such as "png" */
    public static byte[] file(final RenderedImage image, final String format) {
        final var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    /** @return a GIF of several pictures */
    static byte[] animation(final int pictures) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        final var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (var i = 0; i < pictures; i++) {
                writer.writeToSequence(
                    new IIOImage(new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_BINARY), null, null),
                    null);
            }
            writer.endWriteSequence();
        }
        return bytes.toByteArray();
    }

    /** @return a PNG file that says that it has so many pixels, and has none */
    public static byte[] claims(final int height, final int width) {
        final var header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.ISO_8859_1)).putInt(width)
            .putInt(height).put(new byte[]{8, 2, 0, 0, 0}).array();
        final var sum = new CRC32();
        sum.update(header);
        return ByteBuffer.allocate(33).put(new byte[]{(byte)0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}).putInt(13)
            .put(header).putInt((int)sum.getValue()).array();
    }
}
