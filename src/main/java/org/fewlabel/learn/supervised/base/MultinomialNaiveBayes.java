package org.fewlabel.learn.supervised.base;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.text.SparseRows;

/**
 * Multinomial naive Bayes on term counts (McCallum and Nigam, A comparison of event models for naive Bayes text
 * classification, 1998), trained on rows with weights for one or several classes. A word that occurs n times in a text
 * is counted {@code 1 + log n} times, since a word that was used once is likely to be used again (Rennie et al.,
 * Tackling the poor assumptions of naive Bayes text classifiers, 2003, section 4.1). For the same reason the words of a
 * long text are not independent: if there are {@code n} words, more than {@value #FULL_WORDS}, each has the weight
 * {@code √(}{@value #FULL_WORDS}{@code / n)}, so that a long text is neither overconfident nor outweighs the others.
 * Only the words of a row are used; a row without a known word gets the class priors.
 */
public final class MultinomialNaiveBayes implements Classifier {

    /** The name of this kind of classifier in a stored model. */
    public static final String KIND = "naive Bayes on words";

    /**
     * The additive (Lidstone) smoothing of word counts. Laplace's 1 suits small vocabularies: in large ones unseen
     * words outweigh the seen ones.
     */
    public static final double SMOOTHING = 0.1;

    /** The number of words up to which each has the full weight. */
    private static final double FULL_WORDS = 30;

    /** The additive smoothing of class counts. */
    private static final double CLASS_SMOOTHING = 1;

    private static final int BLOCK = 256;

    private final int classes;

    private final int columns;

    private final int words;

    private final int[] known;

    /** The log prior of each known class. */
    private final double[] shares;

    /** By known class, the log probability of each word. */
    private final float[] logs;

    private MultinomialNaiveBayes(final int classes, final int columns, final int words, final int[] known,
        final double[] shares, final float[] logs) {
        this.classes = classes;
        this.columns = columns;
        this.words = words;
        this.known = known;
        this.shares = shares;
        this.logs = logs;
    }

    /**
     * @param rows used for training or not
     * @param targets of the same rows
     * @param smoothing the additive smoothing of word counts, above 0
     * @throws IllegalArgumentException if the two differ in their number of rows, or no row has a weight
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static MultinomialNaiveBayes train(final DenseRows rows, final TrainingLabels targets,
        final double smoothing,
        final Progress progress) {
        targets.checkFor(rows);
        final var known = targets.known();
        final var counts = rows.words();
        final var width = counts.columns();
        final var sums = new double[Math.multiplyExact(known.length, width)];
        for (var row = 0; row < rows.rows(); row++) {
            if (row % BLOCK == 0) {
                progress.checkCanceled();
            }
            final var wordWeight = wordWeight(counts, row);
            for (var m = 0; m < known.length; m++) {
                final var mass = wordWeight * targets.mass(row, known[m]);
                for (var i = counts.offsets()[row]; i < counts.offsets()[row + 1] && mass > 0; i++) {
                    sums[m * width + counts.indices()[i]] += mass * damped(counts.values()[i]);
                }
            }
        }
        final var logs = new float[sums.length];
        for (var m = 0; m < known.length; m++) {
            final var all = Arrays.stream(sums, m * width, (m + 1) * width).sum() + smoothing * width;
            for (var at = m * width; at < (m + 1) * width; at++) {
                logs[at] = (float)Math.log((sums[at] + smoothing) / all);
            }
        }
        final var masses = targets.sums();
        final var all = Arrays.stream(masses).sum() + CLASS_SMOOTHING * known.length;
        return new MultinomialNaiveBayes(targets.classes(), rows.columns(), width, known,
            Arrays.stream(known).mapToDouble(c -> Math.log((masses[c] + CLASS_SMOOTHING) / all)).toArray(), logs);
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int words() {
        return words;
    }

    /** @return whether the class occurred in training */
    boolean knows(final int code) {
        return Arrays.stream(known).anyMatch(c -> c == code);
    }

    @Override
    public ClassProbabilities predict(final DenseRows rows, final Workers workers, final Progress progress) {
        if (rows.columns() != columns || rows.words().columns() != words) {
            throw new IllegalArgumentException("Rows of " + rows.columns() + " dimensions and " + rows.words().columns()
                + " words, not of " + columns + " and " + words + ", cannot be classified.");
        }
        final var probabilities = new double[Math.multiplyExact(rows.rows(), classes)];
        workers.run(rows.rows(), BLOCK, (from, to) -> {
            final var sums = new double[known.length];
            for (var row = from; row < to; row++) {
                for (var m = 0; m < known.length; m++) {
                    sums[m] = shares[m] + log(rows, row, m);
                }
                final var largest = Arrays.stream(sums).max().orElse(0);
                final var sum = Arrays.stream(sums).map(log -> Math.exp(log - largest)).sum();
                for (var m = 0; m < known.length; m++) {
                    probabilities[row * classes + known[m]] = Math.exp(sums[m] - largest) / sum;
                }
            }
        }, progress, "Applying naive Bayes");
        return new ClassProbabilities(classes, probabilities);
    }

    private double log(final DenseRows rows, final int row, final int m) {
        final var counts = rows.words();
        var log = 0.0;
        for (var i = counts.offsets()[row]; i < counts.offsets()[row + 1]; i++) {
            log += damped(counts.values()[i]) * logs[m * words + counts.indices()[i]];
        }
        return wordWeight(counts, row) * log;
    }

    /** Computes the weight of each word of a row. */
    private static double wordWeight(final SparseRows counts, final int row) {
        var sum = 0.0;
        for (var i = counts.offsets()[row]; i < counts.offsets()[row + 1]; i++) {
            sum += damped(counts.values()[i]);
        }
        return sum > FULL_WORDS ? Math.sqrt(FULL_WORDS / sum) : 1;
    }

    private static double damped(final float count) {
        return count == 1 ? 1 : 1 + Math.log(count);
    }

    @Override
    public State state() {
        return new State().put("kind", KIND).put("classes", classes).put("columns", columns).put("words", words)
            .put("known", known).put("shares", shares).put("logs", logs);
    }

    /**
     * @param state of another classifier of this kind
     * @return an equal classifier
     * @throws UserMessageException if the state is damaged
     */
    public static MultinomialNaiveBayes restore(final State state) {
        final var classes = state.integer("classes", 1, MAX_CLASSES);
        final var words = state.integer("words", 0, Integer.MAX_VALUE);
        final var known = KnownClasses.restore(state, classes);
        final var logs = state.floatsOrMissing("logs", known.length * (long)words);
        for (final var log : logs) {
            if (!(log <= 0)) {
                throw new UserMessageException("The stored model is damaged: a word has the share e^" + log + ".");
            }
        }
        return new MultinomialNaiveBayes(classes, state.integer("columns", 0, Integer.MAX_VALUE), words, known,
            state.numbers("shares", known.length), logs);
    }
}
