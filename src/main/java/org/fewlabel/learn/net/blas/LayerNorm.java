package org.fewlabel.learn.net.blas;

import org.fewlabel.device.Blas;

/** Layer normalization: every row is standardized, scaled and shifted. */
final class LayerNorm implements BackwardUnit {

    private final Context context;

    private final String name;

    private final Tensor in;

    private final Tensor out;

    /** The standardized numbers. */
    private final java.nio.FloatBuffer z;

    /** The inverse standard deviation of each row. */
    private final float[] inverse;

    private final int width;

    private final int scale;

    private final int shift;

    /** The gradients of scale and shift over the rows of each block. */
    private final float[][] scaleGradients;

    private final float[][] shiftGradients;

    LayerNorm(final Context context, final String name, final Tensor in, final Tensor out) {
        this.context = context;
        this.name = name;
        this.in = in;
        this.out = out;
        this.width = in.width();
        this.z = Blas.floats(in.rows() * width);
        this.inverse = new float[in.rows()];
        this.scale = context.parameters().matrix(name + " scale").offset();
        this.shift = context.parameters().matrix(name + " shift").offset();
        this.scaleGradients = new float[context.plan().blocks()][width];
        this.shiftGradients = new float[context.plan().blocks()][width];
        context.plan().rows(this::forward);
    }

    private void forward(final int from, final int to, final Scratch scratch) {
        final var x = scratch.array(0, width);
        final var parameters = context.parameters().given();
        final var factors = Vectors.tile(parameters, scale, width, scratch.array(1, width), 1);
        final var offsets = Vectors.tile(parameters, shift, width, scratch.array(2, width), 1);
        for (var row = from; row < to; row++) {
            in.values().get(row * width, x, 0, width);
            Layers.shift(x, (float)(-Vectors.sum(x, 0, width) / width), width);
            inverse[row] = (float)(1 / Math.sqrt(Vectors.dot(x, 0, x, 0, width) / width + Standardization.EPSILON));
            Vectors.scale(x, inverse[row], width);
            z.put(row * width, x, 0, width);
            Vectors.multiply(x, factors, width);
            Vectors.add(x, offsets, width);
            out.values().put(row * width, x, 0, width);
        }
    }

    @Override
    public void backward() {
        context.plan().rows(this::backward);
        if (context.training()) {
            context.plan().last(scratch -> Bias.sum(scaleGradients, context.parameters().gradient(name + " scale")), 0);
            context.plan().last(scratch -> Bias.sum(shiftGradients, context.parameters().gradient(name + " shift")), 0);
        }
    }

    private void backward(final int from, final int to, final Scratch scratch) {
        final var gradient = scratch.array(0, width);
        final var values = scratch.array(1, width);
        final var factors = Vectors.tile(context.parameters().given(), scale, width, scratch.array(2, width), 1);
        final var scaleGradient = scaleGradients[context.plan().block(from)];
        final var shiftGradient = shiftGradients[context.plan().block(from)];
        java.util.Arrays.fill(scaleGradient, 0);
        java.util.Arrays.fill(shiftGradient, 0);
        for (var row = from; row < to; row++) {
            out.gradient().get(row * width, gradient, 0, width);
            z.get(row * width, values, 0, width);
            Vectors.add(shiftGradient, gradient, width);
            Vectors.addProduct(scaleGradient, gradient, values, width);
            if (in.gradient() != null) {
                Vectors.multiply(gradient, factors, width);
                final var mean = Vectors.sum(gradient, 0, width) / width;
                final var slope = Vectors.dot(gradient, 0, values, 0, width) / width;
                Vectors.addScaled(gradient, (float)-slope, values, width);
                Layers.shift(gradient, (float)-mean, width);
                Vectors.scale(gradient, inverse[row], width);
                in.gradient().put(row * width, gradient, 0, width);
            }
        }
    }
}
