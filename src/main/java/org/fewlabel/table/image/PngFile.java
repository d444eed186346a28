package org.fewlabel.table.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.fewlabel.learn.data.Shape;

/** Writes PNG files of numbers, for viewing. */
public final class PngFile {

    /** The minimum size, to which small pictures are enlarged. */
    private static final int SIDE = 128;

    private static final int WHITE = 255;

    private PngFile() {
    }

    /**
     * @param values the image from {@code from} on; NaN is shown as the middle
     * @param shape with one channel, three (red, green, blue), or others, of which the first is shown
     * @param low the value of black
     * @param high the value of white
     * @return the bytes of the file
     */
    public static byte[] of(final float[] values, final int from, final Shape shape, final float low,
        final float high) {
        final var scale = Math.max(1, SIDE / Math.max(shape.height(), shape.width()));
        final var image = new BufferedImage(shape.width() * scale, shape.height() * scale, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y,
                    color(values, from + (y / scale * shape.width() + x / scale) * shape.channels(), shape, low, high));
            }
        }
        final var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (final IOException e) { // only memory is written
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int color(final float[] values, final int at, final Shape shape, final float low, final float high) {
        var rgb = 0;
        for (var c = 0; c < 3; c++) {
            final var value = values[at + (shape.channels() == 3 ? c : 0)];
            final var share = Float.isNaN(value) || high <= low ? 0.5f : (value - low) / (high - low);
            rgb = rgb << 8 | Math.round(WHITE * Math.max(0, Math.min(1, share)));
        }
        return rgb;
    }
}
