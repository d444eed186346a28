package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;

import org.fewlabel.learn.net.Layer;

/** A dense layer, {@code y = f(x W + b)}, with the activation in the same pass as the bias. */
final class Dense implements BackwardUnit {

    /**
     * From this many weights on, their gradient is split between two threads, though half a product takes more than
     * half the time.
     */
    private static final int MANY_WEIGHTS = 1 << 17;

    private final Context context;

    private final Tensor in;

    private final Tensor out;

    /** The fused activation; {@code null} for none. */
    private final Layer.Function function;

    private final FloatBuffer weights;

    private final FloatBuffer gradient;

    private final FloatBuffer biasGradient;

    private final int biasOffset;

    /** The sums of the gradient over the rows of each block. */
    private final float[][] sums;

    /** @param function the activation after the bias; {@code null} for none */
    Dense(final Context context, final String name, final Tensor in, final Tensor out, final Layer.Function function) {
        this.context = context;
        this.in = in;
        this.out = out;
        this.function = function;
        this.weights = context.parameters().values(name + " weights");
        this.gradient = context.parameters().gradient(name + " weights");
        this.biasGradient = context.parameters().gradient(name + " bias");
        this.biasOffset = context.parameters().matrix(name + " bias").offset();
        this.sums = new float[context.plan().blocks()][out.width()];
        context.plan().rows(this::forward);
    }

    private void forward(final int from, final int to, final Scratch scratch) {
        context.gemm().multiply(false, false, to - from, out.width(), in.width(), in.values(from, to), in.width(),
            weights,
            out.width(), 0, out.values(from, to), out.width());
        Bias.forward(context.parameters().given(), biasOffset, function, out, from, to, scratch);
    }

    @Override
    public void backward() {
        final var factor = in.gradient() == null ? 0 : in.claim();
        context.plan().rows((from, to, scratch) -> {
            Bias.backward(function, out, from, to, sums[context.plan().block(from)], scratch);
            if (in.gradient() != null) {
                context.gemm().multiply(false, true, to - from, in.width(), out.width(), out.gradient(from, to),
                    out.width(),
                    weights, out.width(), factor, in.gradient(from, to), in.width());
            }
        });
        if (!context.training()) {
            return;
        }
        final var parts = in.width() * out.width() >= MANY_WEIGHTS && out.width() > 1 ? 2 : 1;
        for (var part = 0; part < parts; part++) {
            final var from = out.width() * part / parts;
            final var to = out.width() * (part + 1) / parts;
            context.plan().last(scratch -> weightGradient(from, to), (long)in.rows() * in.width() * (to - from));
        }
        context.plan().last(scratch -> Bias.sum(sums, biasGradient), 0);
    }

    private void weightGradient(final int from, final int to) {
        context.gemm().multiply(true, false, in.width(), to - from, in.rows(), in.values(), in.width(),
            out.gradient().slice(from, out.gradient().capacity() - from), out.width(), 0,
            gradient.slice(from, gradient.capacity() - from), out.width());
    }

    @Override
    public boolean needsOutput() {
        return function != null;
    }
}
