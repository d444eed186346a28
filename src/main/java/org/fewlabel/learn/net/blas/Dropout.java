package org.fewlabel.learn.net.blas;

/** Dropout: multiplies by the mask of the batch. */
final class Dropout implements BackwardUnit {

    private final Context context;

    private final Tensor in;

    private final Tensor out;

    private final float[] mask;

    Dropout(final Context context, final Tensor in, final Tensor out, final float[] mask) {
        this.context = context;
        this.in = in;
        this.out = out;
        this.mask = mask;
        context.plan().rows((from, to, scratch) -> times(in.values(), out.values(), from, to, scratch));
    }

    private void times(final java.nio.FloatBuffer source, final java.nio.FloatBuffer target, final int from,
        final int to,
        final Scratch scratch) {
        final var x = scratch.array(0, Scratch.PIECE);
        final var factors = scratch.array(1, Scratch.PIECE);
        final var end = to * in.width();
        for (var at = from * in.width(); at < end; at += Scratch.PIECE) {
            final var length = Math.min(Scratch.PIECE, end - at);
            source.get(at, x, 0, length);
            System.arraycopy(mask, at, factors, 0, length);
            Vectors.multiply(x, factors, length);
            target.put(at, x, 0, length);
        }
    }

    @Override
    public void backward() {
        if (in.gradient() != null) {
            context.plan().rows((from, to, scratch) -> times(out.gradient(), in.gradient(), from, to, scratch));
        }
    }
}
