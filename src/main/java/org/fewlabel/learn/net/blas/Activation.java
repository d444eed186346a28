package org.fewlabel.learn.net.blas;

import org.fewlabel.learn.net.Layer;

/** An activation layer that is not fused into the layer before it. It may write in place. */
final class Activation implements BackwardUnit {

    private final Context context;

    private final Tensor in;

    private final Tensor out;

    private final Layer.Function function;

    /** @param out may be {@code in} */
    Activation(final Context context, final Tensor in, final Tensor out, final Layer.Function function) {
        this.context = context;
        this.in = in;
        this.out = out;
        this.function = function;
        context.plan().rows(this::forward);
    }

    private void forward(final int from, final int to, final Scratch scratch) {
        final var x = scratch.array(0, Scratch.PIECE);
        final var end = to * in.width();
        for (var at = from * in.width(); at < end; at += Scratch.PIECE) {
            final var length = Math.min(Scratch.PIECE, end - at);
            in.values().get(at, x, 0, length);
            Vectors.forward(function, x, length, scratch.exponential());
            out.values().put(at, x, 0, length);
        }
    }

    @Override
    public void backward() {
        if (in.gradient() == null) {
            return;
        }
        context.plan().rows((from, to, scratch) -> {
            final var gradient = scratch.array(0, Scratch.PIECE);
            final var y = scratch.array(1, Scratch.PIECE);
            final var end = to * in.width();
            for (var at = from * in.width(); at < end; at += Scratch.PIECE) {
                final var length = Math.min(Scratch.PIECE, end - at);
                out.gradient().get(at, gradient, 0, length);
                out.values().get(at, y, 0, length);
                Vectors.backward(function, gradient, y, length);
                in.gradient().put(at, gradient, 0, length);
            }
        });
    }

    @Override
    public boolean needsOutput() {
        return true;
    }
}
