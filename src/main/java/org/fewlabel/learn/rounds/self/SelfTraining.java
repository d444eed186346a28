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
 * Self-training, also called pseudo-labeling (Scudder 1965; Lee 2013): a classifier labels the unlabeled rows, and
 * learns again from the labels that can be trusted. Which can, the {@link SelectionRule} says. Whether it helped is
 * judged by labels that were hidden in turn; if that cannot be told, the result is what the labeled rows alone give.
 */
public final class SelfTraining {

    /**
     * What the user chose.
     *
     * @param learner that labels and learns; empty to choose by the labels
     * @param rule which pseudo-labels are learned from
     * @param contest rounds, doubt and calibration
     * @param seed of what is drawn
     */
    public record Settings(Optional<StandardLearner> learner, SelectionRule rule, Contest.Settings contest, long seed) {

        /** The defaults: nothing that an analyst has to know. */
        public static final Settings DEFAULT = new Settings(Optional.empty(), SelectionRule.DEFAULT,
            Contest.Settings.DEFAULT, 0);

        /** @return the same with a certain learner */
        public Settings with(final StandardLearner other) {
            return new Settings(Optional.of(other), rule, contest, seed);
        }

        /** @return the same with another rule */
        public Settings with(final SelectionRule other) {
            return new Settings(learner, other, contest, seed);
        }

        /** @return the same with other rounds, doubt and calibration */
        public Settings with(final Contest.Settings other) {
            return new Settings(learner, rule, other, seed);
        }
    }

    private final Settings settings;

    /** @param settings what the user chose */
    public SelfTraining(final Settings settings) {
        this.settings = settings;
    }

    /**
     * What there is beside rows and labels.
     *
     * @param guesses what is guessed of all rows in the first round; NaN for a row
     *            that is not to be learned from in it; empty if the learner makes the first guesses itself
     * @param encoder that a network is to go on from: then the rows are as that takes them
     */
    public record Given(Optional<ClassProbabilities> guesses, Optional<TableEncoder> encoder) {

        /** Nothing. */
        public static final Given NOTHING = new Given(Optional.empty(), Optional.empty());
    }

    /**
     * @param rows all rows, labeled or not
     * @param labels of the same rows; at least one is labeled
     * @param truth per row its true class, -1 if it is not known: to evaluate the pseudo-labels with, never to learn
     *            from; {@code null} if they are not to be evaluated
     * @return the classes of all rows, and a classifier for others
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
     * @param given beside them
     */
    public Learned fit(final DenseRows rows, final Labels labels, final int[] truth, final Given given,
        final Workers workers, final Progress progress) {
        settings.rule().check(labels); // before anything takes long
        final Space space = given.encoder().<Space>map(EmbeddingSpace::new).orElse(Space.SAME);
        final var ways = new SelfCourse.Ways((r, l, w, p) -> settings.rule().of(space.of(r, p), l, w, p),
            settings.contest().calibration(), Contest.used(given.guesses(), labels), settings.seed());
        final var candidates = given.encoder()
            .map(encoder -> List.of(candidate(StandardLearner.NETWORK.text(), NetworkLearner.from(encoder), ways)))
            .orElseGet(() -> StandardLearner.candidates(settings.learner()).stream()
                .map(learner -> candidate(learner.text(), learner, ways)).toList());
        return new Contest(settings.contest(), candidates, Contest.FINALISTS, space).learn(rows, labels, truth, workers,
            progress);
    }

    private static Contest.Contender candidate(final String name, final BaseLearner learner,
        final SelfCourse.Ways ways) {
        return new Contest.Contender(name,
            (rows, labels, workers, progress) -> new SelfCourse(rows, labels, learner, ways, workers, progress));
    }
}
