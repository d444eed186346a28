package org.fewlabel.learn.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.UserMessageException;

/**
 * The architecture of a network as data: input, body, whose last layer gives the embedding, and head, which only the
 * training needs (SimCLR's projection head, a decoder). Layers after the head belong to the {@link Objective}.
 *
 * @param input the columns of a row
 * @param body from the input to the embedding; may be empty
 * @param head from the embedding to the input of the objective; may be empty
 */
public record Network(Input input, List<Layer> body, List<Layer> head) {

    /** More layers than this in body or head are regarded as a corrupt file. */
    public static final int MAX_LAYERS = 64;

    /**
     * The columns of an input row: plain numbers, and category codes that are looked up in embedding tables. The input
     * of the body is first the plain numbers, in their order, then the embedding vectors, in theirs.
     *
     * @param width the numbers per row, codes included
     * @param embeddings the codes
     */
    public record Input(int width, List<Embedding> embeddings) {

        /** @throws IllegalArgumentException if there are no numbers, or positions are not ascending within the width */
        public Input {
            embeddings = List.copyOf(embeddings);
            var free = 0;
            for (final var embedding : embeddings) {
                if (embedding.position() < free || embedding.length() > width - embedding.position()) {
                    throw new IllegalArgumentException("No code at " + embedding.position() + " of " + width + ".");
                }
                free = embedding.position() + embedding.length();
            }
            if (width < 1) {
                throw new UserMessageException("A network needs at least one column that has different values.");
            }
        }

        /** @return the number of plain numbers, which are not codes */
        public int plain() {
            return width - embeddings.stream().mapToInt(Embedding::length).sum();
        }

        /** @return for each number of a row whether it is a code */
        public boolean[] codes() {
            final var codes = new boolean[width];
            embeddings.forEach(embedding -> Arrays.fill(codes, embedding.position(),
                embedding.position() + embedding.length(), true));
            return codes;
        }

        /** @return the shape of the token sequence, if the input is nothing else; {@code null} otherwise */
        public Layer.Sequence sequence() {
            return embeddings.size() == 1 && plain() == 0
                ? new Layer.Sequence(embeddings.get(0).length(), embeddings.get(0).dimensions()) : null;
        }

        /** @return the width of the body's input */
        public int bodyWidth() {
            return plain() + embeddings.stream().mapToInt(Embedding::width).sum();
        }
    }

    /**
     * A range of codes that is looked up in one embedding table.
     *
     * @param position the index of the first code in the row
     * @param codes the codes are 0 to {@code codes - 1}
     * @param dimensions the length of an embedding vector
     * @param length the number of consecutive codes that share the table: the tokens of a text
     */
    public record Embedding(int position, int codes, int dimensions, int length) {
        /**
         * @throws IllegalArgumentException if there are no codes or dimensions, or the length is 0, or one is too large
         */
        public Embedding {
            if (position < 0 || codes < 1 || dimensions < 1 || dimensions > Layer.MAX_UNITS || length < 1
                || length > Layer.Sequence.MAX_LENGTH) {
                throw new IllegalArgumentException(
                    "No vectors of " + dimensions + " for " + codes + " codes at " + length + " positions.");
            }
        }

        /** A single code. */
        public Embedding(final int position, final int codes, final int dimensions) {
            this(position, codes, dimensions, 1);
        }

        /** @return the numbers it contributes to the body's input */
        public int width() {
            return length * dimensions;
        }
    }

    /** @throws IllegalArgumentException if there are too many layers, or one for a sequence where there is none */
    public Network {
        body = List.copyOf(body);
        head = List.copyOf(head);
        if (body.size() > MAX_LAYERS || head.size() > MAX_LAYERS) {
            throw new UserMessageException("A network may have up to " + MAX_LAYERS + " layers.");
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

    /** @return the width of the body's output, the embedding */
    public int bodyWidth() {
        return after(input.bodyWidth(), body);
    }

    /** @return the width of the output of some layers */
    static int after(final int width, final List<Layer> layers) {
        var after = width;
        for (final var layer : layers) {
            after = layer.widthAfter(after);
        }
        return after;
    }

    /** @return dense layers of those widths, each followed by a ReLU, except the last if {@code open} */
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
