package org.fewlabel.learn.net.samediff;

import java.util.Arrays;

import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.Slot;
import org.nd4j.autodiff.samediff.SDVariable;

/** The objective of masked language modeling. */
final class TokenLoss {

    private final GraphBuilder builder;

    private final int asked;

    private final int places;

    private final int dimensions;

    private final int codes;

    TokenLoss(final GraphBuilder builder, final int asked) {
        this.builder = builder;
        this.asked = asked;
        final var embedding = builder.network.input().embeddings().get(0);
        this.places = embedding.places();
        this.dimensions = embedding.dimensions();
        this.codes = embedding.codes();
    }

    /** @return the loss; the body is there already */
    SDVariable loss() {
        final var graph = builder.graph;
        final var rows = builder.rows * asked;
        // products with 0 and 1 pick vectors and logits: SameDiff's gradient of picking is a loop over the rows
        final var pick = builder.derived("asked places", this::pick, builder.rows, asked, places);
        final var answers = builder.derived("asked tokens", this::answers, rows, codes);
        final var tokens = graph.reshape(builder.sequences().tokens(), builder.rows, places, dimensions);
        final var vectors = builder.layers("head", builder.network.head(),
            graph.reshape(graph.mmul(pick, tokens), rows, dimensions));
        final var logits = graph.mmul(vectors, graph.getVariable("embedding 0"), false, true, false)
            .add(graph.getVariable("tokens bias"));
        return builder.logSoftmax(logits).mul(answers).sum().neg();
    }

    private void pick(final Batch batch, final float[] values) {
        Arrays.fill(values, 0);
        final var at = batch.get(Slot.ASKED_PLACES);
        for (var i = 0; i < at.length; i++) {
            if (at[i] >= 0) {
                values[i * places + (int)at[i]] = 1;
            }
        }
    }

    /** The share of each token that is asked for, at the place of the token that stood there. */
    private void answers(final Batch batch, final float[] values) {
        Arrays.fill(values, 0);
        final var at = batch.get(Slot.ASKED_PLACES);
        final var tokens = batch.get(Slot.ASKED_TOKENS);
        var count = 0;
        for (final var place : at) {
            count += place >= 0 ? 1 : 0;
        }
        for (var i = 0; i < at.length; i++) {
            if (at[i] >= 0) {
                values[i * codes + (int)tokens[i]] = 1f / count;
            }
        }
    }
}
