package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.fewlabel.learn.net.Layer;

/**
 * Lays out, for each place of an image, what a filter sees there: line by line, in each from the left, its channels.
 */
final class Patches {

    private final Layer.Image image;

    private final int size;

    private final int reach;

    private final int line;

    /** @param size the height and width of a filter, odd */
    Patches(final Layer.Image image, final int size) {
        this.image = image;
        this.size = size;
        this.reach = size / 2;
        this.line = image.width() * image.channels();
    }

    /** Lays out some of many images, a row of {@code size * size * channels} numbers for each place. */
    void lay(final FloatBuffer images, final int from, final int to, final FloatBuffer patches, final Scratch scratch) {
        final var channels = image.channels();
        final var strip = size * channels;
        // lines with the zeros beyond both ends, so that a strip needs no look at where it lies
        final var padded = line + 2 * reach * channels;
        final var lines = scratch.array(3, (image.height() + 2 * reach) * padded);
        Arrays.fill(lines, 0, (image.height() + 2 * reach) * padded, 0);
        final var rows = scratch.array(4, image.width() * size * strip);
        var at = 0;
        for (var i = from; i < to; i++) {
            for (var y = 0; y < image.height(); y++) {
                images.get(i * image.size() + y * line, lines, (y + reach) * padded + reach * channels, line);
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
