package org.fewlabel.learn.rounds.select;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.learn.supervised.LogisticRegression;
import org.fewlabel.learn.supervised.TrainingLabels;

/**
 * The user's rule for selecting pseudo-labels.
 *
 * @param strategy the criterion
 * @param threshold the minimum confidence for {@link Strategy#FIXED}, 0 to 1
 * @param perClass the number of rows added per class and round with {@link Strategy#TOP}, at least 1
 * @param priors the class shares for {@link Strategy#ADAPTIVE}
 */
public record SelectionRule(Strategy strategy, double threshold, int perClass, ClassPriors priors)
    implements
        Selector.Maker {

    /** The defaults. */
    public static final SelectionRule DEFAULT = new SelectionRule(Strategy.ADAPTIVE, 0.9, 5,
        new ClassPriors.Estimated());

    /** The criterion by which pseudo-labels are selected. */
    public enum Strategy {

        /** {@link Adaptive}. */
        ADAPTIVE("Adaptive"),

        /** {@link FixedThreshold}. */
        FIXED("Fixed threshold"),

        /** {@link TopPerClass}. */
        TOP("Most confident per class");

        private final String text;

        Strategy(final String text) {
            this.text = text;
        }

        /** @return the name for the user */
        public String text() {
            return text;
        }
    }

    /** @throws IllegalArgumentException if a number is out of range */
    public SelectionRule {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new UserMessageException("The threshold must be within 0 and 1, not " + threshold + ".");
        }
        if (perClass < 1) {
            throw new UserMessageException("At least one row of each class must be added, not " + perClass + ".");
        }
    }

    /** @return the same with another strategy */
    public SelectionRule with(final Strategy other) {
        return new SelectionRule(other, threshold, perClass, priors);
    }

    /** @return the same with other class shares */
    public SelectionRule with(final ClassPriors other) {
        return new SelectionRule(strategy, threshold, perClass, other);
    }

    /**
     * @param labels of the training rows
     * @throws IllegalArgumentException if given shares do not fit the classes
     */
    public void check(final Labels labels) {
        if (priors instanceof ClassPriors.Given given) {
            given.of(labels.classes());
        }
    }

    @Override
    public Selector of(final DenseRows rows, final Labels labels, final Workers workers, final Progress progress) {
        final var classes = labels.classes().size();
        return switch (strategy) {
            case FIXED -> new FixedThreshold(classes, threshold);
            case TOP -> new TopPerClass(classes, perClass);
            case ADAPTIVE -> new Adaptive(classes, shares(rows, labels, workers, progress));
        };
    }

    /** Estimates class shares, null if unknown. For any learner, logistic regression estimates them best. */
    private double[] shares(final DenseRows rows, final Labels labels, final Workers workers, final Progress progress) {
        return priors instanceof ClassPriors.None ? null
            : priors.shares(labels,
                LogisticRegression.train(rows, TrainingLabels.of(labels), workers, progress).predict(rows,
                    workers, progress))
                .orElse(null);
    }
}
