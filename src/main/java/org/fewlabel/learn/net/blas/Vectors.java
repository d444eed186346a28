package org.fewlabel.learn.net.blas;

import org.fewlabel.learn.net.Layer;

/**
 * Vectorized loops over the first numbers of arrays. Each is a method of its own in which all arrays are read from the
 * same index, for these are the only loops with writes that the compiler vectorizes.
 */
final class Vectors {

    /** Times this, every positive number is at least 1, so that {@code min(1, HUGE x)} is 1 if x is above 0, else 0. */
    private static final float HUGE = 3e38f;

    private static final float LEAK = 0.01f;

    private Vectors() {
    }

    /** Adds the bias and applies the activation function. */
    static void forward(final Layer.Function function, final float[] x, final float[] bias, final int length,
        final Exponential exponential) {
        if (function == Layer.Function.RELU) {
            for (var i = 0; i < length; i++) {
                x[i] = Math.max(0f, x[i] + bias[i]);
            }
            return;
        }
        add(x, bias, length);
        if (function != null) {
            forward(function, x, length, exponential);
        }
    }

    /** Applies the activation function. */
    static void forward(final Layer.Function function, final float[] x, final int length,
        final Exponential exponential) {
        switch (function) {
            case RELU -> relu(x, length);
            case LEAKY_RELU -> leaky(x, length);
            case TANH -> tanh(x, length, exponential);
        }
    }

    /** Multiplies the gradient by the derivative of the activation, which is a function of its output. */
    static void backward(final Layer.Function function, final float[] gradient, final float[] out, final int length) {
        switch (function) {
            case RELU -> reluBackward(gradient, out, length);
            case LEAKY_RELU -> leakyBackward(gradient, out, length);
            case TANH -> tanhBackward(gradient, out, length);
        }
    }

    private static void relu(final float[] x, final int length) {
        for (var i = 0; i < length; i++) {
            x[i] = Math.max(0f, x[i]);
        }
    }

    private static void leaky(final float[] x, final int length) {
        for (var i = 0; i < length; i++) {
            x[i] = Math.max(LEAK * x[i], x[i]);
        }
    }

    /** {@code tanh x = 1 - 2 / (exp(2 x) + 1)} */
    private static void tanh(final float[] x, final int length, final Exponential exponential) {
        exponential.apply(x, length, 2, 0);
        for (var i = 0; i < length; i++) {
            x[i] = 1 - 2 / (x[i] + 1);
        }
    }

    private static void reluBackward(final float[] gradient, final float[] out, final int length) {
        for (var i = 0; i < length; i++) {
            gradient[i] *= Math.min(1f, out[i] * HUGE);
        }
    }

    private static void leakyBackward(final float[] gradient, final float[] out, final int length) {
        for (var i = 0; i < length; i++) {
            gradient[i] *= LEAK + (1 - LEAK) * Math.min(1f, Math.max(0f, out[i]) * HUGE);
        }
    }

    private static void tanhBackward(final float[] gradient, final float[] out, final int length) {
        for (var i = 0; i < length; i++) {
            gradient[i] *= 1 - out[i] * out[i];
        }
    }

    /** {@code x += y} */
    static void add(final float[] x, final float[] y, final int length) {
        for (var i = 0; i < length; i++) {
            x[i] += y[i];
        }
    }

    /** {@code x -= y} */
    static void subtract(final float[] x, final float[] y, final int length) {
        for (var i = 0; i < length; i++) {
            x[i] -= y[i];
        }
    }

    /** {@code x *= y} */
    static void multiply(final float[] x, final float[] y, final int length) {
        for (var i = 0; i < length; i++) {
            x[i] *= y[i];
        }
    }

    /** {@code x += y z} */
    static void addProduct(final float[] x, final float[] y, final float[] z, final int length) {
        for (var i = 0; i < length; i++) {
            x[i] += y[i] * z[i];
        }
    }

    /** {@code x *= factor} */
    static void scale(final float[] x, final float factor, final int length) {
        for (var i = 0; i < length; i++) {
            x[i] *= factor;
        }
    }

    /** {@code x += factor y} */
    static void addScaled(final float[] x, final float factor, final float[] y, final int length) {
        for (var i = 0; i < length; i++) {
            x[i] += factor * y[i];
        }
    }

    /** {@code x *= y + constant} */
    static void multiplyShifted(final float[] x, final float[] y, final float constant, final int length) {
        for (var i = 0; i < length; i++) {
            x[i] *= y[i] + constant;
        }
    }

    /** {@code sums += x} */
    static void addTo(final double[] sums, final float[] x, final int length) {
        for (var i = 0; i < length; i++) {
            sums[i] += x[i];
        }
    }

    /** @return the sum of {@code length} numbers */
    static double sum(final float[] x, final int from, final int length) {
        var a = 0f;
        var b = 0f;
        var c = 0f;
        var d = 0f;
        final var end = from + length;
        var i = from;
        for (; i + 4 <= end; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < end; i++) {
            a += x[i];
        }
        return (double)a + b + c + d;
    }

    /** @return the dot product */
    static double dot(final float[] x, final int fromX, final float[] y, final int fromY, final int length) {
        var a = 0f;
        var b = 0f;
        var c = 0f;
        var d = 0f;
        var i = 0;
        for (; i + 4 <= length; i += 4) {
            a += x[fromX + i] * y[fromY + i];
            b += x[fromX + i + 1] * y[fromY + i + 1];
            c += x[fromX + i + 2] * y[fromY + i + 2];
            d += x[fromX + i + 3] * y[fromY + i + 3];
        }
        for (; i < length; i++) {
            a += x[fromX + i] * y[fromY + i];
        }
        return (double)a + b + c + d;
    }

    /** @return {@code tiled}, whose first rows are copies of the row */
    static float[] tile(final float[] row, final int from, final int width, final float[] tiled, final int copies) {
        for (var copy = 0; copy < copies; copy++) {
            System.arraycopy(row, from, tiled, copy * width, width);
        }
        return tiled;
    }

    /** Sums the rows of a tiled array into the first. */
    static void fold(final float[] tiled, final int width, final int copies) {
        for (var copy = 1; copy < copies; copy++) {
            for (var i = 0; i < width; i++) {
                tiled[i] += tiled[copy * width + i];
            }
        }
    }
}
