package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;

import org.fewlabel.device.Blas;
import org.fewlabel.learn.net.Layer;

/**
 * Filters at every place of images: what a filter sees of each place is laid out as a row, and the rows multiplied by
 * the filters. The way back is a convolution too, of the gradient with the filters turned round.
 */
final class Convolution implements BackwardUnit {

    /** Of so many numbers at a time rows are laid out, so that they stay in the cache until they are multiplied. */
    private static final int NUMBERS = 1 << 17;

    private final Context context;

    private final Tensor in;

    private final Tensor out;

    /** {@code null} for none. */
    private final Layer.Function function;

    private final Patches forward;

    private final Patches backward;

    private final int places;

    private final int channels;

    private final int filters;

    private final int taps;

    private final FloatBuffer weights;

    private final FloatBuffer turned;

    private final String name;

    private final int biasOffset;

    /** By block the gradients over its images. */
    private final FloatBuffer[] ofWeights;

    private final float[][] ofBias;

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
        this.places = layer.in().height() * layer.in().width();
        this.forward = new Patches(layer.in(), layer.size());
        this.backward = new Patches(layer.out(), layer.size());
        this.weights = context.parameters().values(name + " weights");
        this.biasOffset = context.parameters().matrix(name + " bias").offset();
        final var blocks = (in.rows() + context.plan().imageBlock() - 1) / context.plan().imageBlock();
        this.ofBias = new float[blocks][filters];
        this.ofWeights = new FloatBuffer[context.training() ? blocks : 0];
        java.util.Arrays.setAll(ofWeights, block -> Blas.floats(taps * channels * filters));
        this.turned = in.gradient() == null ? null : Blas.floats(taps * channels * filters);
        context.plan().images(this::forward);
    }

    /** @return how many images at a time */
    private int group(final int from, final int to, final int width) {
        return Math.max(1, Math.min(to - from, NUMBERS / (places * width)));
    }

    private void forward(final int from, final int to, final Scratch scratch) {
        final var width = taps * channels;
        final var group = group(from, to, width);
        final var patches = scratch.buffer(0, group * places * width);
        for (var first = from; first < to; first += group) {
            final var end = Math.min(to, first + group);
            forward.lay(in.values(), first, end, patches, scratch);
            context.gemm().multiply(false, false, (end - first) * places, filters, width, patches, width, weights,
                filters, 0,
                out.values(first, end), filters);
            Bias.forward(context.parameters().given(), biasOffset, function, out.values(), filters, first * places,
                end * places,
                scratch);
        }
    }

    @Override
    public void backward() {
        if (in.gradient() != null) {
            context.plan().once(scratch -> turn());
        }
        context.plan().images((from, to, scratch) -> {
            final var block = from / context.plan().imageBlock();
            Bias.backward(function, out.values(), out.gradient(), filters, from * places, to * places, ofBias[block],
                scratch);
            if (context.training()) {
                ofWeights(from, to, ofWeights[block], scratch);
            }
            if (in.gradient() != null) {
                ofInput(from, to, scratch);
            }
        });
        if (context.training()) {
            context.plan().last(scratch -> Bias.sum(ofBias, context.parameters().gradient(name + " bias")), 0);
            context.plan().last(this::sum, (long)ofWeights.length * taps * channels * filters);
        }
    }

    /** Lays out the filters for the way back: the places in reverse order, and for each the channels by the filters. */
    private void turn() {
        final var given = context.parameters().given();
        final var offset = context.parameters().matrix(name + " weights").offset();
        final var row = new float[channels];
        for (var tap = 0; tap < taps; tap++) {
            for (var f = 0; f < filters; f++) {
                for (var c = 0; c < channels; c++) {
                    row[c] = given[offset + ((taps - 1 - tap) * channels + c) * filters + f];
                }
                turned.put((tap * filters + f) * channels, row, 0, channels);
            }
        }
    }

    private void ofWeights(final int from, final int to, final FloatBuffer sum, final Scratch scratch) {
        final var width = taps * channels;
        final var group = group(from, to, width);
        final var patches = scratch.buffer(0, group * places * width);
        for (var first = from; first < to; first += group) {
            final var end = Math.min(to, first + group);
            forward.lay(in.values(), first, end, patches, scratch);
            context.gemm().multiply(true, false, width, filters, (end - first) * places, patches, width,
                out.gradient(first, end), filters, first == from ? 0 : 1, sum, filters);
        }
    }

    private void ofInput(final int from, final int to, final Scratch scratch) {
        final var width = taps * filters;
        final var group = group(from, to, width);
        final var patches = scratch.buffer(0, group * places * width);
        for (var first = from; first < to; first += group) {
            final var end = Math.min(to, first + group);
            backward.lay(out.gradient(), first, end, patches, scratch);
            context.gemm().multiply(false, false, (end - first) * places, channels, width, patches, width, turned,
                channels, 0,
                in.gradient(first, end), channels);
        }
    }

    private void sum(final Scratch scratch) {
        final var into = context.parameters().gradient(name + " weights");
        final var size = into.capacity();
        final var total = scratch.array(0, size);
        final var more = scratch.array(1, size);
        ofWeights[0].get(0, total, 0, size);
        for (var block = 1; block < ofWeights.length; block++) {
            ofWeights[block].get(0, more, 0, size);
            Vectors.add(total, more, size);
        }
        into.put(0, total, 0, size);
    }

    @Override
    public boolean needsOutput() {
        return function != null;
    }
}
