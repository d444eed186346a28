package org.fewlabel.learn.net.blas;

import org.fewlabel.learn.net.Layer;

/** Max pooling, channel by channel. Among equal maxima of a square, one receives the gradient. */
final class MaxPool implements BackwardUnit {

    /** Times this, every difference of two floats is at least 1. */
    private static final float HUGE = 3e38f;

    private final Context context;

    private final Tensor in;

    private final Tensor out;

    private final int size;

    private final int channels;

    /** The numbers per image line of the input, and of the output. */
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
                columnMax(row, y, largest, scratch);
                pixels(largest, 0, result);
                for (var k = 1; k < size; k++) {
                    final var next = scratch.array(2, lineOut);
                    pixels(largest, k, next);
                    max(result, next, lineOut);
                }
                out.values().put(row * out.width() + y * lineOut, result, 0, lineOut);
            }
        }
    }

    /** The elementwise maximum of the lines of a row of squares. */
    private void columnMax(final int row, final int y, final float[] largest, final Scratch scratch) {
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

    /** Copies the k-th pixel of each square of a line. */
    private void pixels(final float[] line, final int k, final float[] into) {
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
     * The backward pass, first across the squares, then down: the first number equal to the maximum receives the
     * gradient.
     */
    private void backward(final int from, final int to, final Scratch scratch) {
        final var largest = scratch.array(0, lineIn);
        final var result = scratch.array(1, lineOut);
        final var pixel = scratch.array(2, lineOut);
        final var remaining = scratch.array(4, lineOut);
        final var routed = scratch.array(5, Math.max(lineIn, lineOut));
        final var lines = scratch.array(6, lineIn);
        final var rest = in.width() - height * size * lineIn;
        final var zeros = new float[rest];
        java.util.Arrays.fill(lines, 0, lineIn, 0);
        for (var row = from; row < to; row++) {
            for (var y = 0; y < height; y++) {
                out.gradient().get(row * out.width() + y * lineOut, remaining, 0, lineOut);
                out.values().get(row * out.width() + y * lineOut, result, 0, lineOut);
                columnMax(row, y, largest, scratch);
                for (var k = 0; k < size; k++) {
                    pixels(largest, k, pixel);
                    route(result, pixel, remaining, routed, lineOut);
                    for (var x = 0; x < width; x++) {
                        System.arraycopy(routed, x * channels, lines, (x * size + k) * channels, channels);
                    }
                }
                backwardDown(row, y, largest, lines, scratch);
            }
            in.gradient().put((row + 1) * in.width() - rest, zeros, 0, rest);
        }
    }

    private void backwardDown(final int row, final int y, final float[] largest, final float[] largestGradient,
        final Scratch scratch) {
        final var line = scratch.array(3, lineIn);
        final var routed = scratch.array(5, lineIn);
        final var remaining = scratch.array(7, lineIn);
        System.arraycopy(largestGradient, 0, remaining, 0, lineIn);
        for (var k = 0; k < size; k++) {
            final var at = row * in.width() + (y * size + k) * lineIn;
            in.values().get(at, line, 0, lineIn);
            route(largest, line, remaining, routed, lineIn);
            in.gradient().put(at, routed, 0, lineIn);
        }
    }

    /** Routes the remaining gradient to the numbers equal to the maximum; none can be larger. */
    private static void route(final float[] largest, final float[] x, final float[] remaining, final float[] routed,
        final int length) {
        for (var i = 0; i < length; i++) {
            final var here = remaining[i] * (1 - Math.min(1f, (largest[i] - x[i]) * HUGE));
            routed[i] = here;
            remaining[i] -= here;
        }
    }
}
