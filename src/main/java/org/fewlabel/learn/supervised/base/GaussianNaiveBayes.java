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

/**
 * Gaussian naive Bayes (John and Langley, Estimating continuous distributions in Bayesian classifiers, 1995), trained
 * on rows with weights for one or several classes. A missing dimension is ignored in training and prediction.
 */
public final class GaussianNaiveBayes implements Classifier {

    /** The name of this kind of classifier in a stored model. */
    public static final String KIND = "naive Bayes";

    private static final int BLOCK = 256;

    private final int classes;

    private final int columns;

    private final int[] known;

    /** The log prior of each known class. */
    private final double[] shares;

    /** By known class, one per dimension. */
    private final double[] means;

    private final double[] variances;

    /**
     * The smoothing of variances, which keeps them from being too small.
     *
     * @param share of the largest variance of a dimension over all rows that is added to every variance: scikit-learn's
     *            {@code var_smoothing}
     * @param pooled the weight, in rows, of the pooled within-class variance in the variance of a class
     */
    public record Smoothing(double share, double pooled) {

        /** The smoothing of scikit-learn: a class with a single row has hardly any variance. */
        public static final Smoothing SCIKIT_LEARN = new Smoothing(1e-9, 0);

        /** The smoothing for few rows per class: variances are shrunk toward the pooled one. */
        public static final Smoothing FEW_LABELS = new Smoothing(1e-3, 10);

        /** @throws IllegalArgumentException if one is negative or not finite */
        public Smoothing {
            if (!(share >= 0 && share < Double.POSITIVE_INFINITY && pooled >= 0 && pooled < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Variances cannot be smoothed by " + share + " and " + pooled + ".");
            }
        }
    }

    private GaussianNaiveBayes(final int classes, final int columns, final int[] known, final double[] shares,
        final double[] means, final double[] variances) {
        this.classes = classes;
        this.columns = columns;
        this.known = known;
        this.shares = shares;
        this.means = means;
        this.variances = variances;
    }

    /**
     * @param rows used for training or not
     * @param targets of the same rows
     * @param smoothing of the variances
     * @throws IllegalArgumentException if the two differ in their number of rows, or no row has a weight
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static GaussianNaiveBayes train(final DenseRows rows, final TrainingLabels targets,
        final Smoothing smoothing,
        final Progress progress) {
        targets.checkFor(rows);
        final var known = targets.known();
        final var sums = targets.sums();
        final var all = Arrays.stream(sums).sum();
        final var moments = Moments.of(rows, targets, known, progress);
        return new GaussianNaiveBayes(targets.classes(), rows.columns(), known,
            Arrays.stream(known).mapToDouble(c -> Math.log(sums[c] / all)).toArray(), moments.means(),
            moments.variances(smoothing));
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public int columns() {
        return columns;
    }

    /** @return the prior of each class, its share of the training rows; 0 for a class without rows */
    double[] shares() {
        final var all = new double[classes];
        for (var m = 0; m < known.length; m++) {
            all[known[m]] = Math.exp(shares[m]);
        }
        return all;
    }

    @Override
    public ClassProbabilities predict(final DenseRows rows, final Workers workers, final Progress progress) {
        if (rows.columns() != columns) {
            throw new IllegalArgumentException(
                "Rows of " + rows.columns() + " dimensions, not of " + columns + ", cannot be classified.");
        }
        final var probabilities = new double[Math.multiplyExact(rows.rows(), classes)];
        final var constants = shares.clone();
        for (var m = 0; m < known.length; m++) {
            for (var d = 0; d < columns; d++) {
                constants[m] -= Math.log(variances[m * columns + d]) / 2;
            }
        }
        workers.run(rows.rows(), BLOCK, (from, to) -> {
            final var logs = new double[known.length];
            for (var row = from; row < to; row++) {
                for (var m = 0; m < known.length; m++) {
                    logs[m] = constants[m] + log(rows, row, m);
                }
                final var largest = Arrays.stream(logs).max().orElse(0);
                final var sum = Arrays.stream(logs).map(log -> Math.exp(log - largest)).sum();
                for (var m = 0; m < known.length; m++) {
                    probabilities[row * classes + known[m]] = Math.exp(logs[m] - largest) / sum;
                }
            }
        }, progress, "Applying naive Bayes");
        return new ClassProbabilities(classes, probabilities);
    }

    /**
     * Computes the log density of a row without the constant; a missing dimension cancels its part of the constant.
     */
    private double log(final DenseRows rows, final int row, final int m) {
        var log = 0.0;
        for (var d = 0; d < columns; d++) {
            final var value = rows.values()[row * columns + d];
            final var variance = variances[m * columns + d];
            final var difference = value - means[m * columns + d];
            log += Float.isNaN(value) ? Math.log(variance) / 2 : -difference * difference / (2 * variance);
        }
        return log;
    }

    @Override
    public State state() {
        return new State().put("kind", KIND).put("classes", classes).put("columns", columns).put("known", known)
            .put("shares", shares).put("means", means).put("variances", variances);
    }

    /**
     * @param state of another classifier of this kind
     * @return an equal classifier
     * @throws UserMessageException if the state is damaged
     */
    public static GaussianNaiveBayes restore(final State state) {
        final var classes = state.integer("classes", 1, MAX_CLASSES);
        final var columns = state.integer("columns", 0, Integer.MAX_VALUE);
        final var known = KnownClasses.restore(state, classes);
        final var variances = state.numbers("variances", known.length * (long)columns);
        if (Arrays.stream(variances).anyMatch(v -> v < Moments.MIN_VARIANCE)) {
            throw new UserMessageException("The stored model is damaged: a variance is too small.");
        }
        return new GaussianNaiveBayes(classes, columns, known, state.numbers("shares", known.length),
            state.numbers("means", known.length * (long)columns), variances);
    }
}
