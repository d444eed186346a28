package org.fewlabel.learn.net.blas;

import org.fewlabel.learn.net.Layer;

/** The largest of each square of an image, channel by channel. Of several as large the first takes the gradient. */
final class Pool implements Unit {

    private final Context context;

    private final Tensor in;

    private final Tensor out;

    private final int size;

    private final int channels;

    /** Numbers of a line of the image that goes in, and of one that comes out. */
    private final int lineIn;

    private final int lineOut;

    private final int height;

    private final int width;

    Pool(final Context context, final Layer.MaxPool layer, final Tensor in, final Tensor out) {
        this.context = context;
        this.in = in;
        this.out = out;
        this.size = layer.size();
        this.channels = layer.in().channels();
        this.lineIn = layer.in().width() * channels;
        this.height = layer.out().height();
        this.width = layer.out().width();
        this.lineOut = width * channels;
        context.plan().rows(this::forward);
    }

    private void forward(final int from, final int to, final Scratch scratch) {
        final var lines = scratch.array(0, size * lineIn);
        final var largest = scratch.array(1, lineIn);
        final var result = scratch.array(2, lineOut);
        for (var row = from; row < to; row++) {
            for (var y = 0; y < height; y++) {
                in.values().get(row * in.width() + y * size * lineIn, lines, 0, size * lineIn);
                System.arraycopy(lines, 0, largest, 0, lineIn);
                for (var k = 1; k < size; k++) {
                    in.values().get(row * in.width() + (y * size + k) * lineIn, lines, 0, lineIn);
                    max(largest, lines, lineIn);
                }
                across(largest, result);
                out.values().put(row * out.width() + y * lineOut, result, 0, lineOut);
            }
        }
    }

    private static void max(final float[] x, final float[] y, final int length) {
        for (var i = 0; i < length; i++) {
            x[i] = Math.max(x[i], y[i]);
        }
    }

    private void across(final float[] line, final float[] result) {
        for (var x = 0; x < width; x++) {
            final var to = x * channels;
            final var from = x * size * channels;
            for (var c = 0; c < channels; c++) {
                var largest = line[from + c];
                for (var k = 1; k < size; k++) {
                    largest = Math.max(largest, line[from + k * channels + c]);
                }
                result[to + c] = largest;
            }
        }
    }

    @Override
    public void backward() {
        if (in.gradient() != null) {
            context.plan().rows(this::backward);
        }
    }

    private void backward(final int from, final int to, final Scratch scratch) {
        final var lines = scratch.array(0, size * lineIn);
        final var gradients = scratch.array(1, size * lineIn);
        final var outer = scratch.array(2, lineOut);
        final var used = height * size * lineIn;
        final var rest = scratch.array(3, in.width() - used);
        java.util.Arrays.fill(rest, 0, in.width() - used, 0);
        for (var row = from; row < to; row++) {
            for (var y = 0; y < height; y++) {
                final var at = row * in.width() + y * size * lineIn;
                in.values().get(at, lines, 0, size * lineIn);
                out.gradient().get(row * out.width() + y * lineOut, outer, 0, lineOut);
                java.util.Arrays.fill(gradients, 0, size * lineIn, 0);
                for (var x = 0; x < width; x++) {
                    for (var c = 0; c < channels; c++) {
                        gradients[place(lines, x * size * channels + c)] = outer[x * channels + c];
                    }
                }
                in.gradient().put(at, gradients, 0, size * lineIn);
            }
            in.gradient().put(row * in.width() + used, rest, 0, in.width() - used);
        }
    }

    /** @return where the largest of the square lies that begins there */
    private int place(final float[] lines, final int first) {
        var place = first;
        for (var y = 0; y < size; y++) {
            for (var x = 0; x < size; x++) {
                final var at = first + y * lineIn + x * channels;
                if (lines[at] > lines[place]) {
                    place = at;
                }
            }
        }
        return place;
    }
}
