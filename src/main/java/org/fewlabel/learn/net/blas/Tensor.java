package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;

import org.fewlabel.device.Blas;

/** What a layer gives, row by row, and the gradient of the loss with respect to it. */
final class Tensor {

    private final int rows;

    private final int width;

    private final FloatBuffer values;

    private final FloatBuffer gradient;

    private boolean claimed;

    /** @param withGradient whether anybody needs its gradient */
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

    /** @return the gradient; {@code null} if nobody needs it */
    FloatBuffer gradient() {
        return gradient;
    }

    /** @return the rows from one to another, in the same memory */
    FloatBuffer values(final int from, final int to) {
        return values.slice(from * width, (to - from) * width);
    }

    /** @return the gradient of the rows from one to another, in the same memory */
    FloatBuffer gradient(final int from, final int to) {
        return gradient.slice(from * width, (to - from) * width);
    }

    /** @return what a layer that takes this is to multiply the gradient by before it adds its own: 0 for the first */
    float claim() {
        final var factor = claimed ? 1f : 0f;
        claimed = true;
        return factor;
    }
}
