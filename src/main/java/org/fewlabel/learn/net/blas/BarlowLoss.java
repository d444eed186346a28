package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;

import org.fewlabel.device.Blas;

/** The Barlow Twins loss, {@link org.fewlabel.learn.net.Objective.BarlowTwins}. */
final class BarlowLoss implements LossUnit {

    private final Context context;

    private final Tensor head;

    private final double offDiagonal;

    private final int items;

    private final int width;

    /** The standardized head outputs of both views, {@code 2 items × width}. */
    private final FloatBuffer z;

    private final Standardization[] standards;

    /** The cross-correlations, {@code width × width}; later the gradient with respect to them. */
    private final FloatBuffer correlations;

    private final FloatBuffer zGradient;

    private double value;

    BarlowLoss(final Context context, final Tensor head, final double offDiagonal) {
        this.context = context;
        this.head = head;
        this.offDiagonal = offDiagonal;
        this.items = context.items();
        this.width = head.width();
        this.z = Blas.floats(head.rows() * width);
        this.standards = new Standardization[]{new Standardization(items, width), new Standardization(items, width)};
        this.correlations = Blas.floats(Math.multiplyExact(width, width));
        this.zGradient = context.backward() ? Blas.floats(head.rows() * width) : null;
        context.plan().once(this::forward);
    }

    private FloatBuffer view(final FloatBuffer both, final int view) {
        return both.slice(view * items * width, items * width);
    }

    private void forward(final Scratch scratch) {
        for (var view = 0; view < 2; view++) {
            standards[view].forward(view(head.values(), view), view(z, view), scratch);
        }
        context.gemm().multiply(true, false, width, width, items, view(z, 0), width, view(z, 1), width, 0, correlations,
            width);
        final var x = scratch.array(0, width);
        value = 0;
        for (var row = 0; row < width; row++) {
            correlations.get(row * width, x, 0, width);
            for (var i = 0; i < width; i++) {
                final var difference = x[i] / items - (i == row ? 1f : 0f);
                final var weight = i == row ? 1 : offDiagonal;
                value += weight * difference * difference;
                x[i] = (float)(2 * weight * difference / items);
            }
            correlations.put(row * width, x, 0, width);
        }
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public void backward() {
        if (head.gradient() == null) {
            return;
        }
        context.plan().once(scratch -> {
            context.gemm().multiply(false, true, items, width, width, view(z, 1), width, correlations, width, 0,
                view(zGradient, 0),
                width);
            context.gemm().multiply(false, false, items, width, width, view(z, 0), width, correlations, width, 0,
                view(zGradient, 1),
                width);
            for (var view = 0; view < 2; view++) {
                standards[view].backward(view(z, view), view(zGradient, view), view(head.gradient(), view), scratch);
            }
        });
    }
}
