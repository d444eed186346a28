package org.fewlabel.learn.supervised;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Shuffle;
import org.fewlabel.learn.data.State;

/**
 * One-versus-rest logistic regression with an L2 penalty (C = 1), as in LIBLINEAR (Fan et al. 2008). The logistic
 * probabilities of the classes are divided by their sum, as in LIBLINEAR. The intercept is practically not penalized:
 * with few labels and many classes the penalty on it, the default of LIBLINEAR, decreases the accuracy by several
 * percentage points. A missing dimension is replaced by its mean, 0 in encoded rows.
 */
public final class LogisticRegression implements Classifier {

    /** The name of this kind of classifier in a stored model. */
    public static final String KIND = "logistic regression";

    /**
     * The maximum number of labeled rows; of more a random sample is used, since the others hardly change the weights.
     */
    static final int MAX_ROWS = 20_000;

    private static final double COST = 1;

    /**
     * The value of the constant feature, scikit-learn's {@code intercept_scaling}; the penalty on the intercept is
     * divided by its square.
     */
    private static final double CONSTANT = Math.sqrt(101);

    private static final int BLOCK = 1024;

    private final int classes;

    private final int columns;

    /** By class, the weights of the dimensions and then the intercept. */
    private final double[] weights;

    /** The classes that occurred in training; the others have the probability 0. */
    private final int[] known;

    private LogisticRegression(final int classes, final int columns, final int[] known, final double[] weights) {
        this.classes = classes;
        this.columns = columns;
        this.known = known;
        this.weights = weights;
    }

    /**
     * @param rows labeled and unlabeled; only the labeled ones are used
     * @param labels of the same rows
     * @param seed of the sample of rows, if there are more than 20,000 labeled ones
     * @return a classifier; with a single class, it always predicts that class
     * @throws UserMessageException if the two differ in their number of rows, or no row is labeled
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static LogisticRegression train(final DenseRows rows, final Labels labels, final long seed,
        final Progress progress) {
        if (rows.rows() != labels.size()) {
            throw new IllegalArgumentException(rows.rows() + " rows have " + labels.size() + " labels.");
        }
        final var labeled = some(labels.labeled(), seed);
        if (labeled.length == 0) {
            throw new UserMessageException("No row is labeled.");
        }
        return fit(rows.select(labeled), TrainingLabels.of(labels.select(labeled)), Workers.CALLER, progress);
    }

    /**
     * Like {@link #train(DenseRows, Labels, long, Progress)}, with weights of rows for one or several classes,
     * and from all of them.
     *
     * @param rows used for training or not
     * @param targets of the same rows
     * @return a classifier; with a single class, it always predicts that class
     * @throws IllegalArgumentException if the two differ in their number of rows, or no row has a weight
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static LogisticRegression train(final DenseRows rows, final TrainingLabels targets, final Workers workers,
        final Progress progress) {
        targets.checkFor(rows);
        final var used = targets.used();
        return fit(rows.select(used), targets.select(used), workers, progress);
    }

    /** @param rows a copy; missing values are replaced in it */
    private static LogisticRegression fit(final DenseRows rows, final TrainingLabels targets, final Workers workers,
        final Progress progress) {
        final var known = targets.known();
        final var columns = rows.columns();
        final var values = rows.values();
        for (var at = 0; at < values.length; at++) {
            values[at] = Float.isNaN(values[at]) ? 0 : values[at];
        }
        return new LogisticRegression(targets.classes(), columns, known,
            weights(LogisticFit.dense(values, columns), columns, targets, known, workers, progress));
    }

