package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;

import org.fewlabel.device.Blas;

/** Batch normalization: with the batch's own means and variances in training, with running ones in evaluation. */
final class BatchNorm implements BackwardUnit {

    private final Context context;

    private final String name;

    private final Tensor in;

    private final Tensor out;

    private final Standardization standard;

    /** The standardized numbers; {@code null} in evaluation. */
    private final FloatBuffer z;

    private final int scale;

    private final int shift;

    private final int width;

    BatchNorm(final Context context, final String name, final Tensor in, final Tensor out) {
        this.context = context;
        this.name = name;
        this.in = in;
        this.out = out;
        this.width = in.width();
        this.scale = context.parameters().matrix(name + " scale").offset();
        this.shift = context.parameters().matrix(name + " shift").offset();
        this.standard = new Standardization(in.rows(), width);
        this.z = context.training() ? Blas.floats(in.rows() * width) : null;
        if (context.training()) {
            context.plan().once(this::standardize);
            context.plan()
                .rows((from, to, scratch) -> affine(z, row(scale), row(shift), out.values(), from, to, scratch));
        } else {
            context.plan()
                .rows((from, to, scratch) -> affine(in.values(), factor(), offset(), out.values(), from, to, scratch));
        }
    }

    private void standardize(final Scratch scratch) {
        standard.forward(in.values(), z, scratch);
        final var statistics = context.parameters().statistics();
        System.arraycopy(standard.mean(), 0, statistics, context.parameters().matrix(name + " mean").offset(), width);
        System.arraycopy(standard.variance(), 0, statistics, context.parameters().matrix(name + " variance").offset(),
            width);
    }

    private float[] row(final int offset) {
        return java.util.Arrays.copyOfRange(context.parameters().given(), offset, offset + width);
    }

    /** In evaluation, the factor of each dimension: {@code scale / sqrt(variance + epsilon)}. */
    private float[] factor() {
        final var factor = row(scale);
        final var variance = context.parameters().matrix(name + " variance").offset();
        for (var i = 0; i < width; i++) {
            factor[i] /= (float)Math.sqrt(context.parameters().statistics()[variance + i] + Standardization.EPSILON);
        }
        return factor;
    }

    private float[] offset() {
        final var offset = row(shift);
        final var factor = factor();
        final var mean = context.parameters().matrix(name + " mean").offset();
        for (var i = 0; i < width; i++) {
            offset[i] -= context.parameters().statistics()[mean + i] * factor[i];
        }
        return offset;
    }

    /**
     * {@code y = x a + b}, or {@code x a} if {@code b} is null; {@code a} and {@code b} have one value per dimension.
     */
    private void affine(final FloatBuffer x, final float[] a, final float[] b, final FloatBuffer y, final int from,
        final int to,
        final Scratch scratch) {
        final var piece = Math.min(to - from, Scratch.rows(width));
        final var values = scratch.array(0, piece * width);
        final var factors = Vectors.tile(a, 0, width, scratch.array(1, piece * width), piece);
        final var shifts = b == null ? null : Vectors.tile(b, 0, width, scratch.array(2, piece * width), piece);
        for (var row = from; row < to; row += piece) {
            final var length = Math.min(piece, to - row) * width;
            x.get(row * width, values, 0, length);
            Vectors.multiply(values, factors, length);
            if (shifts != null) {
                Vectors.add(values, shifts, length);
            }
            y.put(row * width, values, 0, length);
        }
    }

    @Override
    public void backward() {
        if (!context.training()) {
            if (in.gradient() != null) {
                context.plan()
                    .rows(
                        (from, to, scratch) -> affine(out.gradient(), factor(), null, in.gradient(), from, to,
                            scratch));
            }
            return;
        }
        context.plan().once(this::parameterGradients);
        if (in.gradient() != null) {
            context.plan()
                .rows(
                    (from, to, scratch) -> affine(out.gradient(), row(scale), null, out.gradient(), from, to, scratch));
            context.plan().once(scratch -> standard.backward(z, out.gradient(), in.gradient(), scratch));
        }
    }

    private void parameterGradients(final Scratch scratch) {
        final var shifts = new double[width];
        final var scales = new double[width];
        final var gradient = scratch.array(0, width);
        final var values = scratch.array(1, width);
        for (var row = 0; row < in.rows(); row++) {
            out.gradient().get(row * width, gradient, 0, width);
            z.get(row * width, values, 0, width);
            Vectors.addTo(shifts, gradient, width);
            Vectors.multiply(values, gradient, width);
            Vectors.addTo(scales, values, width);
        }
        Layers.put(scales, context.parameters().gradient(name + " scale"));
        Layers.put(shifts, context.parameters().gradient(name + " shift"));
    }
}
