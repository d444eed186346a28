package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;

import org.fewlabel.device.Blas;

/** The output of a layer, a matrix of rows by width, and the gradient of the loss with respect to it. */
final class Tensor {

    private final int rows;

    private final int width;

    private final FloatBuffer values;

    private final FloatBuffer gradient;

    private boolean claimed;

    /** @param withGradient whether the gradient is needed */
    Tensor(final int rows, final int width, final boolean withGradient) {
        this.rows = rows;
        this.width = width;
        this.values = Blas.floats(Math.multiplyExact(rows, width));
        this.gradient = withGradient ? Blas.floats(rows * width) : null;
    }

    int rows() {
        return rows;
    }

    int width() {
        return width;
    }

    FloatBuffer values() {
        return values;
    }

    /** @return the gradient; {@code null} if it is not needed */
    FloatBuffer gradient() {
        return gradient;
    }

    /** @return a view of the rows from one to another */
    FloatBuffer values(final int from, final int to) {
        return values.slice(from * width, (to - from) * width);
    }

    /** @return a view of the gradient of the rows from one to another */
    FloatBuffer gradient(final int from, final int to) {
        return gradient.slice(from * width, (to - from) * width);
    }

    /**
     * @return SGEMM's beta for a layer that adds its gradient to this one: 0 for the first, which overwrites, then 1
     */
    float claim() {
        final var factor = claimed ? 1f : 0f;
        claimed = true;
        return factor;
    }
}
