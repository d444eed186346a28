package org.fewlabel.learn.net.blas;

import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Slot;

/** The input layer: the plain numbers of the batch's rows, followed by the embedding vectors of their codes. */
final class InputLayer implements BackwardUnit {

    private final Context context;

    private final Network.Input input;

    private final Tensor out;

    /** The indices of the plain numbers of a row. */
    private final int[] plain;

    InputLayer(final Context context, final Network.Input input, final Tensor out) {
        this.context = context;
        this.input = input;
        this.out = out;
        final var codes = input.codes();
        this.plain = java.util.stream.IntStream.range(0, codes.length).filter(i -> !codes[i]).toArray();
        context.plan().rows(this::forward);
    }

    private void forward(final int from, final int to, final Scratch scratch) {
        final var values = context.batch().get(Slot.INPUT);
        if (input.embeddings().isEmpty()) {
            out.values().put(from * out.width(), values, from * out.width(), (to - from) * out.width());
            return;
        }
        final var x = scratch.array(0, out.width());
        for (var row = from; row < to; row++) {
            for (var i = 0; i < plain.length; i++) {
                x[i] = values[row * input.width() + plain[i]];
            }
            var at = plain.length;
            for (var e = 0; e < input.embeddings().size(); e++) {
                final var embedding = input.embeddings().get(e);
                final var table = context.parameters().matrix("embedding " + e).offset();
                for (var position = 0; position < embedding.length(); position++) {
                    final var code = code(row, embedding, position);
                    System.arraycopy(context.parameters().given(), table + code * embedding.dimensions(), x, at,
                        embedding.dimensions());
                    at += embedding.dimensions();
                }
            }
            out.values().put(row * out.width(), x, 0, out.width());
        }
    }

    private int code(final int row, final Network.Embedding embedding, final int position) {
        final var code = (int)context.batch().get(Slot.INPUT)[row * input.width() + embedding.position() + position];
        if (code < 0 || code >= embedding.codes()) {
            throw new IllegalArgumentException("The code " + code + " is not one of " + embedding.codes() + ".");
        }
        return code;
    }

    /** The gradient of each embedding table: summed per code, always in the order of the rows. */
    @Override
    public void backward() {
        if (!context.training()) {
            return;
        }
        var first = plain.length;
        for (var e = 0; e < input.embeddings().size(); e++) {
            final var embedding = input.embeddings().get(e);
            final var gradient = context.parameters().gradient("embedding " + e);
            final var begin = first;
            context.plan().last(scratch -> {
                final var table = new float[embedding.codes() * embedding.dimensions()];
                final var g = scratch.array(0, embedding.width());
                for (var row = 0; row < out.rows(); row++) {
                    out.gradient().get(row * out.width() + begin, g, 0, embedding.width());
                    for (var i = 0; i < embedding.width(); i++) {
                        table[code(row, embedding, i / embedding.dimensions()) * embedding.dimensions()
                            + i % embedding.dimensions()] += g[i];
                    }
                }
                gradient.put(0, table, 0, table.length);
            }, (long)out.rows() * embedding.width());
            first += embedding.width();
        }
    }

    /** @return the gradient with respect to the rows of the batch, 0 at codes */
    float[] inputGradient() {
        final var result = new float[out.rows() * input.width()];
        final var g = new float[out.width()];
        for (var row = 0; row < out.rows(); row++) {
            out.gradient().get(row * out.width(), g, 0, g.length);
            for (var i = 0; i < plain.length; i++) {
                result[row * input.width() + plain[i]] = g[i];
            }
        }
        return result;
    }
}
