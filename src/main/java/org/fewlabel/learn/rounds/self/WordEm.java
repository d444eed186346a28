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
 * Naive Bayes on words that learns from unlabeled texts by expectation maximization (Nigam, McCallum, Thrun and
 * Mitchell, Text classification from labeled and unlabeled documents using EM, 2000), beginning with what label
 * propagation makes of them. With few labels it is trusted unless they speak against it, and an unlabeled text counts
 * as much as a labeled one: a word that no label has met is learned from the texts that it stands in, and that is most
 * words. With enough labels to judge by, how much an unlabeled text counts is chosen by labels that were hidden in turn
 * (EM-λ, section 5.3.1), and the result must prove better than the labeled rows alone: the more labels, the less is
 * left to learn without them.
 */
public final class WordEm {

    /** How much an unlabeled text counts if that cannot be chosen. */
    private static final double WEIGHT = 1;

    private static final double[] OTHER_WEIGHTS = {0.3, 0.1, 0.03};

    /** Of expectation maximization in a round; it takes ten or twenty to come to rest. */
    private static final int STEPS = 5;

    /** With fewer labels for each class it is trusted unless they speak against it. */
    private static final int FEWEST_LABELS = 25;

    private static final String BAYES = "Naive Bayes on words with EM";

    private static final String ALONE = "Logistic regression on words";

    private static final BaseLearner LOGISTIC = (rows, targets, seed, workers, progress) -> WordRegression.train(rows,
        targets, workers, progress);

    private static final String MIXED = "Naive Bayes on words and other columns with EM";

    private final Contest.Settings settings;

    private final int[] others;

    /** @param settings what the user chose */
    public WordEm(final Contest.Settings settings) {
        this(settings, new int[0]);
    }

    /**
     * @param settings what the user chose
     * @param others the dimensions of rows that are not of texts
     */
    public WordEm(final Contest.Settings settings, final int[] others) {
        this.settings = settings;
        this.others = others;
    }

    /**
     * @param rows all rows, labeled or not, with words
     * @param labels of the same rows; at least one is labeled
     * @param truth per row its true class, -1 if it is not known: to evaluate the pseudo-labels with, never to learn
     *            from; {@code null} if they are not to be evaluated
     * @return the classes of all rows, and a classifier for others; what the labeled rows alone give is logistic
     *         regression on words
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
     *            of which nothing is guessed, and empty if nothing is
     */
    public Learned fit(final DenseRows rows, final Labels labels, final int[] truth,
        final Optional<ClassProbabilities> guesses,
        final Workers workers, final Progress progress) {
        final var start = new GraphStart(Contest.used(guesses, labels));
        final var alone = others.length == 0
            ? new Contest.Contender(ALONE, (r, l, w, p) -> new BaselineCourse(r, l, LOGISTIC, 0, w, p))
            : new Contest.Contender(StandardLearner.LOGISTIC.text(),
                (r, l, w, p) -> new BaselineCourse(r, l, StandardLearner.LOGISTIC, 0, w, p));
        if (labels.labeled().length < FEWEST_LABELS * labels.classes().size()) {
            return new Expectation(settings, others.length > 0, alone, candidate(WEIGHT, start)).learn(rows, labels,
                truth, workers, progress);
        }
        final var candidates = new ArrayList<Contest.Contender>();
        candidates.add(alone);
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
