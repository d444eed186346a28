package org.fewlabel.learn.rounds.self;

import java.util.Arrays;

import java.util.Optional;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.supervised.base.StandardLearner;

/**
 * Semi-supervised naive Bayes with soft EM (Nigam, McCallum, Thrun and Mitchell, Text classification from labeled and
 * unlabeled documents using EM, 2000), with normal distributions instead of word counts. Where the classes do not have
 * the assumed shape, the many unlabeled rows outweigh the labels; so each has a smaller weight than a labeled one
 * (EM-λ, section 5.3.1), which is selected by cross-validation, and if none is better the result is the baseline.
 */
public final class SoftEm {

    /** The candidate weights of an unlabeled row; the default first. */
    private static final double[] WEIGHTS = {0.1, 0.01, 0.3, 1};

    private final Contest.Settings settings;

    /** @param settings by the user */
    public SoftEm(final Contest.Settings settings) {
        this.settings = settings;
    }

    /**
     * @param rows all rows, labeled and unlabeled
     * @param labels of the same rows; at least one is labeled
     * @param truth the true class of each row, -1 if unknown: for evaluating pseudo-labels, never for training;
     *            {@code null} if they are not evaluated
     * @return the class probabilities of all rows and a classifier for new ones; the thresholds of its rounds are NaN,
     *         as all rows are used
     * @throws org.fewlabel.device.UserMessageException if the lengths differ, or no row is labeled
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Learned fit(final DenseRows rows, final Labels labels, final int[] truth, final Workers workers,
        final Progress progress) {
        return fit(rows, labels, truth, Optional.empty(), workers, progress);
    }

    /**
     * @see #fit(DenseRows, Labels, int[], Workers, Progress)
     * @param initial the probabilities of all rows for the first round; NaN for a row that the learner predicts, and
     *            empty if it predicts all
     */
    public Learned fit(final DenseRows rows, final Labels labels, final int[] truth,
        final Optional<ClassProbabilities> initial,
        final Workers workers, final Progress progress) {
        final var used = Contest.used(initial, labels);
        final var candidates = Arrays.stream(WEIGHTS).mapToObj(weight -> new Contest.Contender(
            StandardLearner.NAIVE_BAYES.text(),
            (r, l, w, p) -> new EmCourse(r, l, weight, StandardLearner.NAIVE_BAYES, 1, used, w, p))).toList();
        return new Contest(settings, candidates, candidates.size()).learn(rows, labels, truth, workers, progress);
    }
}
