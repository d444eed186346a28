package org.fewlabel.learn.net.samediff;

import java.util.Arrays;

import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.Slot;
import org.nd4j.autodiff.samediff.SDVariable;

/** The cross-entropy of masked language modeling, {@link org.fewlabel.learn.net.Objective.MaskedTokens}. */
final class TokenLoss {

    private final GraphBuilder builder;

    private final int maxMasked;

    private final int length;

    private final int dimensions;

    private final int codes;

    TokenLoss(final GraphBuilder builder, final int maxMasked) {
        this.builder = builder;
        this.maxMasked = maxMasked;
        final var embedding = builder.network.input().embeddings().get(0);
        this.length = embedding.length();
        this.dimensions = embedding.dimensions();
        this.codes = embedding.codes();
    }

    /** @return the loss; the body must have been built */
    SDVariable loss() {
        final var graph = builder.graph;
        final var rows = builder.rows * maxMasked;
        // products with 0/1 matrices gather vectors and logits: SameDiff's gradient of a gather loops over the rows
        final var gather = builder.derived("masked positions", this::gather, builder.rows, maxMasked, length);
        final var targets = builder.derived("masked tokens", this::targets, rows, codes);
        final var tokens = graph.reshape(builder.sequences().tokens(), builder.rows, length, dimensions);
        final var vectors = builder.layers("head", builder.network.head(),
            graph.reshape(graph.mmul(gather, tokens), rows, dimensions));
        final var logits = graph.mmul(vectors, graph.getVariable("embedding 0"), false, true, false)
            .add(graph.getVariable("tokens bias"));
        return builder.logSoftmax(logits).mul(targets).sum().neg();
    }

    private void gather(final Batch batch, final float[] values) {
        Arrays.fill(values, 0);
        final var positions = batch.get(Slot.MASKED_POSITIONS);
        for (var i = 0; i < positions.length; i++) {
            if (positions[i] >= 0) {
                values[i * length + (int)positions[i]] = 1;
            }
        }
    }

    /** One-hot targets at the masked positions, divided by their number, so that the sum is the mean. */
    private void targets(final Batch batch, final float[] values) {
        Arrays.fill(values, 0);
        final var positions = batch.get(Slot.MASKED_POSITIONS);
        final var tokens = batch.get(Slot.MASKED_TOKENS);
        var count = 0;
        for (final var position : positions) {
            count += position >= 0 ? 1 : 0;
        }
        for (var i = 0; i < positions.length; i++) {
            if (positions[i] >= 0) {
                values[i * codes + (int)tokens[i]] = 1f / count;
            }
        }
    }
}
