package org.fewlabel.learn.rounds.self;

import java.util.List;
import java.util.Optional;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.encode.TableEncoder;
import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.rounds.contest.Space;
import org.fewlabel.learn.rounds.select.SelectionRule;
import org.fewlabel.learn.supervised.base.BaseLearner;
import org.fewlabel.learn.supervised.base.NetworkLearner;
import org.fewlabel.learn.supervised.base.StandardLearner;

/**
 * Self-training, also called pseudo-labeling (Scudder 1965; Lee 2013): a classifier predicts the unlabeled rows and is
 * trained again with the pseudo-labels that the {@link SelectionRule} selects. Whether this helped is checked by
 * cross-validation; if it cannot be checked, the result is the baseline.
 */
public final class SelfTraining {

    /**
     * The settings by the user.
     *
     * @param learner the base learner; empty to select one by cross-validation
     * @param rule that selects pseudo-labels
     * @param contest rounds, check and calibration
     * @param seed of the random draws
     */
    public record Settings(Optional<StandardLearner> learner, SelectionRule rule, Contest.Settings contest, long seed) {

        /** The defaults. */
        public static final Settings DEFAULT = new Settings(Optional.empty(), SelectionRule.DEFAULT,
            Contest.Settings.DEFAULT, 0);

        /** @return the same with another learner */
        public Settings with(final StandardLearner other) {
            return new Settings(Optional.of(other), rule, contest, seed);
        }

        /** @return the same with another rule */
        public Settings with(final SelectionRule other) {
            return new Settings(learner, other, contest, seed);
        }

        /** @return the same with other rounds, check and calibration */
        public Settings with(final Contest.Settings other) {
            return new Settings(learner, rule, other, seed);
        }
    }

    private final Settings settings;

    /** @param settings by the user */
    public SelfTraining(final Settings settings) {
        this.settings = settings;
    }

    /**
     * Optional inputs beside rows and labels.
     *
     * @param initial the probabilities of all rows for the first round; NaN for a row that is not used in it; empty for
     *            those of the learner
     * @param encoder that a network is fine-tuned from; then the rows are in its input format
     */
    public record Given(Optional<ClassProbabilities> initial, Optional<TableEncoder> encoder) {

        /** No optional input. */
        public static final Given NOTHING = new Given(Optional.empty(), Optional.empty());
    }

    /**
     * @param rows all rows, labeled and unlabeled
     * @param labels of the same rows; at least one is labeled
     * @param truth the true class of each row, -1 if unknown: for evaluating pseudo-labels, never for training;
     *            {@code null} if they are not evaluated
     * @return the class probabilities of all rows and a classifier for new ones
     * @throws org.fewlabel.device.UserMessageException if the lengths differ, no row is labeled, or given shares of
     *             classes do not fit the labels
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Learned fit(final DenseRows rows, final Labels labels, final int[] truth, final Workers workers,
        final Progress progress) {
        return fit(rows, labels, truth, Given.NOTHING, workers, progress);
    }

    /**
     * @see #fit(DenseRows, Labels, int[], Workers, Progress)
     * @param given optional inputs
     */
    public Learned fit(final DenseRows rows, final Labels labels, final int[] truth, final Given given,
        final Workers workers, final Progress progress) {
        settings.rule().check(labels); // before anything takes long
        final Space space = given.encoder().<Space>map(EmbeddingSpace::new).orElse(Space.SAME);
        final var options = new SelfCourse.Options((r, l, w, p) -> settings.rule().of(space.of(r, p), l, w, p),
            settings.contest().calibration(), Contest.used(given.initial(), labels), settings.seed());
        final var candidates = given.encoder()
            .map(encoder -> List.of(candidate(StandardLearner.NETWORK.text(), NetworkLearner.from(encoder), options)))
            .orElseGet(() -> StandardLearner.candidates(settings.learner()).stream()
                .map(learner -> candidate(learner.text(), learner, options)).toList());
        return new Contest(settings.contest(), candidates, Contest.FINALISTS, space).learn(rows, labels, truth, workers,
            progress);
    }

    private static Contest.Contender candidate(final String name, final BaseLearner learner,
        final SelfCourse.Options options) {
        return new Contest.Contender(name,
            (rows, labels, workers, progress) -> new SelfCourse(rows, labels, learner, options, workers, progress));
    }
}
