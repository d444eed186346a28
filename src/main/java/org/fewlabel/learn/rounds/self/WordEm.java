package org.fewlabel.learn.rounds.self;

import java.util.ArrayList;

import java.util.Optional;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.contest.Expectation;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.supervised.WordRegression;
import org.fewlabel.learn.supervised.base.BaseLearner;
import org.fewlabel.learn.supervised.base.MixedNaiveBayes;
import org.fewlabel.learn.supervised.base.MultinomialNaiveBayes;
import org.fewlabel.learn.supervised.base.StandardLearner;

/**
 * Semi-supervised multinomial naive Bayes with soft EM (Nigam, McCallum, Thrun and Mitchell, Text classification from
 * labeled and unlabeled documents using EM, 2000), initialized by label propagation. With few labels it is used unless
 * they contradict it, and an unlabeled text has the weight of a labeled one: most words occur in no labeled text and
 * are learned from the unlabeled texts that contain them. With enough labels for validation, the weight of an unlabeled
 * text is selected by cross-validation (EM-λ, section 5.3.1), and the result must be better than the baseline: the more
 * labels, the smaller the gain from unlabeled texts.
 */
public final class WordEm {

    /** The weight of an unlabeled text if it cannot be selected. */
    private static final double WEIGHT = 1;

    private static final double[] OTHER_WEIGHTS = {0.3, 0.1, 0.03};

    /** The number of EM iterations per round; ten or twenty reach convergence. */
    private static final int STEPS = 5;

    /** With fewer labels per class the result is used unless the labels contradict it. */
    private static final int MIN_LABELS = 25;

    private static final String BAYES = "Naive Bayes on words with EM";

    private static final String BASELINE = "Logistic regression on words";

    private static final BaseLearner LOGISTIC = (rows, targets, seed, workers, progress) -> WordRegression.train(rows,
        targets, workers, progress);

    private static final String MIXED = "Naive Bayes on words and other columns with EM";

    private final Contest.Settings settings;

    private final int[] others;

    /** @param settings by the user */
    public WordEm(final Contest.Settings settings) {
        this(settings, new int[0]);
    }

    /**
     * @param settings by the user
     * @param others the dimensions that are not of texts
     */
    public WordEm(final Contest.Settings settings, final int[] others) {
        this.settings = settings;
        this.others = others;
    }

    /**
     * @param rows all rows, labeled and unlabeled, with words
     * @param labels of the same rows; at least one is labeled
     * @param truth the true class of each row, -1 if unknown: for evaluating pseudo-labels, never for training;
     *            {@code null} if they are not evaluated
     * @return the class probabilities of all rows and a classifier for new ones; the baseline is logistic regression on
     *         words
     * @throws org.fewlabel.device.UserMessageException if the lengths differ, or no row is labeled
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Learned fit(final DenseRows rows, final Labels labels, final int[] truth, final Workers workers,
        final Progress progress) {
        return fit(rows, labels, truth, Optional.empty(), workers, progress);
    }

    /**
     * @see #fit(DenseRows, Labels, int[], Workers, Progress)
     * @param initial the probabilities of all rows for the first round; NaN for a row without, and empty if there are
     *            none
     */
    public Learned fit(final DenseRows rows, final Labels labels, final int[] truth,
        final Optional<ClassProbabilities> initial,
        final Workers workers, final Progress progress) {
        final var start = new GraphStart(Contest.used(initial, labels));
        final var baseline = others.length == 0
            ? new Contest.Contender(BASELINE, (r, l, w, p) -> new BaselineCourse(r, l, LOGISTIC, 0, w, p))
            : new Contest.Contender(StandardLearner.LOGISTIC.text(),
                (r, l, w, p) -> new BaselineCourse(r, l, StandardLearner.LOGISTIC, 0, w, p));
        if (labels.labeled().length < MIN_LABELS * labels.classes().size()) {
            return new Expectation(settings, others.length > 0, baseline, candidate(WEIGHT, start)).learn(rows, labels,
                truth, workers, progress);
        }
        final var candidates = new ArrayList<Contest.Contender>();
        candidates.add(baseline);
        candidates.add(candidate(WEIGHT, start));
        for (final var weight : OTHER_WEIGHTS) {
            candidates.add(candidate(weight, start));
        }
        return new Contest(settings, candidates, candidates.size()).learn(rows, labels, truth, workers, progress);
    }

    private Contest.Contender candidate(final double weight, final GraphStart start) {
        final BaseLearner words = (rows, targets, seed, workers, progress) -> MultinomialNaiveBayes.train(rows, targets,
            MultinomialNaiveBayes.SMOOTHING, progress);
        final BaseLearner mixed = (rows, targets, seed, workers, progress) -> MixedNaiveBayes.train(rows, targets,
            others, progress);
        return new Contest.Contender(others.length == 0 ? BAYES : MIXED, (r, l, w, p) -> new EmCourse(r, l, weight,
            others.length == 0 ? words : mixed, STEPS, Optional.of(start.probabilities(r, l, w, p)), w,
            p));
    }
}
