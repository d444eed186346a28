package org.fewlabel.learn.consistency;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.net.TrainingSettings;
import org.fewlabel.learn.supervised.ClassPriors;

/**
 * How a network learns from labeled and unlabeled rows together.
 *
 * @param epochs how often all rows are gone through; 0 chooses as many as make about 2,000 steps, 10 to 2,000
 * @param labeled how many labeled rows a step is given at most; 64 in FixMatch
 * @param ratio how many unlabeled rows a step is given for each labeled one; 7 in FixMatch
 * @param learningRate of the largest step; the rate rises to it in the first twentieth and then falls as a half cosine
 * @param bodyShare what the learning rate is multiplied by for the body of an encoder that was given; 0 freezes it
 * @param weightDecay of the weights of dense layers (AdamW)
 * @param average how much of the moving average of the weights stays in each step
 * @param weakStrength the share of the cells that a weak view exchanges; 0 for the row itself
 * @param priors what is known of the shares of the classes; of use to aligned pseudo-labels
 * @param seed of everything that is drawn
 */
public record ConsistencySettings(int epochs, int labeled, double ratio, double learningRate, double bodyShare,
    double weightDecay, double average, double weakStrength, ClassPriors priors, long seed) {

    private static final int MANY_STEPS = 2000;

    private static final int LEAST_EPOCHS = 10;

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

    /** @return what suits most tables */
    public static ConsistencySettings defaults(final long seed) {
        return new ConsistencySettings(0, 64, 7, 1e-3, 0.1, 1e-4, 0.99, 0, new ClassPriors.Estimated(), seed);
    }

    /** @return the same with other epochs */
    public ConsistencySettings withEpochs(final int other) {
        return new ConsistencySettings(other, labeled, ratio, learningRate, bodyShare, weightDecay, average,
            weakStrength,
            priors, seed);
    }

    /** @return the same with another learning rate, and for the body of a given encoder that share of it */
    public ConsistencySettings withLearningRate(final double other, final double share) {
        return new ConsistencySettings(epochs, labeled, ratio, other, share, weightDecay, average, weakStrength, priors,
            seed);
    }

    /** @return the same with other knowledge of the shares of the classes */
    public ConsistencySettings withPriors(final ClassPriors other) {
        return new ConsistencySettings(epochs, labeled, ratio, learningRate, bodyShare, weightDecay, average,
            weakStrength, other, seed);
    }

    /** @return how many epochs if one has so many steps */
    int epochsFor(final int steps) {
        return epochs > 0 ? epochs : Math.max(LEAST_EPOCHS, MANY_STEPS / steps);
    }

    /** What the loop is told; few labels are too few to hold any out, so all epochs are gone through. */
    TrainingSettings training(final boolean pretrained) {
        return new TrainingSettings(epochs, 0, learningRate, pretrained ? bodyShare : 1, weightDecay, CLIP, 0, 0, seed);
    }
}
