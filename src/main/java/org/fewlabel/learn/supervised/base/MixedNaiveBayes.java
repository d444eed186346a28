package org.fewlabel.learn.supervised.base;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.TrainingLabels;

/**
 * Naive Bayes for texts and other columns: {@link MultinomialNaiveBayes} of the words and {@link GaussianNaiveBayes} of
 * the dimensions that are no texts, which are assumed to be independent given the class. Their likelihoods are
 * multiplied, and the class priors are used once.
 */
public final class MixedNaiveBayes implements Classifier {

    /** The name of this kind of classifier in a stored model. */
    public static final String KIND = "naive Bayes on words and numbers";

    /** The lower bound of probabilities, which keeps logarithms finite. */
    private static final double MIN_PROBABILITY = 1e-300;

    private final MultinomialNaiveBayes words;

    private final GaussianNaiveBayes numbers;

    /** The dimensions that are no texts. */
    private final int[] others;

    private MixedNaiveBayes(final MultinomialNaiveBayes words, final GaussianNaiveBayes numbers, final int[] others) {
        this.words = words;
        this.numbers = numbers;
        this.others = others;
    }

    /**
     * @param rows used for training or not
     * @param targets of the same rows
     * @param others the dimensions that are no texts
     * @throws IllegalArgumentException if the rows and targets differ in their number, or no row has a weight
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static MixedNaiveBayes train(final DenseRows rows, final TrainingLabels targets, final int[] others,
        final Progress progress) {
        return new MixedNaiveBayes(
            MultinomialNaiveBayes.train(rows, targets, MultinomialNaiveBayes.SMOOTHING, progress),
            GaussianNaiveBayes.train(rows.dimensions(others), targets, GaussianNaiveBayes.Smoothing.FEW_LABELS,
                progress),
            others);
    }

    @Override
    public int classes() {
        return words.classes();
    }

    @Override
    public int columns() {
        return words.columns();
    }

    @Override
    public int words() {
        return words.words();
    }

    @Override
    public ClassProbabilities predict(final DenseRows rows, final Workers workers, final Progress progress) {
        final var ofWords = words.predict(rows, workers, progress.part(0, 0.5)).values();
        final var ofNumbers = numbers.predict(rows.dimensions(others), workers, progress.part(0.5, 1)).values();
        final var probabilities = new double[ofWords.length];
        final var shares = numbers.shares();
        final var classes = classes();
        final var logs = new double[classes];
        for (var at = 0; at < probabilities.length; at += classes) {
            var largest = Double.NEGATIVE_INFINITY;
            for (var c = 0; c < classes; c++) {
                logs[c] = shares[c] == 0 ? Double.NEGATIVE_INFINITY
                    : Math.log(Math.max(MIN_PROBABILITY, ofWords[at + c]))
                        + Math.log(Math.max(MIN_PROBABILITY, ofNumbers[at + c])) - Math.log(shares[c]);
                largest = Math.max(largest, logs[c]);
            }
            var sum = 0.0;
            for (var c = 0; c < classes; c++) {
                probabilities[at + c] = Math.exp(logs[c] - largest);
                sum += probabilities[at + c];
            }
            for (var c = 0; c < classes; c++) {
                probabilities[at + c] /= sum;
            }
        }
        return new ClassProbabilities(classes, probabilities);
    }

    @Override
    public State state() {
        return new State().put("kind", KIND).put("others", others).put("words", words.state()).put("numbers",
            numbers.state());
    }

    /**
     * @param state of another classifier of this kind
     * @return an equal classifier
     * @throws UserMessageException if the state is damaged
     */
    public static MixedNaiveBayes restore(final State state) {
        final var words = MultinomialNaiveBayes.restore(state.state("words"));
        final var numbers = GaussianNaiveBayes.restore(state.state("numbers"));
        final var others = state.integers("others", numbers.columns(), 0, words.columns() - 1);
        for (var c = 0; c < words.classes(); c++) {
            if (numbers.classes() != words.classes() || words.knows(c) != numbers.shares()[c] > 0) {
                throw new UserMessageException(
                    "The stored model is damaged: its words and numbers differ in their classes.");
            }
        }
        return new MixedNaiveBayes(words, numbers, others);
    }
}
