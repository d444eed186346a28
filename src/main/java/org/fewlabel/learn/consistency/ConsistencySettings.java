package org.fewlabel.learn.consistency;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.net.TrainingSettings;
import org.fewlabel.learn.supervised.ClassPriors;

/**
 * The hyperparameters of consistency training.
 *
 * @param epochs the number of passes over all rows; 0 chooses as many as make about 2,000 steps, 10 to 2,000
 * @param labeled the maximum number of labeled rows per step; 64 in FixMatch
 * @param ratio the number of unlabeled rows per labeled row in a step; 7 in FixMatch
 * @param learningRate the peak rate, reached by linear warm-up over the first twentieth of the steps, followed by
 *         cosine decay
 * @param bodyShare the factor on the learning rate for the body of a given encoder; 0 freezes it
 * @param weightDecay of the weights of dense layers (AdamW)
 * @param average the decay of the exponential moving average of the weights
 * @param weakStrength the share of the cells that a weak view exchanges; 0 for the row itself
 * @param priors the class priors, for aligned pseudo-labels
 * @param seed of all random numbers
 */
public record ConsistencySettings(int epochs, int labeled, double ratio, double learningRate, double bodyShare,
    double weightDecay, double average, double weakStrength, ClassPriors priors, long seed) {

    private static final int MANY_STEPS = 2000;

    private static final int MIN_EPOCHS = 10;

    private static final double CLIP = 5;

    /** @throws IllegalArgumentException if one is out of its range; the message names it */
    public ConsistencySettings {
        check(epochs >= 0, "number of epochs", epochs);
        check(labeled >= 1 && labeled <= 1 << 16, "number of labeled rows in a step", labeled);
        check(ratio > 0 && ratio <= 1000, "number of unlabeled rows for each labeled one", ratio);
        check(learningRate > 0 && Double.isFinite(learningRate), "learning rate", learningRate);
        check(bodyShare >= 0 && bodyShare <= 1, "share of the learning rate", bodyShare);
        check(weightDecay >= 0 && Double.isFinite(weightDecay), "weight decay", weightDecay);
        check(average >= 0 && average < 1, "decay of the average", average);
        check(weakStrength >= 0 && weakStrength <= 1, "strength of weak views", weakStrength);
    }

    private static void check(final boolean good, final String name, final double value) {
        if (!good) {
            throw new UserMessageException("The " + name + " cannot be " + value + ".");
        }
    }

    /** @return the defaults, which suit most tables */
    public static ConsistencySettings defaults(final long seed) {
        return new ConsistencySettings(0, 64, 7, 1e-3, 0.1, 1e-4, 0.99, 0, new ClassPriors.Estimated(), seed);
    }

    /** @return a copy with other epochs */
    public ConsistencySettings withEpochs(final int other) {
        return new ConsistencySettings(other, labeled, ratio, learningRate, bodyShare, weightDecay, average,
            weakStrength,
            priors, seed);
    }

    /** @return a copy with another learning rate, and that share of it for the body of a given encoder */
    public ConsistencySettings withLearningRate(final double other, final double share) {
        return new ConsistencySettings(epochs, labeled, ratio, other, share, weightDecay, average, weakStrength, priors,
            seed);
    }

    /** @return a copy with other class priors */
    public ConsistencySettings withPriors(final ClassPriors other) {
        return new ConsistencySettings(epochs, labeled, ratio, learningRate, bodyShare, weightDecay, average,
            weakStrength, other, seed);
    }

    /** @return the number of epochs at this many steps per epoch */
    int epochsFor(final int steps) {
        return epochs > 0 ? epochs : Math.max(MIN_EPOCHS, MANY_STEPS / steps);
    }

    /** The settings of the loop; few labels are too few to hold any out, so there is no early stopping. */
    TrainingSettings training(final boolean pretrained) {
        return new TrainingSettings(epochs, 0, learningRate, pretrained ? bodyShare : 1, weightDecay, CLIP, 0, 0, seed);
    }
}
