package org.fewlabel.learn.net.blas;

import org.fewlabel.learn.net.Layer;

/** The largest of each square of an image, channel by channel. Of several as large one takes the gradient. */
final class MaxPool implements BackwardUnit {

    /** Times this, every difference is at least 1. */
    private static final float HUGE = 3e38f;

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

    MaxPool(final Context context, final Layer.MaxPool layer, final Tensor in, final Tensor out) {
        this.context = context;
        this.in = in;
        this.out = out;
        this.size = layer.size();
        this.channels = layer.in().channels();
        this.lineIn = layer.in().width() * channels;
        this.height = layer.out().height();
        this.width = layer.out().width();
        this.lineOut = width * channels;
        context.plan().images(this::forward);
    }

    private void forward(final int from, final int to, final Scratch scratch) {
        final var largest = scratch.array(0, lineIn);
        final var result = scratch.array(1, lineOut);
        for (var row = from; row < to; row++) {
            for (var y = 0; y < height; y++) {
                down(row, y, largest, scratch);
                take(largest, 0, result);
                for (var k = 1; k < size; k++) {
                    final var next = scratch.array(2, lineOut);
                    take(largest, k, next);
                    max(result, next, lineOut);
                }
                out.values().put(row * out.width() + y * lineOut, result, 0, lineOut);
            }
        }
    }

    /** The largest of the lines of a row of squares, place by place. */
    private void down(final int row, final int y, final float[] largest, final Scratch scratch) {
        final var line = scratch.array(3, lineIn);
        final var at = row * in.width() + y * size * lineIn;
        in.values().get(at, largest, 0, lineIn);
        for (var k = 1; k < size; k++) {
            in.values().get(at + k * lineIn, line, 0, lineIn);
            max(largest, line, lineIn);
        }
    }

    private static void max(final float[] x, final float[] y, final int length) {
        for (var i = 0; i < length; i++) {
            x[i] = Math.max(x[i], y[i]);
        }
    }

    /** Takes the k-th place of each square out of a line. */
    private void take(final float[] line, final int k, final float[] into) {
        for (var x = 0; x < width; x++) {
            System.arraycopy(line, (x * size + k) * channels, into, x * channels, channels);
        }
    }

    @Override
    public void backward() {
        if (in.gradient() != null) {
            context.plan().images(this::backward);
        }
    }

    @Override
    public boolean needsOutput() {
        return true;
    }

    /**
     * Back across the squares, then down: what of a line is as large as the largest takes what is left of the gradient.
     */
    private void backward(final int from, final int to, final Scratch scratch) {
        final var largest = scratch.array(0, lineIn);
        final var result = scratch.array(1, lineOut);
        final var place = scratch.array(2, lineOut);
        final var left = scratch.array(4, lineOut);
        final var taken = scratch.array(5, Math.max(lineIn, lineOut));
        final var lines = scratch.array(6, lineIn);
        final var rest = in.width() - height * size * lineIn;
        final var zeros = new float[rest];
        java.util.Arrays.fill(lines, 0, lineIn, 0);
        for (var row = from; row < to; row++) {
            for (var y = 0; y < height; y++) {
                out.gradient().get(row * out.width() + y * lineOut, left, 0, lineOut);
                out.values().get(row * out.width() + y * lineOut, result, 0, lineOut);
                down(row, y, largest, scratch);
                for (var k = 0; k < size; k++) {
                    take(largest, k, place);
                    part(result, place, left, taken, lineOut);
                    for (var x = 0; x < width; x++) {
                        System.arraycopy(taken, x * channels, lines, (x * size + k) * channels, channels);
                    }
                }
                back(row, y, largest, lines, scratch);
            }
            in.gradient().put((row + 1) * in.width() - rest, zeros, 0, rest);
        }
    }

    private void back(final int row, final int y, final float[] largest, final float[] ofLargest,
        final Scratch scratch) {
        final var line = scratch.array(3, lineIn);
        final var taken = scratch.array(5, lineIn);
        final var left = scratch.array(7, lineIn);
        System.arraycopy(ofLargest, 0, left, 0, lineIn);
        for (var k = 0; k < size; k++) {
            final var at = row * in.width() + (y * size + k) * lineIn;
            in.values().get(at, line, 0, lineIn);
            part(largest, line, left, taken, lineIn);
            in.gradient().put(at, taken, 0, lineIn);
        }
    }

    /** Takes from what is left where a number is as large as the largest; nothing can be larger. */
    private static void part(final float[] largest, final float[] x, final float[] left, final float[] taken,
        final int length) {
        for (var i = 0; i < length; i++) {
            final var here = left[i] * (1 - Math.min(1f, (largest[i] - x[i]) * HUGE));
            taken[i] = here;
            left[i] -= here;
        }
    }
}
