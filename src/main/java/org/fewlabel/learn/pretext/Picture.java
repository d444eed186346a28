package org.fewlabel.learn.pretext;

import java.util.function.DoubleSupplier;

import org.fewlabel.learn.data.Shape;

/**
 * One image that is transformed step by step. Pixels beyond its edge equal those at the edge. For one thread at a time.
 */
final class Picture {

    private final Shape shape;

    private float[] pixels;

    /** The output buffer of a step, which then swaps with {@link #pixels}. */
    private float[] next;

    Picture(final Shape shape) {
        this.shape = shape;
        this.pixels = new float[shape.size()];
        this.next = new float[shape.size()];
    }

    /** Loads an image, whose first number is at {@code from}. */
    void load(final float[] source, final int from) {
        System.arraycopy(source, from, pixels, 0, pixels.length);
    }

    /** Writes the current image, from {@code to} on. */
    void store(final float[] target, final int to) {
        System.arraycopy(pixels, 0, target, to, pixels.length);
    }

    /** Maps target pixels to source positions, in pixels. */
    @FunctionalInterface
    interface Source {
        /** @return the source position of a target pixel: y, then x, each from 0 to the last pixel */
        double[] at(int y, int x);
    }

    /** Resamples with bilinear interpolation. */
    void resample(final Source source) {
        for (var y = 0; y < shape.height(); y++) {
            for (var x = 0; x < shape.width(); x++) {
                final var from = source.at(y, x);
                interpolate(clamped(from[0], shape.height()), clamped(from[1], shape.width()), index(y, x));
            }
        }
        swap();
    }

    private static double clamped(final double at, final int size) {
        return Math.max(0, Math.min(size - 1.0, at));
    }

    private void interpolate(final double y, final double x, final int to) {
        final var top = (int)y;
        final var left = (int)x;
        final var bottom = Math.min(top + 1, shape.height() - 1);
        final var right = Math.min(left + 1, shape.width() - 1);
        final var down = (float)(y - top);
        final var across = (float)(x - left);
        for (var c = 0; c < shape.channels(); c++) {
            final var above = mix(pixels[index(top, left) + c], pixels[index(top, right) + c], across);
            final var below = mix(pixels[index(bottom, left) + c], pixels[index(bottom, right) + c], across);
            next[to + c] = mix(above, below, down);
        }
    }

    private static float mix(final float a, final float b, final float share) {
        return share == 0 ? a : a + share * (b - a);
    }

    /** Permutes the pixels. @param source per target pixel the index of its source, y times the width plus x */
    void permute(final int[] source) {
        for (var pixel = 0; pixel < source.length; pixel++) {
            System.arraycopy(pixels, source[pixel] * shape.channels(), next, pixel * shape.channels(),
                shape.channels());
        }
        swap();
    }

    /** Changes contrast and brightness of a channel: scales about its mean, then shifts. */
    void tone(final int channel, final double factor, final double shift) {
        final var mean = mean(channel);
        for (var i = channel; i < pixels.length; i += shape.channels()) {
            pixels[i] = (float)(mean + shift + factor * (pixels[i] - mean));
        }
    }

    /** Sets the part of a rectangle within the image to one value per channel. */
    void fill(final int top, final int left, final int height, final int width, final float[] value) {
        for (var y = Math.max(0, top); y < Math.min(shape.height(), top + height); y++) {
            for (var x = Math.max(0, left); x < Math.min(shape.width(), left + width); x++) {
                System.arraycopy(value, 0, pixels, index(y, x), shape.channels());
            }
        }
    }

    /** Blends each pixel with the mean of its 3 × 3 neighborhood (box blur). */
    void blur(final double share) {
        for (var y = 0; y < shape.height(); y++) {
            for (var x = 0; x < shape.width(); x++) {
                for (var c = 0; c < shape.channels(); c++) {
                    next[index(y, x) + c] = mix(pixels[index(y, x) + c], neighborhoodMean(y, x, c), (float)share);
                }
            }
        }
        swap();
    }

    private float neighborhoodMean(final int y, final int x, final int channel) {
        var sum = 0f;
        for (var dy = -1; dy <= 1; dy++) {
            for (var dx = -1; dx <= 1; dx++) {
                sum += pixels[index((int)clamped((double)y + dy, shape.height()),
                    (int)clamped((double)x + dx, shape.width()))
                    + channel];
            }
        }
        return sum / 9;
    }

    /** Adds a sample of the noise to every number. */
    void add(final DoubleSupplier noise) {
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] += (float)noise.getAsDouble();
        }
    }

    /** @return the mean of each channel */
    float[] means() {
        final var means = new float[shape.channels()];
        for (var c = 0; c < means.length; c++) {
            means[c] = (float)mean(c);
        }
        return means;
    }

    private double mean(final int channel) {
        var sum = 0.0;
        for (var i = channel; i < pixels.length; i += shape.channels()) {
            sum += pixels[i];
        }
        return sum / ((double)shape.height() * shape.width());
    }

    /** @return the standard deviation of all numbers from the means of their channels */
    double deviation() {
        final var means = means();
        var squares = 0.0;
        for (var i = 0; i < pixels.length; i++) {
            final var difference = pixels[i] - means[i % means.length];
            squares += difference * difference;
        }
        return Math.sqrt(squares / pixels.length);
    }

    private int index(final int y, final int x) {
        return (y * shape.width() + x) * shape.channels();
    }

    private void swap() {
        final var result = next;
        next = pixels;
        pixels = result;
    }
}
