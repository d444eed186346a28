package org.fewlabel.learn.net.samediff;

import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Slot;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The layers that take sequences. Between layers a sequence is one row of numbers, as {@link Layer.Sequence} says;
 * within them each token is a row.
 */
final class Sequences {

    /** Added to how much a token matters to others if it is not there: its exponential is 0. */
    private static final float NEVER = -1e9f;

    private static final double GELU = 1.702;

    private final GraphBuilder builder;

    private final SameDiff graph;

    /** The vectors of all tokens before they were pooled, a row each; null before. */
    private SDVariable tokens;

    Sequences(final GraphBuilder builder) {
        this.builder = builder;
        this.graph = builder.graph;
    }

    /** @return what the last layer made of each token, {@code rows * places} rows, before it took their mean */
    SDVariable tokens() {
        return tokens;
    }

    SDVariable layer(final String name, final Layer.OfSequence layer, final SDVariable in) {
        final var of = layer.sequence();
        if (layer instanceof Layer.Transformer transformer) {
            return flat(transform(name, transformer, split(in, of)), of);
        }
        if (layer instanceof Layer.Positions) {
            final var placed = in.add(graph.getVariable(name + " positions"));
            return flat(builder.layerNorm(name, split(placed, of)), of);
        }
        tokens = builder.layerNorm(name, split(in, of));
        final var shares = builder.derived("shares", (batch, values) -> shares(batch, of.places(), values),
            builder.rows,
            of.places(), 1);
        return graph.reshape(tokens, builder.rows, of.places(), of.dimensions()).mul(shares).sum(1);
    }

    private SDVariable split(final SDVariable in, final Layer.Sequence of) {
        return graph.reshape(in, builder.rows * of.places(), of.dimensions());
    }

    private SDVariable flat(final SDVariable in, final Layer.Sequence of) {
        return graph.reshape(in, builder.rows, of.size());
    }

    private SDVariable transform(final String name, final Layer.Transformer layer, final SDVariable in) {
        final var standard = builder.layerNorm(name + " attention", in);
        final var queries = heads(builder.dense(name + " block queries", standard), layer);
        final var keys = heads(builder.dense(name + " block keys", standard), layer);
        final var values = heads(builder.dense(name + " block values", standard), layer);
        final var of = layer.sequence();
        final var size = of.dimensions() / layer.heads();
        final var absent = builder.derived("absent " + layer.heads(),
            (batch, numbers) -> absent(batch, of.places(), layer.heads(), numbers), builder.rows * layer.heads(), 1,
            of.places());
        final var matters = graph.nn.softmax(
            graph.mmul(queries, keys, false, true, false).mul(1 / Math.sqrt(size)).add(absent), 2);
        final var taken = graph.permute(
            graph.reshape(graph.mmul(matters, values), builder.rows, layer.heads(), of.places(), size),
            0, 2, 1, 3);
        final var mixed = in.add(builder.dense(name + " block mixed",
            graph.reshape(taken, builder.rows * of.places(), of.dimensions())));
        final var inner = builder.dense(name + " block inner", builder.layerNorm(name + " dense", mixed));
        final var gelu = inner.mul(graph.nn.sigmoid(inner.mul(GELU)));
        return mixed.add(builder.dense(name + " block outer", gelu));
    }

    /** @return for each row and head a matrix of {@code places} rows */
    private SDVariable heads(final SDVariable in, final Layer.Transformer layer) {
        final var of = layer.sequence();
        final var size = of.dimensions() / layer.heads();
        return graph.reshape(
            graph.permute(graph.reshape(in, builder.rows, of.places(), layer.heads(), size), 0, 2, 1, 3),
            builder.rows * layer.heads(), of.places(), size);
    }

    private static void absent(final Batch batch, final int places, final int heads, final float[] values) {
        final var codes = batch.get(Slot.INPUT);
        for (var at = 0; at < values.length; at++) {
            values[at] = codes[at / places / heads * places + at % places] == 0 ? NEVER : 0;
        }
    }

    private static void shares(final Batch batch, final int places, final float[] values) {
        final var codes = batch.get(Slot.INPUT);
        for (var row = 0; row < values.length; row += places) {
            var there = 0;
            for (var at = row; at < row + places; at++) {
                there += codes[at] == 0 ? 0 : 1;
            }
            for (var at = row; at < row + places; at++) {
                values[at] = codes[at] == 0 ? 0 : 1f / there;
            }
        }
    }
}
