package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;

import org.fewlabel.device.Blas;
import org.fewlabel.learn.net.Objective;

/** The VICReg loss, {@link org.fewlabel.learn.net.Objective.VicReg}. */
final class VicRegLoss implements LossUnit {

    /** Added to the variance, as in the authors' code. */
    private static final double EPSILON = 1e-4;

    private final Context context;

    private final Tensor head;

    private final Objective.VicReg weights;

    private final int items;

    private final int width;

    /** The head outputs of both views, centered to mean 0. */
    private final FloatBuffer centered;

    /** Per view the gradient factors: off the diagonal from the covariances, on it from the hinge. */
    private final FloatBuffer factors;

    private double value;

    VicRegLoss(final Context context, final Tensor head, final Objective.VicReg weights) {
        this.context = context;
        this.head = head;
        this.weights = weights;
        this.items = context.items();
        this.width = head.width();
        this.centered = Blas.floats(head.rows() * width);
        this.factors = Blas.floats(Math.multiplyExact(2 * width, width));
        context.plan().once(this::forward);
    }

    private void forward(final Scratch scratch) {
        value = weights.invariance() * squaredDifference(scratch) / items / width + regularization(0, scratch)
            + regularization(1, scratch);
    }

    private double squaredDifference(final Scratch scratch) {
        final var x = scratch.array(0, width);
        final var y = scratch.array(1, width);
        var sum = 0.0;
        for (var row = 0; row < items; row++) {
            head.values().get(row * width, x, 0, width);
            head.values().get((row + items) * width, y, 0, width);
            Vectors.subtract(x, y, width);
            sum += Vectors.dot(x, 0, x, 0, width);
        }
        return sum;
    }

    /** @return the weighted variance and covariance terms of a view */
    private double regularization(final int view, final Scratch scratch) {
        final var own = centered.slice(view * items * width, items * width);
        center(head.values().slice(view * items * width, items * width), own, scratch);
        final var products = factors.slice(view * width * width, width * width);
        context.gemm().multiply(true, false, width, width, items, own, width, own, width, 0, products, width);
        final var free = 1.0 / (items - 1);
        final var x = scratch.array(0, width);
        var hinge = 0.0;
        var covariances = 0.0;
        for (var row = 0; row < width; row++) {
            products.get(row * width, x, 0, width);
            final var deviation = Math.sqrt(x[row] * free + EPSILON);
            hinge += Math.max(0, 1 - deviation);
            for (var i = 0; i < width; i++) {
                final var covariance = i == row ? 0 : x[i] * free;
                covariances += covariance * covariance;
                x[i] = (float)(4 * weights.covariance() / width * covariance * free);
            }
            x[row] = deviation < 1 ? (float)(-weights.variance() / 2 / width / deviation * free) : 0;
            products.put(row * width, x, 0, width);
        }
        return weights.variance() / 2 * hinge / width + weights.covariance() / width * covariances;
    }

    private void center(final FloatBuffer values, final FloatBuffer into, final Scratch scratch) {
        final var x = scratch.array(0, width);
        final var sums = new double[width];
        for (var row = 0; row < items; row++) {
            values.get(row * width, x, 0, width);
            Vectors.addTo(sums, x, width);
        }
        final var mean = scratch.array(1, width);
        for (var i = 0; i < width; i++) {
            mean[i] = (float)(sums[i] / items);
        }
        for (var row = 0; row < items; row++) {
            values.get(row * width, x, 0, width);
            Vectors.subtract(x, mean, width);
            into.put(row * width, x, 0, width);
        }
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public void backward() {
        if (head.gradient() != null) {
            context.plan().once(this::headGradient);
        }
    }

    private void headGradient(final Scratch scratch) {
        final var size = items * width;
        for (var view = 0; view < 2; view++) {
            // the columns of the left matrix sum to 0, and so do those of the product, as the backward pass of
            // centering requires
            context.gemm().multiply(false, false, items, width, width, centered.slice(view * size, size), width,
                factors.slice(view * width * width, width * width), width, 0, head.gradient().slice(view * size, size),
                width);
        }
        final var x = scratch.array(0, width);
        final var y = scratch.array(1, width);
        final var gradient = scratch.array(2, width);
        final var factor = (float)(2 * weights.invariance() / items / width);
        for (var row = 0; row < head.rows(); row++) {
            head.values().get(row * width, x, 0, width);
            head.values().get((row + items) % head.rows() * width, y, 0, width);
            Vectors.subtract(x, y, width);
            head.gradient().get(row * width, gradient, 0, width);
            Vectors.addScaled(gradient, factor, x, width);
            head.gradient().put(row * width, gradient, 0, width);
        }
    }
}