    /**
     * @param values of the training rows
     * @param targets of the same rows
     * @param known the classes with a weight
     * @return by known class, the weights of the dimensions and then the intercept
     */
    static double[] weights(final LogisticFit.Values values, final int columns, final TrainingLabels targets,
        final int[] known,
        final Workers workers, final Progress progress) {
        final var rows = targets.rows();
        final var weights = new double[Math.multiplyExact(known.length, columns + 1)];
        final var counts = IntStream.range(0, rows).mapToDouble(targets::weight).toArray();
        // of two classes one is the opposite of the other
        workers.run(known.length < 3 ? known.length - 1 : known.length, 1, (from, to) -> {
            for (var m = from; m < to; m++) {
                final var positive = new double[rows];
                final var negative = new double[rows];
                for (var i = 0; i < rows; i++) {
                    positive[i] = COST * targets.mass(i, known[m]);
                    negative[i] = COST * Math.max(0, counts[i] - targets.mass(i, known[m]));
                }
                final var fitted = new LogisticFit(columns, CONSTANT, values, positive, negative, progress).weights();
                fitted[columns] *= CONSTANT;
                System.arraycopy(fitted, 0, weights, m * (columns + 1), columns + 1);
            }
        }, progress, "Fitting the logistic regression");
        for (var d = 0; known.length == 2 && d <= columns; d++) {
            weights[columns + 1 + d] = -weights[d];
        }
        return weights;
    }

    private static int[] some(final int[] labeled, final long seed) {
        if (labeled.length <= MAX_ROWS) {
            return labeled;
        }
        final var drawn = Shuffle.first(labeled, MAX_ROWS, new SplittableRandom(seed));
        Arrays.sort(drawn);
        return drawn;
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
    public ClassProbabilities predict(final DenseRows rows, final Workers workers, final Progress progress) {
        if (rows.columns() != columns) {
            throw new IllegalArgumentException(
                "Rows of " + rows.columns() + " dimensions, not of " + columns + ", cannot be classified.");
        }
        return probabilities(rows.rows(), classes, known, (row, m) -> {
            final var start = m * (columns + 1);
            var score = weights[start + columns];
            for (var d = 0; d < columns; d++) {
                final var value = rows.values()[row * columns + d];
                score += Float.isNaN(value) ? 0 : weights[start + d] * value;
            }
            return score;
        }, workers, progress);
    }

    /** Computes the score of a row for a known class. */
    @FunctionalInterface
    interface Score {
        double of(int row, int m);
    }

    /** @return the logistic probabilities of the classes divided by their sum, row by row */
    static ClassProbabilities probabilities(final int rows, final int classes, final int[] known, final Score score,
        final Workers workers, final Progress progress) {
        final var probabilities = new double[Math.multiplyExact(rows, classes)];
        workers.run(rows, BLOCK, (from, to) -> {
            for (var row = from; row < to; row++) {
                var sum = 0.0;
                for (var m = 0; m < known.length; m++) {
                    // clipped, so that the sum is above 0 even if every class is rejected
                    final var probability = 1 / (1 + Math.exp(-Math.max(-500, score.of(row, m))));
                    probabilities[row * classes + known[m]] = probability;
                    sum += probability;
                }
                for (final var c : known) {
                    probabilities[row * classes + c] /= sum;
                }
            }
        }, progress, "Applying the logistic regression");
        return new ClassProbabilities(classes, probabilities);
    }

    @Override
    public State state() {
        return new State().put("kind", KIND).put("classes", classes).put("columns", columns).put("known", known)
            .put("weights", weights);
    }

    /**
     * @param state of another classifier of this kind
     * @return an equal classifier
     * @throws UserMessageException if the state is damaged
     */
    public static LogisticRegression restore(final State state) {
        final var classes = state.integer("classes", 1, MAX_CLASSES);
        final var columns = state.integer("columns", 0, Integer.MAX_VALUE - 1);
        final var known = known(state, classes);
        return new LogisticRegression(classes, columns, known,
            state.numbers("weights", known.length * (columns + 1L)));
    }

    /** @return the classes that occurred in training, ascending */
    static int[] known(final State state, final int classes) {
        final var known = state.integers("known", -1, 0, classes - 1);
        final var ascending = Arrays.stream(known).distinct().sorted().toArray();
        if (known.length == 0 || !Arrays.equals(known, ascending)) {
            throw new UserMessageException(
                "The stored model is damaged: its classes " + Arrays.toString(known) + " are not ascending.");
        }
        return known;
    }
}
