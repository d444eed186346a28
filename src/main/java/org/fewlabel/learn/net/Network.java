package org.fewlabel.learn.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.UserMessageException;

/**
 * A network as data: what goes in, the body whose last layer gives the embedding, and the head that only training needs
 * (SimCLR's projection, a decoder). What comes after the head is the objective's matter.
 *
 * @param input what goes in
 * @param body from the input to the embedding; may be empty
 * @param head from the embedding to what the objective judges; may be empty
 */
public record Network(Input input, List<Layer> body, List<Layer> head) {

    /** More layers than this in body or head are taken for damage. */
    public static final int MOST_LAYERS = 64;

    /**
     * Rows as they go in: numbers, some of which are codes of categories that are looked up in a table of learned
     * vectors. The body takes first the numbers that are no codes, in their order, and then the vectors, in theirs.
     *
     * @param width how many numbers a row has, codes included
     * @param embeddings the codes
     */
    public record Input(int width, List<Embedding> embeddings) {

        /** @throws IllegalArgumentException if there are no numbers, or positions are not ascending within the width */
        public Input {
            embeddings = List.copyOf(embeddings);
            var free = 0;
            for (final var embedding : embeddings) {
                if (embedding.position() < free || embedding.places() > width - embedding.position()) {
                    throw new IllegalArgumentException("No code at " + embedding.position() + " of " + width + ".");
                }
                free = embedding.position() + embedding.places();
            }
            if (width < 1) {
                throw new UserMessageException("A network needs at least one column that has different values.");
            }
        }

        /** @return how many of the numbers are no codes */
        public int plain() {
            return width - embeddings.stream().mapToInt(Embedding::places).sum();
        }

        /** @return for each of the numbers whether it is a code */
        public boolean[] codes() {
            final var codes = new boolean[width];
            embeddings.forEach(embedding -> Arrays.fill(codes, embedding.position(),
                embedding.position() + embedding.places(), true));
            return codes;
        }

        /** @return the sequence that it is, if it is nothing but one; {@code null} otherwise */
        public Layer.Sequence sequence() {
            return embeddings.size() == 1 && plain() == 0
                ? new Layer.Sequence(embeddings.get(0).places(), embeddings.get(0).dimensions()) : null;
        }

        /** @return how many numbers the body takes */
        public int bodyWidth() {
            return plain() + embeddings.stream().mapToInt(Embedding::width).sum();
        }
    }

    /**
     * Codes that are looked up.
     *
     * @param position which number of the row is the first code
     * @param codes the codes are 0 to {@code codes - 1}
     * @param dimensions the length of a learned vector
     * @param places how many codes there are, one after the other, that share the vectors: the tokens of a text
     */
    public record Embedding(int position, int codes, int dimensions, int places) {
        /** @throws IllegalArgumentException if there are no codes, dimensions or places, or too many */
        public Embedding {
            if (position < 0 || codes < 1 || dimensions < 1 || dimensions > Layer.MOST_UNITS || places < 1
                || places > Layer.Sequence.MOST_PLACES) {
                throw new IllegalArgumentException(
                    "No vectors of " + dimensions + " for " + codes + " codes at " + places + " places.");
            }
        }

        /** One code. */
        public Embedding(final int position, final int codes, final int dimensions) {
            this(position, codes, dimensions, 1);
        }

        /** @return how many numbers the body takes for it */
        public int width() {
            return places * dimensions;
        }
    }

    /** @throws IllegalArgumentException if there are too many layers, or one for a sequence where there is none */
    public Network {
        body = List.copyOf(body);
        head = List.copyOf(head);
        if (body.size() > MOST_LAYERS || head.size() > MOST_LAYERS) {
            throw new UserMessageException("A network may have up to " + MOST_LAYERS + " layers.");
        }
        for (final var layer : body) {
            if (layer instanceof Layer.OfSequence of && !of.sequence().equals(input.sequence())) {
                throw new IllegalArgumentException("The input is no sequence of " + of.sequence() + ".");
            }
        }
        if (head.stream().anyMatch(Layer.OfSequence.class::isInstance)) {
            throw new IllegalArgumentException("A head takes no sequence.");
        }
    }

    /** @return how many numbers the last layer of the body gives */
    public int bodyWidth() {
        return after(input.bodyWidth(), body);
    }

    /** @return how many numbers come out of some layers */
    static int after(final int width, final List<Layer> layers) {
        var after = width;
        for (final var layer : layers) {
            after = layer.widthAfter(after);
        }
        return after;
    }

    /** @return dense layers of those widths, each followed by a ReLU unless it is the last and {@code open} */
    public static List<Layer> dense(final List<Integer> widths, final boolean open) {
        final var layers = new ArrayList<Layer>();
        for (var i = 0; i < widths.size(); i++) {
            layers.add(new Layer.Dense(widths.get(i)));
            if (!open || i < widths.size() - 1) {
                layers.add(new Layer.Activation(Layer.Function.RELU));
            }
        }
        return layers;
    }
}
