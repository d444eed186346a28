package org.fewlabel.learn.supervised;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

import org.fewlabel.device.Detached;
import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.State;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Logistic regression, one class against the rest, with an L2 penalty (C = 1), fitted by LIBLINEAR (Fan et al. 2008)
 * through Tribuo. The scores of a row are each made a probability by the logistic function and divided by their sum, as
 * LIBLINEAR does. The intercept is practically not penalized: with few labels and many classes the penalty on it, which
 * LIBLINEAR has by default, costs several points. A missing dimension counts as its mean, which is 0 in encoded rows.
 */
public final class LogisticRegression implements Classifier {

    /** The name of this kind of classifier in a stored model. */
    public static final String KIND = "logistic regression";

    /** LIBLINEAR cannot be canceled, so its work is bounded: of more rows than these a random part is used. */
    static final int MOST_ROWS = 20_000;

    private static final double COST = 1;

    private static final int MOST_ITERATIONS = 1000;

    private static final double TOLERANCE = 1e-5;

    /** The value of the constant feature; the penalty on the intercept is divided by its square. */
    private static final double INTERCEPT = 10;

    /**
     * The same constant when it is one feature: LIBLINEAR has our constant feature and one of 1 that it adds itself.
     */
    private static final double CONSTANT = Math.sqrt(INTERCEPT * INTERCEPT + 1);

    private static final int BLOCK = 1024;

    private final int classes;

    private final int columns;

    /** Class by class the weights of the dimensions and then the intercept. */
    private final double[] weights;

    /** The classes that were there in training; the others have the probability 0. */
    private final int[] known;

    private LogisticRegression(final int classes, final int columns, final int[] known, final double[] weights) {
        this.classes = classes;
        this.columns = columns;
        this.known = known;
        this.weights = weights;
    }

