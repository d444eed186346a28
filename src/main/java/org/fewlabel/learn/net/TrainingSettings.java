package org.fewlabel.learn.net;

import org.fewlabel.device.UserMessageException;

/**
 * How long and how fast a network learns.
 *
 * @param epochs how often all rows are gone through at most; 0 chooses as many as make about 2,000 steps, 20 to 1,000
 * @param batch how many rows a step is given at most; 0 chooses by the number of rows
 * @param learningRate of the largest step; the rate rises to it in the first twentieth and then falls as a half cosine
 * @param bodyShare what the learning rate of input and body is multiplied by; 1 for all alike
 * @param weightDecay of the weights of dense layers (AdamW)
 * @param clip the gradient's length is limited to this
 * @param heldOut which share of the rows is held out to tell when to stop; 0 for none
 * @param patience after how many epochs without a smaller held-out loss training stops; 0 chooses a fifth of all epochs
 * @param seed of everything that is drawn
 */
public record TrainingSettings(int epochs, int batch, double learningRate, double bodyShare, double weightDecay,
    double clip, double heldOut, int patience, long seed) {

    private static final int MANY_STEPS = 2000;

    private static final int LEAST_EPOCHS = 20;

    private static final int MOST_EPOCHS = 1000;

    private static final int LEAST_BATCH = 32;

    private static final int MOST_BATCH = 256;

    /** A batch is so small that an epoch has at least so many. */
    private static final int BATCHES = 8;

    /** @throws IllegalArgumentException if one is out of its range; the message names it */
    public TrainingSettings {
        check(epochs >= 0, "epochs", epochs);
        check(batch >= 0, "batch size", batch);
        check(learningRate > 0 && Double.isFinite(learningRate), "learning rate", learningRate);
        check(bodyShare >= 0 && bodyShare <= 1, "share of the learning rate", bodyShare);
        check(weightDecay >= 0 && Double.isFinite(weightDecay), "weight decay", weightDecay);
        check(clip > 0, "largest gradient", clip);
        check(heldOut >= 0 && heldOut <= 0.5, "held-out share", heldOut);
        check(patience >= 0, "patience", patience);
    }

    private static void check(final boolean good, final String name, final double value) {
        if (!good) {
            throw new UserMessageException("The " + name + " cannot be " + value + ".");
        }
    }

    /** @return what suits most tables */
    public static TrainingSettings defaults(final long seed) {
        return new TrainingSettings(0, 0, 1e-3, 1, 1e-4, 5, 0.1, 0, seed);
    }

    /** @return the same with other epochs */
    public TrainingSettings withEpochs(final int other) {
        return new TrainingSettings(other, batch, learningRate, bodyShare, weightDecay, clip, heldOut, patience, seed);
    }

    /** @return the same with another batch size */
    public TrainingSettings withBatch(final int other) {
        return new TrainingSettings(epochs, other, learningRate, bodyShare, weightDecay, clip, heldOut, patience, seed);
    }

    /** @return the same with another learning rate, and for input and body that share of it */
    public TrainingSettings withLearningRate(final double other, final double share) {
        return new TrainingSettings(epochs, batch, other, share, weightDecay, clip, heldOut, patience, seed);
    }

    /** @return the same with another held-out share and patience */
    public TrainingSettings withEarlyStopping(final double share, final int epochsWithout) {
        return new TrainingSettings(epochs, batch, learningRate, bodyShare, weightDecay, clip, share, epochsWithout,
            seed);
    }

    /** @return the batch size for so many rows */
    int batchFor(final int rows) {
        final var wanted = batch > 0 ? batch : Math.max(LEAST_BATCH, Math.min(MOST_BATCH, rows / BATCHES));
        return Math.min(wanted, rows);
    }

    /** @return the most epochs if one has so many steps */
    int epochsFor(final int steps) {
        return epochs > 0 ? epochs : Math.max(LEAST_EPOCHS, Math.min(MOST_EPOCHS, MANY_STEPS / steps));
    }

    /** @return after how many of so many epochs without progress training stops */
    int patienceFor(final int allEpochs) {
        return patience > 0 ? patience : Math.max(10, allEpochs / 5);
    }

    /** @return the share of the learning rate in a step of so many */
    static double schedule(final long step, final long steps) {
        final var warmUp = Math.max(1, steps / 20);
        if (step < warmUp) {
            return (step + 1.0) / warmUp;
        }
        return 0.5 * (1 + Math.cos(Math.PI * (step - warmUp) / Math.max(1, steps - warmUp)));
    }
}
