package org.fewlabel.table.image;

import java.awt.image.AreaAveragingScaleFilter;
import java.awt.image.FilteredImageSource;
import java.awt.image.MemoryImageSource;
import java.awt.image.PixelGrabber;

import org.fewlabel.learn.data.Shape;

/**
 * An image without transparency.
 *
 * @param height in pixels
 * @param width in pixels
 * @param rgb row by row from the top left: red, green and blue in the lower 24 bits
 */
public record DecodedImage(int height, int width, int[] rgb) {

    private static final int OPAQUE = 0xFF000000;

    /** @return whether any pixel is not gray */
    public boolean isColored() {
        for (final var pixel : rgb) {
            if (red(pixel) != green(pixel) || green(pixel) != blue(pixel)) {
                return true;
            }
        }
        return false;
    }

    /**
     * @return the image resized by area averaging, or by nearest neighbor if it is enlarged, without keeping the aspect
     *         ratio
     */
    public DecodedImage resized(final int newHeight, final int newWidth) {
        if (newHeight == height && newWidth == width) {
            return this;
        }
        final var opaque = new int[rgb.length];
        for (var i = 0; i < rgb.length; i++) {
            opaque[i] = rgb[i] | OPAQUE;
        }
        final var source = new FilteredImageSource(new MemoryImageSource(width, height, opaque, 0, width),
            new AreaAveragingScaleFilter(newWidth, newHeight));
        final var pixels = new int[newHeight * newWidth];
        try {
            new PixelGrabber(source, 0, 0, newWidth, newHeight, pixels, 0, newWidth).grabPixels();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt(); // canceled: readers of images check for it after each
        }
        return new DecodedImage(newHeight, newWidth, pixels);
    }

    /**
     * Writes the image as numbers from 0 to 255.
     *
     * @param shape of this height and width, with one channel (gray) or three (red, green, blue)
     * @param target receives the numbers, from {@code at} on
     */
    public void write(final Shape shape, final float[] target, final int at) {
        var to = at;
        for (final var pixel : rgb) {
            if (shape.channels() == 1) {
                target[to++] = gray(pixel);
            } else {
                target[to++] = red(pixel);
                target[to++] = green(pixel);
                target[to++] = blue(pixel);
            }
        }
    }

    /** Computes the luma of a color (Recommendation ITU-R BT.601). */
    private static float gray(final int pixel) {
        return red(pixel) == green(pixel) && green(pixel) == blue(pixel) ? red(pixel)
            : 0.299f * red(pixel) + 0.587f * green(pixel) + 0.114f * blue(pixel);
    }

    private static int red(final int pixel) {
        return pixel >> 16 & 0xFF;
    }

    private static int green(final int pixel) {
        return pixel >> 8 & 0xFF;
    }

    private static int blue(final int pixel) {
        return pixel & 0xFF;
    }
}
