package org.fewlabel.table.sound;

import org.fewlabel.learn.data.Shape;
import org.fewlabel.table.image.PngFile;

/**
 * A spectrogram as a picture: time from left to right, low frequencies at the bottom, the quietest black and the
 * loudest white.
 */
final class PngImage {

    /** The minimum size in either direction, to which small pictures are enlarged. */
    private static final int SIDE = 128;

    private PngImage() {
    }

    /**
     * @param vector the frames in sequence, finite numbers
     * @return the bytes of a PNG file
     */
    static byte[] of(final float[] vector, final int frames, final int bands) {
        var low = Float.POSITIVE_INFINITY;
        var high = Float.NEGATIVE_INFINITY;
        for (final var number : vector) {
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        final var across = Math.max(1, SIDE / frames);
        final var up = Math.max(1, SIDE / bands);
        final var shape = new Shape(bands * up, frames * across, 1);
        final var picture = new float[shape.size()];
        for (var i = 0; i < picture.length; i++) {
            final var band = bands - 1 - i / shape.width() / up;
            picture[i] = vector[i % shape.width() / across * bands + band];
        }
        return PngFile.of(picture, 0, shape, low, high);
    }
}
