package org.fewlabel.learn.net;

import org.fewlabel.device.UserMessageException;

/**
 * The hyperparameters of a training.
 *
 * @param epochs the maximum number of passes over all rows; 0 chooses as many as make about 2,000 steps, 20 to 1,000
 * @param batch the maximum number of rows per step; 0 chooses by the number of rows
 * @param learningRate the peak rate, reached by linear warm-up over the first twentieth of the steps, followed by
 *         cosine decay
 * @param bodyShare the factor on the learning rate of input and body; 1 for the same rate everywhere
 * @param weightDecay of the weights of dense layers (AdamW)
 * @param clip the maximum norm of the gradient
 * @param heldOut the share of the rows held out for early stopping; 0 for none
 * @param patience the epochs without a smaller held-out loss after which training stops; 0 chooses a fifth of all
 *         epochs
 * @param seed of all random numbers
 */
public record TrainingSettings(int epochs, int batch, double learningRate, double bodyShare, double weightDecay,
    double clip, double heldOut, int patience, long seed) {

    private static final int MANY_STEPS = 2000;

    private static final int MIN_EPOCHS = 20;

    private static final int MAX_EPOCHS = 1000;

    private static final int MIN_BATCH = 32;

    private static final int MAX_BATCH = 256;

    /** The batch size is chosen so small that an epoch has at least this many steps. */
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

    /** @return the defaults, which suit most tables */
    public static TrainingSettings defaults(final long seed) {
        return new TrainingSettings(0, 0, 1e-3, 1, 1e-4, 5, 0.1, 0, seed);
    }

    /** @return a copy with other epochs */
    public TrainingSettings withEpochs(final int other) {
        return new TrainingSettings(other, batch, learningRate, bodyShare, weightDecay, clip, heldOut, patience, seed);
    }

    /** @return a copy with another batch size */
    public TrainingSettings withBatch(final int other) {
        return new TrainingSettings(epochs, other, learningRate, bodyShare, weightDecay, clip, heldOut, patience, seed);
    }

    /** @return a copy with another learning rate, and that share of it for input and body */
    public TrainingSettings withLearningRate(final double other, final double share) {
        return new TrainingSettings(epochs, batch, other, share, weightDecay, clip, heldOut, patience, seed);
    }

    /** @return a copy with another held-out share and patience */
    public TrainingSettings withEarlyStopping(final double share, final int epochsWithout) {
        return new TrainingSettings(epochs, batch, learningRate, bodyShare, weightDecay, clip, share, epochsWithout,
            seed);
    }

    /** @return the batch size for this many rows */
    int batchFor(final int rows) {
        final var preferred = batch > 0 ? batch : Math.max(MIN_BATCH, Math.min(MAX_BATCH, rows / BATCHES));
        return Math.min(preferred, rows);
    }

    /** @return the maximum number of epochs at this many steps per epoch */
    int epochsFor(final int steps) {
        return epochs > 0 ? epochs : Math.max(MIN_EPOCHS, Math.min(MAX_EPOCHS, MANY_STEPS / steps));
    }

    /** @return the patience for this many epochs */
    int patienceFor(final int allEpochs) {
        return patience > 0 ? patience : Math.max(10, allEpochs / 5);
    }

    /**
     * @return the factor on the learning rate at a step: linear warm-up over the first twentieth, then cosine decay to
     *         0
     */
    static double schedule(final long step, final long steps) {
        final var warmUp = Math.max(1, steps / 20);
        if (step < warmUp) {
            return (step + 1.0) / warmUp;
        }
        return 0.5 * (1 + Math.cos(Math.PI * (step - warmUp) / Math.max(1, steps - warmUp)));
    }
}
