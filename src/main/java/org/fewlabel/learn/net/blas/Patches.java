package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.fewlabel.learn.net.Layer;

/**
 * im2col: lays out the receptive field of each pixel of an image as a row, line by line, the channels varying fastest.
 */
final class Patches {

    private final Layer.Image image;

    private final int size;

    private final int padding;

    private final int line;

    /** @param size the height and width of the kernel, odd */
    Patches(final Layer.Image image, final int size) {
        this.image = image;
        this.size = size;
        this.padding = size / 2;
        this.line = image.width() * image.channels();
    }

    /** Lays out the images {@code from} to {@code to}, one row of {@code size · size · channels} numbers per pixel. */
    void im2col(final FloatBuffer images, final int from, final int to, final FloatBuffer patches,
        final Scratch scratch) {
        final var channels = image.channels();
        final var strip = size * channels;
        // lines are padded with zeros at both ends, so that a strip needs no bounds check
        final var padded = line + 2 * padding * channels;
        final var lines = scratch.array(3, (image.height() + 2 * padding) * padded);
        Arrays.fill(lines, 0, (image.height() + 2 * padding) * padded, 0);
        final var rows = scratch.array(4, image.width() * size * strip);
        var at = 0;
        for (var i = from; i < to; i++) {
            for (var y = 0; y < image.height(); y++) {
                images.get(i * image.size() + y * line, lines, (y + padding) * padded + padding * channels, line);
            }
            for (var y = 0; y < image.height(); y++) {
                for (var k = 0; k < size; k++) {
                    strips(lines, (y + k) * padded, rows, k * strip, strip);
                }
                patches.put(at, rows, 0, image.width() * size * strip);
                at += image.width() * size * strip;
            }
        }
    }

    private void strips(final float[] lines, final int from, final float[] rows, final int to, final int strip) {
        final var channels = image.channels();
        if (strip < 8) {
            for (var x = 0; x < image.width(); x++) {
                for (var i = 0; i < strip; i++) {
                    rows[to + x * size * strip + i] = lines[from + x * channels + i];
                }
            }
            return;
        }
        for (var x = 0; x < image.width(); x++) {
            System.arraycopy(lines, from + x * channels, rows, to + x * size * strip, strip);
        }
    }
}
