package org.fewlabel.learn.encode;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.TrainingSettings;

/**
 * The transformer encoder for texts: small, for it is trained on the user's texts only. The length of its token vectors
 * is that of the embedding.
 */
final class TextNetwork {

    private static final int DIMENSIONS_PER_HEAD = 32;

    private static final int MAX_HEADS = 8;

    private static final int BLOCKS = 2;

    /** Long embeddings are for very many texts, for which a deeper network pays off. */
    private static final int MANY_DIMENSIONS = 256;

    private static final double DROPOUT = 0.1;

    /** The token positions per training step, which bounds its time. */
    private static final int POSITIONS_PER_STEP = 2048;

    private static final int MIN_BATCH = 16;

    private static final int MAX_BATCH = 64;

    private static final int STEPS = 2000;

    /**
     * With very many texts each is used once: that takes more steps than a smaller table does, but covers more texts.
     */
    private static final int MIN_EPOCHS = 1;

    private static final int MAX_EPOCHS = 200;

    /** The token positions per forward pass in evaluation, which bounds the memory. */
    private static final int POSITIONS_PER_RUN = 1 << 14;

    private TextNetwork() {
    }

    /**
     * @return the batch size in evaluation for a network of that input: {@code usual}, or fewer rows if they are texts
     */
    static int perRun(final Network.Input input, final int usual) {
        return input.sequence() == null ? usual
            : Math.max(2, Math.min(usual, POSITIONS_PER_RUN / input.sequence().length() / 2 * 2));
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
        var heads = Math.max(1, Math.min(MAX_HEADS, dimensions / DIMENSIONS_PER_HEAD));
        while (dimensions % heads != 0) {
            heads--;
        }
        return heads;
    }

    /**
     * @param length the token positions of a text
     * @param rows the number of texts
     * @return the settings with a batch size and epochs that suit texts, unless the user set them
     */
    static TrainingSettings training(final TrainingSettings settings, final int length, final int rows) {
        final var batch = settings.batch() > 0 ? settings.batch()
            : Math.max(MIN_BATCH, Math.min(MAX_BATCH, POSITIONS_PER_STEP / length));
        final var perEpoch = Math.max(1, rows / batch);
        return settings.withBatch(batch).withEpochs(settings.epochs() > 0 ? settings.epochs()
            : Math.max(MIN_EPOCHS, Math.min(MAX_EPOCHS, STEPS / perEpoch)));
    }
}
