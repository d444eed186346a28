package org.fewlabel.learn.encode;

import java.util.Arrays;
import java.util.Set;

import org.fewlabel.learn.net.Layer;

/**
 * Converts sequence layers to texts and back: kind, length, dimensions, and of a transformer its heads and inner units.
 */
final class SequenceState {

    private static final String POSITIONS = "positions";

    private static final String TRANSFORMER = "transformer";

    private static final String POOL = "pool";

    private static final Set<String> WORDS = Set.of(POSITIONS, TRANSFORMER, POOL);

    private SequenceState() {
    }

    static String of(final Layer.OfSequence layer) {
        final var of = layer.sequence().length() + " " + layer.sequence().dimensions();
        if (layer instanceof Layer.Transformer transformer) {
            return TRANSFORMER + " " + of + " " + transformer.heads() + " " + transformer.inner();
        }
        return (layer instanceof Layer.Positions ? POSITIONS : POOL) + " " + of;
    }

    /** @return whether the text begins like one of a sequence layer */
    static boolean is(final String text) {
        return WORDS.contains(text.split(" ", 2)[0]);
    }

    /** @throws IllegalArgumentException if there is no such layer */
    static Layer.OfSequence layer(final String text) {
        final var words = text.split(" ");
        final var numbers = Arrays.stream(words).skip(1).mapToInt(Integer::parseInt).toArray();
        if (numbers.length != (words[0].equals(TRANSFORMER) ? 4 : 2)) {
            throw new IllegalArgumentException(text);
        }
        final var sequence = new Layer.Sequence(numbers[0], numbers[1]);
        return switch (words[0]) {
            case TRANSFORMER -> new Layer.Transformer(sequence, numbers[2], numbers[3]);
            case POSITIONS -> new Layer.Positions(sequence);
            default -> new Layer.MeanPool(sequence);
        };
    }
}
