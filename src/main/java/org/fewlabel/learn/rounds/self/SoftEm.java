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
 * Naive Bayes that learns from unlabeled rows by expectation maximization (Nigam, McCallum, Thrun and Mitchell, Text
 * classification from labeled and unlabeled documents using EM, 2000), with normal distributions in place of counts of
 * words. Unlabeled rows are many, and where the classes are no clouds of the assumed shape they drown the labels; so
 * each counts less than a labeled one (EM-λ, section 5.3.1), how much less is chosen by labels that were hidden in
 * turn, and if none proves better the result is what the labeled rows alone give.
 */
public final class SoftEm {

    /** How much an unlabeled row may count; the least that makes a difference first. */
    private static final double[] WEIGHTS = {0.1, 0.01, 0.3, 1};

    private final Contest.Settings settings;

    /** @param settings what the user chose */
    public SoftEm(final Contest.Settings settings) {
        this.settings = settings;
    }

    /**
     * @param rows all rows, labeled or not
     * @param labels of the same rows; at least one is labeled
     * @param truth per row its true class, -1 if it is not known: to evaluate the pseudo-labels with, never to learn
     *            from; {@code null} if they are not to be evaluated
     * @return the classes of all rows, and a classifier for others; the thresholds of its rounds are NaN, as all rows
     *         are learned from
     * @throws org.fewlabel.device.UserMessageException if the lengths differ, or no row is labeled
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Learned fit(final DenseRows rows, final Labels labels, final int[] truth, final Workers workers,
        final Progress progress) {
        return fit(rows, labels, truth, Optional.empty(), workers, progress);
    }

    /**
     * @see #fit(DenseRows, Labels, int[], Workers, Progress)
     * @param guesses what is guessed of all rows in the first round; NaN for a row
     *            that the learner guesses itself, and empty if it guesses all
     */
    public Learned fit(final DenseRows rows, final Labels labels, final int[] truth,
        final Optional<ClassProbabilities> guesses,
        final Workers workers, final Progress progress) {
        final var used = Contest.used(guesses, labels);
        final var candidates = Arrays.stream(WEIGHTS).mapToObj(weight -> new Contest.Contender(
            StandardLearner.NAIVE_BAYES.text(),
            (r, l, w, p) -> new EmCourse(r, l, weight, StandardLearner.NAIVE_BAYES, 1, used, w, p))).toList();
        return new Contest(settings, candidates, candidates.size()).learn(rows, labels, truth, workers, progress);
    }
}
