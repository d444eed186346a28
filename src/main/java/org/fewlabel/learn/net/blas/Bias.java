package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.fewlabel.learn.net.Layer;

/** Bias and activation after a matrix product, and their backward pass before one. */
final class Bias {

    private Bias() {
    }

    /**
     * Adds the bias and applies the activation function.
     *
     * @param parameters contain the bias, from {@code offset} on
     * @param function {@code null} for the identity
     */
    static void forward(final float[] parameters, final int offset, final Layer.Function function, final Tensor out,
        final int from, final int to, final Scratch scratch) {
        forward(parameters, offset, function, out.values(), out.width(), from, to, scratch);
    }

    static void forward(final float[] parameters, final int offset, final Layer.Function function,
        final FloatBuffer values,
        final int width, final int from, final int to, final Scratch scratch) {
        final var rows = Math.min(to - from, Scratch.rows(width));
        final var bias = Vectors.tile(parameters, offset, width, scratch.array(0, rows * width), rows);
        final var x = scratch.array(1, rows * width);
        for (var row = from; row < to; row += rows) {
            final var length = Math.min(rows, to - row) * width;
            values.get(row * width, x, 0, length);
            Vectors.forward(function, x, bias, length, scratch.exponential());
            values.put(row * width, x, 0, length);
        }
    }

    /**
     * Multiplies by the derivative of the activation, and sums the gradient over the rows, which gives that of the
     * bias.
     */
    static void backward(final Layer.Function function, final Tensor out, final int from, final int to,
        final float[] sums,
        final Scratch scratch) {
        backward(function, out.values(), out.gradient(), out.width(), from, to, sums, scratch);
    }

    static void backward(final Layer.Function function, final FloatBuffer values, final FloatBuffer gradients,
        final int width, final int from, final int to, final float[] sums, final Scratch scratch) {
        final var rows = Math.min(to - from, Scratch.rows(width));
        final var gradient = scratch.array(0, rows * width);
        final var out = scratch.array(1, rows * width);
        final var tiled = scratch.array(2, rows * width);
        Arrays.fill(tiled, 0, rows * width, 0);
        for (var row = from; row < to; row += rows) {
            final var length = Math.min(rows, to - row) * width;
            gradients.get(row * width, gradient, 0, length);
            if (function != null) {
                values.get(row * width, out, 0, length);
                Vectors.backward(function, gradient, out, length);
                gradients.put(row * width, gradient, 0, length);
            }
            Vectors.add(tiled, gradient, length);
        }
        Vectors.fold(tiled, width, rows);
        System.arraycopy(tiled, 0, sums, 0, width);
    }

    /** Sums over the blocks, in their order. */
    static void sum(final float[][] sums, final FloatBuffer into) {
        final var total = sums[0].clone();
        for (var block = 1; block < sums.length; block++) {
            Vectors.add(total, sums[block], total.length);
        }
        into.put(0, total, 0, total.length);
    }
}
