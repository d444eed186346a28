package org.fewlabel.learn.net;

import java.util.ArrayList;
import java.util.List;

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
            var last = -1;
            for (final var embedding : embeddings) {
                if (embedding.position() <= last || embedding.position() >= width) {
                    throw new IllegalArgumentException("No code at " + embedding.position() + " of " + width + ".");
                }
                last = embedding.position();
            }
            if (width < 1) {
                throw new IllegalArgumentException("A network needs at least one column that has different values.");
            }
        }

        /** @return how many of the numbers are no codes */
        public int plain() {
            return width - embeddings.size();
        }

        /** @return for each of the numbers whether it is a code */
        public boolean[] codes() {
            final var codes = new boolean[width];
            embeddings.forEach(embedding -> codes[embedding.position()] = true);
            return codes;
        }

        /** @return how many numbers the body takes */
        public int bodyWidth() {
            return plain() + embeddings.stream().mapToInt(Embedding::dimensions).sum();
        }
    }

    /**
     * Codes that are looked up.
     *
     * @param position which number of the row is the code
     * @param codes the codes are 0 to {@code codes - 1}
     * @param dimensions the length of a learned vector
     */
    public record Embedding(int position, int codes, int dimensions) {
        /** @throws IllegalArgumentException if there are no codes or no dimensions */
        public Embedding {
            if (codes < 1 || dimensions < 1 || dimensions > Layer.MOST_UNITS) {
                throw new IllegalArgumentException("No vectors of " + dimensions + " for " + codes + " codes.");
            }
        }
    }

    /** @throws IllegalArgumentException if there are too many layers */
    public Network {
        body = List.copyOf(body);
        head = List.copyOf(head);
        if (body.size() > MOST_LAYERS || head.size() > MOST_LAYERS) {
            throw new IllegalArgumentException("A network may have up to " + MOST_LAYERS + " layers.");
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
