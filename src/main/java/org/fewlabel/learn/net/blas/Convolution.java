package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;

import org.fewlabel.device.Blas;
import org.fewlabel.learn.net.Layer;

/**
 * A 2-D convolution as a matrix product: the patches of the image are laid out as rows (im2col) and multiplied by the
 * kernels. The gradient with respect to the input is a convolution too, of the output's gradient with the flipped
 * kernels.
 */
final class Convolution implements BackwardUnit {

    /**
     * Patches are laid out in groups of about this many numbers, so that they stay in the cache until they are
     * multiplied.
     */
    private static final int GROUP_NUMBERS = 1 << 17;

    private final Context context;

    private final Tensor in;

    private final Tensor out;

    /** The fused activation; {@code null} for none. */
    private final Layer.Function function;

    private final Patches forward;

    private final Patches backward;

    private final int pixels;

    private final int channels;

    private final int filters;

    private final int taps;

    private final FloatBuffer weights;

    private final FloatBuffer flipped;

    private final String name;

    private final int biasOffset;

    /** The gradients of each block of images. */
    private final FloatBuffer[] weightGradients;

    private final float[][] biasGradients;

    Convolution(final Context context, final String name, final Layer.Convolution layer, final Tensor in,
        final Tensor out,
        final Layer.Function function) {
        this.context = context;
        this.name = name;
        this.in = in;
        this.out = out;
        this.function = function;
        this.channels = layer.in().channels();
        this.filters = layer.filters();
        this.taps = layer.size() * layer.size();
        this.pixels = layer.in().height() * layer.in().width();
        this.forward = new Patches(layer.in(), layer.size());
        this.backward = new Patches(layer.out(), layer.size());
        this.weights = context.parameters().values(name + " weights");
        this.biasOffset = context.parameters().matrix(name + " bias").offset();
        final var blocks = (in.rows() + context.plan().imageBlock() - 1) / context.plan().imageBlock();
        this.biasGradients = new float[blocks][filters];
        this.weightGradients = new FloatBuffer[context.training() ? blocks : 0];
        java.util.Arrays.setAll(weightGradients, block -> Blas.floats(taps * channels * filters));
        this.flipped = in.gradient() == null ? null : Blas.floats(taps * channels * filters);
        context.plan().images(this::forward);
    }

    /** @return the number of images per group */
    private int group(final int from, final int to, final int width) {
        return Math.max(1, Math.min(to - from, GROUP_NUMBERS / (pixels * width)));
    }

    private void forward(final int from, final int to, final Scratch scratch) {
        final var width = taps * channels;
        final var group = group(from, to, width);
        final var patches = scratch.buffer(0, group * pixels * width);
        for (var first = from; first < to; first += group) {
            final var end = Math.min(to, first + group);
            forward.im2col(in.values(), first, end, patches, scratch);
            context.gemm().multiply(false, false, (end - first) * pixels, filters, width, patches, width, weights,
                filters, 0,
                out.values(first, end), filters);
            Bias.forward(context.parameters().given(), biasOffset, function, out.values(), filters, first * pixels,
                end * pixels,
                scratch);
        }
    }

    @Override
    public void backward() {
        if (in.gradient() != null) {
            context.plan().once(scratch -> flip());
        }
        context.plan().images((from, to, scratch) -> {
            final var block = from / context.plan().imageBlock();
            Bias.backward(function, out.values(), out.gradient(), filters, from * pixels, to * pixels,
                biasGradients[block],
                scratch);
            if (context.training()) {
                addWeightGradient(from, to, weightGradients[block], scratch);
            }
            if (in.gradient() != null) {
                inputGradient(from, to, scratch);
            }
        });
        if (context.training()) {
            context.plan().last(scratch -> Bias.sum(biasGradients, context.parameters().gradient(name + " bias")), 0);
            context.plan().last(this::sum, (long)weightGradients.length * taps * channels * filters);
        }
    }

    /** Lays out the flipped kernels: the taps in reverse order, input and output channels swapped. */
    private void flip() {
        final var given = context.parameters().given();
        final var offset = context.parameters().matrix(name + " weights").offset();
        final var row = new float[channels];
        for (var tap = 0; tap < taps; tap++) {
            for (var f = 0; f < filters; f++) {
                for (var c = 0; c < channels; c++) {
                    row[c] = given[offset + ((taps - 1 - tap) * channels + c) * filters + f];
                }
                flipped.put((tap * filters + f) * channels, row, 0, channels);
            }
        }
    }

    private void addWeightGradient(final int from, final int to, final FloatBuffer sum, final Scratch scratch) {
        final var width = taps * channels;
        final var group = group(from, to, width);
        final var patches = scratch.buffer(0, group * pixels * width);
        for (var first = from; first < to; first += group) {
            final var end = Math.min(to, first + group);
            forward.im2col(in.values(), first, end, patches, scratch);
            context.gemm().multiply(true, false, width, filters, (end - first) * pixels, patches, width,
                out.gradient(first, end), filters, first == from ? 0 : 1, sum, filters);
        }
    }

    private void inputGradient(final int from, final int to, final Scratch scratch) {
        final var width = taps * filters;
        final var group = group(from, to, width);
        final var patches = scratch.buffer(0, group * pixels * width);
        for (var first = from; first < to; first += group) {
            final var end = Math.min(to, first + group);
            backward.im2col(out.gradient(), first, end, patches, scratch);
            context.gemm().multiply(false, false, (end - first) * pixels, channels, width, patches, width, flipped,
                channels, 0,
                in.gradient(first, end), channels);
        }
    }

    private void sum(final Scratch scratch) {
        final var into = context.parameters().gradient(name + " weights");
        final var size = into.capacity();
        final var total = scratch.array(0, size);
        final var more = scratch.array(1, size);
        weightGradients[0].get(0, total, 0, size);
        for (var block = 1; block < weightGradients.length; block++) {
            weightGradients[block].get(0, more, 0, size);
            Vectors.add(total, more, size);
        }
        into.put(0, total, 0, size);
    }

    @Override
    public boolean needsOutput() {
        return function != null;
    }
}
