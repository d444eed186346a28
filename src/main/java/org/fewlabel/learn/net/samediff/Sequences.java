package org.fewlabel.learn.net.samediff;

import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Slot;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The sequence layers. Between layers a sequence is one row of numbers in the order of {@link Layer.Sequence}; within
 * them each token is a row.
 */
final class Sequences {

    /** The attention mask: added to the attention logit of padding tokens, whose exponential then is 0. */
    private static final float MASKED = -1e9f;

    private static final double GELU = 1.702;

    private final GraphBuilder builder;

    private final SameDiff graph;

    /** The vectors of all tokens before mean pooling, one row each; null before that layer. */
    private SDVariable tokens;

    Sequences(final GraphBuilder builder) {
        this.builder = builder;
        this.graph = builder.graph;
    }

    /** @return the token vectors before mean pooling, {@code rows * length} rows */
    SDVariable tokens() {
        return tokens;
    }

    SDVariable layer(final String name, final Layer.OfSequence layer, final SDVariable in) {
        final var of = layer.sequence();
        if (layer instanceof Layer.Transformer transformer) {
            return flat(transform(name, transformer, split(in, of)), of);
        }
        if (layer instanceof Layer.Positions) {
            final var positioned = in.add(graph.getVariable(name + " positions"));
            return flat(builder.layerNorm(name, split(positioned, of)), of);
        }
        tokens = builder.layerNorm(name, split(in, of));
        final var meanWeights = builder.derived("mean weights",
            (batch, values) -> meanWeights(batch, of.length(), values),
            builder.rows,
            of.length(), 1);
        return graph.reshape(tokens, builder.rows, of.length(), of.dimensions()).mul(meanWeights).sum(1);
    }

    private SDVariable split(final SDVariable in, final Layer.Sequence of) {
        return graph.reshape(in, builder.rows * of.length(), of.dimensions());
    }

    private SDVariable flat(final SDVariable in, final Layer.Sequence of) {
        return graph.reshape(in, builder.rows, of.size());
    }

    private SDVariable transform(final String name, final Layer.Transformer layer, final SDVariable in) {
        final var normalized = builder.layerNorm(name + " attention", in);
        final var queries = heads(builder.dense(name + " block queries", normalized), layer);
        final var keys = heads(builder.dense(name + " block keys", normalized), layer);
        final var values = heads(builder.dense(name + " block values", normalized), layer);
        final var of = layer.sequence();
        final var size = of.dimensions() / layer.heads();
        final var paddingMask = builder.derived("padding mask " + layer.heads(),
            (batch, numbers) -> paddingMask(batch, of.length(), layer.heads(), numbers), builder.rows * layer.heads(),
            1,
            of.length());
        final var attention = graph.nn.softmax(
            graph.mmul(queries, keys, false, true, false).mul(1 / Math.sqrt(size)).add(paddingMask), 2);
        final var heads = graph.permute(
            graph.reshape(graph.mmul(attention, values), builder.rows, layer.heads(), of.length(), size),
            0, 2, 1, 3);
        final var attended = in.add(builder.dense(name + " block projection",
            graph.reshape(heads, builder.rows * of.length(), of.dimensions())));
        final var inner = builder.dense(name + " block inner", builder.layerNorm(name + " dense", attended));
        final var gelu = inner.mul(graph.nn.sigmoid(inner.mul(GELU)));
        return attended.add(builder.dense(name + " block outer", gelu));
    }

    /** @return {@code rows * heads} matrices of {@code length} rows, one head each */
    private SDVariable heads(final SDVariable in, final Layer.Transformer layer) {
        final var of = layer.sequence();
        final var size = of.dimensions() / layer.heads();
        return graph.reshape(
            graph.permute(graph.reshape(in, builder.rows, of.length(), layer.heads(), size), 0, 2, 1, 3),
            builder.rows * layer.heads(), of.length(), size);
    }

    private static void paddingMask(final Batch batch, final int length, final int heads, final float[] values) {
        final var codes = batch.get(Slot.INPUT);
        for (var at = 0; at < values.length; at++) {
            values[at] = codes[at / length / heads * length + at % length] == 0 ? MASKED : 0;
        }
    }

    private static void meanWeights(final Batch batch, final int length, final float[] values) {
        final var codes = batch.get(Slot.INPUT);
        for (var row = 0; row < values.length; row += length) {
            var count = 0;
            for (var at = row; at < row + length; at++) {
                count += codes[at] == 0 ? 0 : 1;
            }
            for (var at = row; at < row + length; at++) {
                values[at] = codes[at] == 0 ? 0 : 1f / count;
            }
        }
    }
}
