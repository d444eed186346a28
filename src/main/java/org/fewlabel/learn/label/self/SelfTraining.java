package org.fewlabel.learn.label.self;

import java.util.List;
import java.util.Optional;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.label.ClassPriors;
import org.fewlabel.learn.label.LogisticRegression;
import org.fewlabel.learn.label.Targets;
import org.fewlabel.learn.label.base.BaseLearner;
import org.fewlabel.learn.label.base.StandardLearner;
import org.fewlabel.learn.label.rounds.Contest;
import org.fewlabel.learn.label.rounds.Course;
import org.fewlabel.learn.label.rounds.Learned;

/**
 * Self-training, also called pseudo-labelling (Scudder 1965; Lee 2013): a classifier labels the unlabelled rows, and
 * learns again from the labels that can be trusted. Which can, its {@link Strategy} says. Whether it helped is judged by
 * labels that were hidden in turn; if that cannot be told, the result is what the labelled rows alone give.
 */
public final class SelfTraining {

    /** How many learners, the best without unlabelled rows, are tried with them. */
    private static final int FINALISTS = 2;

    /** Which pseudo-labels are learned from. */
    public enum Strategy {

        /** {@link Adaptive}. */
        ADAPTIVE("Adaptive"),

        /** {@link FixedThreshold}. */
        FIXED("Fixed threshold"),

        /** {@link TopPerClass}. */
        TOP("Most confident of each class");

        private final String text;

        Strategy(final String text) {
            this.text = text;
        }

        /** @return what the user calls it */
        public String text() {
            return text;
        }
    }

    /**
     * What the user chose.
     *
     * @param learner that labels and learns; empty to choose by the labels
     * @param strategy which pseudo-labels are learned from
     * @param threshold how confident a row must be for {@link Strategy#FIXED}, 0 to 1
     * @param perClass how many rows of each class are added a round with {@link Strategy#TOP}, at least 1
     * @param priors how often the classes occur, for {@link Strategy#ADAPTIVE}
     * @param contest rounds, doubt and calibration
     * @param seed of what is drawn
     */
    public record Settings(Optional<StandardLearner> learner, Strategy strategy, double threshold, int perClass,
        ClassPriors priors, Contest.Settings contest, long seed) {

        /** The defaults: nothing that an analyst has to know. */
        public static final Settings DEFAULT = new Settings(Optional.empty(), Strategy.ADAPTIVE, 0.9, 5,
            new ClassPriors.Estimated(), new Contest.Settings(10, true, true), 0);

        /** @throws IllegalArgumentException if a number is out of range */
        public Settings {
            if (!(threshold >= 0 && threshold <= 1)) {
                throw new IllegalArgumentException("The threshold must be within 0 and 1, not " + threshold + ".");
            }
            if (perClass < 1) {
                throw new IllegalArgumentException("At least one row of each class must be added, not " + perClass + ".");
            }
        }

        /** @return the same with a certain learner */
        public Settings with(final StandardLearner other) {
            return new Settings(Optional.of(other), strategy, threshold, perClass, priors, contest, seed);
        }

        /** @return the same with another strategy */
        public Settings with(final Strategy other) {
            return new Settings(learner, other, threshold, perClass, priors, contest, seed);
        }

        /** @return the same with other rounds, doubt and calibration */
        public Settings with(final Contest.Settings other) {
            return new Settings(learner, strategy, threshold, perClass, priors, other, seed);
        }

        /** @return the same with other shares of the classes */
        public Settings with(final ClassPriors other) {
            return new Settings(learner, strategy, threshold, perClass, other, contest, seed);
        }
    }

    private final Settings settings;

    /** @param settings what the user chose */
    public SelfTraining(final Settings settings) {
        this.settings = settings;
    }

    /**
     * @param rows all rows, labelled or not
     * @param labels of the same rows; at least one is labelled
     * @param truth per row its true class, -1 if it is not known: to evaluate the pseudo-labels with, never to learn from;
     *            {@code null} if they are not to be evaluated
     * @return the classes of all rows, and a classifier for others
     * @throws IllegalArgumentException if the lengths differ, no row is labelled, or given shares of classes do not fit the
     *             labels
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public Learned fit(final DenseRows rows, final Labels labels, final int[] truth, final Workers workers,
        final Progress progress) {
        if (settings.priors() instanceof ClassPriors.Given given) {
            given.of(labels.classes()); // before anything takes long
        }
        final var learners = settings.learner().map(List::of).orElseGet(() -> List.of(StandardLearner.values()));
        final var candidates =
            learners.stream().map(learner -> new Contest.Candidate(learner.text(), method(learner))).toList();
        return new Contest(settings.contest(), candidates, FINALISTS).learn(rows, labels, truth, workers, progress);
    }

    private Course.Method method(final BaseLearner learner) {
        return (rows, labels, workers, progress) -> new SelfCourse(rows, labels, learner, this::selector,
            settings.seed(), workers, progress);
    }

    private Selector selector(final DenseRows rows, final Labels labels, final Workers workers,
        final Progress progress) {
        final var classes = labels.classes().size();
        return switch (settings.strategy()) {
            case FIXED -> new FixedThreshold(classes, settings.threshold());
            case TOP -> new TopPerClass(classes, settings.perClass());
            case ADAPTIVE -> new Adaptive(classes, settings.priors() instanceof ClassPriors.None ? null
                : settings.priors().shares(labels, LogisticRegression.train(rows, Targets.of(labels), workers, progress)
                    .predict(rows, workers, progress)).orElse(null));
        };
    }
}
