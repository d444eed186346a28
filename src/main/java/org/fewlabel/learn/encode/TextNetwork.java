package org.fewlabel.learn.encode;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.TrainingSettings;

/**
 * The encoder of a transformer for texts: small, for it learns from the user's texts alone. Its vectors are as long as
 * the embedding that is wanted.
 */
final class TextNetwork {

    private static final int DIMENSIONS_PER_HEAD = 32;

    private static final int MOST_HEADS = 8;

    private static final int BLOCKS = 2;

    /** Long embeddings are for very many texts, from which more can be learned. */
    private static final int MANY_DIMENSIONS = 256;

    private static final double DROPOUT = 0.1;

    /** So many places of texts are looked at in a step, which bounds how long it takes. */
    private static final int PLACES_PER_STEP = 2048;

    private static final int LEAST_BATCH = 16;

    private static final int MOST_BATCH = 64;

    private static final int STEPS = 2000;

    /**
     * Of very many texts each is looked at once: that takes more steps than a smaller table does, and sees more of
     * them.
     */
    private static final int LEAST_EPOCHS = 1;

    private static final int MOST_EPOCHS = 200;

    /** So many places of texts are looked at together when nothing is learned, which bounds the memory. */
    private static final int PLACES_PER_RUN = 1 << 14;

    private TextNetwork() {
    }

    /** @return how many rows a network of that input is given at a time; {@code usual}, or fewer if they are texts */
    static int perRun(final Network.Input input, final int usual) {
        return input.sequence() == null ? usual
            : Math.max(2, Math.min(usual, PLACES_PER_RUN / input.sequence().length() / 2 * 2));
    }

    /** @return the layers from the tokens to the embedding */
    static List<Layer> body(final Network.Input input) {
        final var sequence = input.sequence();
        final var layers = new ArrayList<Layer>();
        layers.add(new Layer.Positions(sequence));
        layers.add(new Layer.Dropout(DROPOUT));
        final var dimensions = sequence.dimensions();
        for (var block = 0; block < (dimensions < MANY_DIMENSIONS ? BLOCKS : 2 * BLOCKS); block++) {
            layers.add(new Layer.Transformer(sequence, heads(dimensions), 2 * dimensions));
        }
        layers.add(new Layer.MeanPool(sequence));
        return layers;
    }

    private static int heads(final int dimensions) {
        var heads = Math.max(1, Math.min(MOST_HEADS, dimensions / DIMENSIONS_PER_HEAD));
        while (dimensions % heads != 0) {
            heads--;
        }
        return heads;
    }

    /**
     * @param length the places of a text
     * @param rows how many texts there are
     * @return the settings with a batch size and epochs that suit texts, where the user leaves them open
     */
    static TrainingSettings training(final TrainingSettings settings, final int length, final int rows) {
        final var batch = settings.batch() > 0 ? settings.batch()
            : Math.max(LEAST_BATCH, Math.min(MOST_BATCH, PLACES_PER_STEP / length));
        final var perEpoch = Math.max(1, rows / batch);
        return settings.withBatch(batch).withEpochs(settings.epochs() > 0 ? settings.epochs()
            : Math.max(LEAST_EPOCHS, Math.min(MOST_EPOCHS, STEPS / perEpoch)));
    }
}