    /**
     * @param rows labeled or not; only the labeled ones are used
     * @param labels of the same rows
     * @param seed of the choice of rows, if there are more than 20,000 labeled ones
     * @return a classifier; if only one class is there, it always answers that
     * @throws UserMessageException if the two differ in their number of rows, or no row is labeled
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static LogisticRegression train(final DenseRows rows, final Labels labels, final long seed,
        final Progress progress) {
        if (rows.rows() != labels.size()) {
            throw new IllegalArgumentException(rows.rows() + " rows have " + labels.size() + " labels.");
        }
        final var labeled = some(labels.labeled(), seed);
        final var known = Arrays.stream(labeled).map(i -> labels.codes()[i]).distinct().sorted().toArray();
        if (known.length == 0) {
            throw new UserMessageException("No row is labeled.");
        }
        final var classes = labels.classes().size();
        final var weights = known.length == 1 ? new double[rows.columns() + 1]
            : Detached.call(() -> weights(fit(rows, labels, labeled, seed), rows.columns(), known), progress);
        return new LogisticRegression(classes, rows.columns(), known, weights);
    }

    /**
     * As {@link #train(DenseRows, Labels, long, Progress)}, with rows that count more or less, or for several classes;
     * LIBLINEAR knows no weights, so this is solved by our own means ({@code LogisticFit}), to the same minimum.
     *
     * @param rows learned from or not
     * @param targets of the same rows
     * @return a classifier; if only one class is there, it always answers that
     * @throws IllegalArgumentException if the two differ in their number of rows, or no row is to be learned from
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static LogisticRegression train(final DenseRows rows, final TrainingLabels targets, final Workers workers,
        final Progress progress) {
        targets.checkFor(rows);
        final var used = targets.used();
        final var known = targets.known();
        final var columns = rows.columns();
        final var values = rows.select(used).values();
        for (var at = 0; at < values.length; at++) {
            values[at] = Float.isNaN(values[at]) ? 0 : values[at];
        }
        return new LogisticRegression(targets.classes(), columns, known,
            weights(LogisticFit.dense(values, columns), columns, targets.select(used), known, workers, progress));
    }

    /**
     * @param values of the rows that are learned from
     * @param targets of the same rows
     * @param known the classes that some row counts for
     * @return known class by known class the weights of the dimensions and then the intercept
     */
    static double[] weights(final LogisticFit.Values values, final int columns, final TrainingLabels targets,
        final int[] known,
        final Workers workers, final Progress progress) {
        final var rows = targets.rows();
        final var weights = new double[Math.multiplyExact(known.length, columns + 1)];
        // of two classes one is the other's reverse
        workers.run(known.length < 3 ? known.length - 1 : known.length, 1, (from, to) -> {
            for (var m = from; m < to; m++) {
                final var positive = new double[rows];
                final var negative = new double[rows];
                for (var i = 0; i < rows; i++) {
                    positive[i] = COST * targets.mass(i, known[m]);
                    negative[i] = COST * Math.max(0, targets.weight(i) - targets.mass(i, known[m]));
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
        if (labeled.length <= MOST_ROWS) {
            return labeled;
        }
        final var random = new SplittableRandom(seed);
        for (var i = 0; i < MOST_ROWS; i++) {
            final var j = random.nextInt(i, labeled.length);
            final var swapped = labeled[i];
            labeled[i] = labeled[j];
            labeled[j] = swapped;
        }
        return Arrays.stream(labeled, 0, MOST_ROWS).sorted().toArray();
    }

    private static LibLinearClassificationModel fit(final DenseRows rows, final Labels labels, final int[] labeled,
        final long seed) {
        final var factory = new LabelFactory();
        final var names = new String[rows.columns() + 1];
        // Tribuo numbers its features in the order of their names
        Arrays.setAll(names, d -> String.format(Locale.ROOT, "%010d", d));
        final var examples = new ArrayList<Example<Label>>();
        for (final var i : labeled) {
            final var values = new double[names.length];
            for (var d = 0; d < rows.columns(); d++) {
                final var value = rows.values()[i * rows.columns() + d];
                values[d] = Float.isNaN(value) ? 0 : value;
            }
            values[rows.columns()] = INTERCEPT;
            examples.add(new ArrayExample<>(new Label(Integer.toString(labels.codes()[i])), names, values));
        }
        final var data = new MutableDataset<>(examples, new SimpleDataSourceProvenance("rows", factory), factory);
        return (LibLinearClassificationModel)new LibLinearClassificationTrainer(
            new LinearClassificationType(LinearType.L2R_LR), COST, MOST_ITERATIONS, TOLERANCE, seed).train(data);
    }

    /**
     * Our weights from LIBLINEAR's: dimension by dimension, for each of its labels; one column only if there are two.
     */
    private static double[] weights(final LibLinearClassificationModel fitted, final int columns, final int[] known) {
        final var model = fitted.getInnerModels().get(0);
        final var theirs = model.getFeatureWeights();
        final var order = new ArrayList<Integer>(); // of our known classes, as LIBLINEAR has them
        for (final var label : model.getLabels()) {
            final var code = Integer.parseInt(fitted.getOutputIDInfo().getOutput(label).getLabel());
            order.add(Arrays.binarySearch(known, code));
        }
        final var perFeature = known.length == 2 ? 1 : known.length;
        final var weights = new double[known.length * (columns + 1)];
        for (var m = 0; m < known.length; m++) {
            final var sign = perFeature == 1 && m == 1 ? -1 : 1;
            final var column = perFeature == 1 ? 0 : m;
            final var to = order.get(m) * (columns + 1);
            for (var d = 0; d < columns; d++) {
                weights[to + d] = sign * theirs[d * perFeature + column];
            }
            weights[to + columns] = sign * (INTERCEPT * theirs[columns * perFeature + column]
                + theirs[(columns + 1) * perFeature + column]);
        }
        return weights;
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
    public double[] predict(final DenseRows rows, final Workers workers, final Progress progress) {
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

    /** How much a row speaks for a known class. */
    @FunctionalInterface
    interface Score {
        double of(int row, int m);
    }

    /** @return row by row the scores, each made a probability and divided by the sum of all */
    static double[] probabilities(final int rows, final int classes, final int[] known, final Score score,
        final Workers workers, final Progress progress) {
        final var probabilities = new double[Math.multiplyExact(rows, classes)];
        workers.run(rows, BLOCK, (from, to) -> {
            for (var row = from; row < to; row++) {
                var sum = 0.0;
                for (var m = 0; m < known.length; m++) {
                    // bounded, so that a row that every class rejects still has a sum above 0
                    final var probability = 1 / (1 + Math.exp(-Math.max(-500, score.of(row, m))));
                    probabilities[row * classes + known[m]] = probability;
                    sum += probability;
                }
                for (final var c : known) {
                    probabilities[row * classes + c] /= sum;
                }
            }
        }, progress, "Applying the logistic regression");
        return probabilities;
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
        final var classes = state.integer("classes", 1, MOST_CLASSES);
        final var columns = state.integer("columns", 0, Integer.MAX_VALUE - 1);
        final var known = known(state, classes);
        return new LogisticRegression(classes, columns, known,
            state.numbers("weights", known.length * (columns + 1L)));
    }

    /** @return the classes that were there in training, ascending */
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
