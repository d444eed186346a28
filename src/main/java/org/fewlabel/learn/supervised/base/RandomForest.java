package org.fewlabel.learn.supervised.base;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.TrainingLabels;

/**
 * A random forest (Breiman, Random forests, 2001): the mean of many fully grown trees on bootstrap samples of the rows,
 * where every split is the best by Gini impurity of a random subset of the dimensions. For a row with weights for
 * several classes every tree draws one in proportion to the weights. A missing dimension is replaced by its mean, which
 * is 0 in encoded rows.
 */
public final class RandomForest implements Classifier {

    /** The name of this kind of classifier in a stored model. */
    public static final String KIND = "random forest";

    private static final int MAX_COLUMNS = 1_000_000;

    private static final int BLOCK = 64;

    /** The tolerance of the sum of a leaf's shares against 1, in single precision. */
    private static final double TOLERANCE = 1e-3;

    private final int classes;

    private final int columns;

    private final int[] known;

    private final Trees trees;

    private RandomForest(final int classes, final int columns, final int[] known, final Trees trees) {
        this.classes = classes;
        this.columns = columns;
        this.known = known;
        this.trees = trees;
    }

    /**
     * @param rows used for training or not
     * @param targets of the same rows
     * @param count the number of trees, at least 1
     * @param seed of the random draws
     * @throws IllegalArgumentException if the two differ in their number of rows, no row has a weight, or the number of
     *             trees is below 1
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static RandomForest train(final DenseRows rows, final TrainingLabels targets, final int count,
        final long seed,
        final Workers workers, final Progress progress) {
        targets.checkFor(rows);
        if (count < 1) {
            throw new IllegalArgumentException("At least one tree must be grown, not " + count + ".");
        }
        final var known = targets.known();
        final var ranks = Ranks.of(rows, targets.used(), workers, progress);
        final var seeds = new SplittableRandom(seed).longs(count).toArray();
        final var grown = new Trees[count];
        workers.run(count, 1, (from, to) -> {
            for (var t = from; t < to; t++) {
                grown[t] = new TreeGrower(ranks, targets, known, new SplittableRandom(seeds[t]), progress).grow();
            }
        }, progress, "Growing the random forest");
        return new RandomForest(targets.classes(), rows.columns(), known, Trees.join(Arrays.asList(grown)));
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
        final var probabilities = new double[Math.multiplyExact(rows.rows(), classes)];
        final var walk = trees.walk();
        workers.run(rows.rows(), BLOCK, (from, to) -> {
            final var sums = new double[known.length];
            for (var row = from; row < to; row++) {
                Arrays.fill(sums, 0);
                walk.add(rows.values(), row * columns, sums);
                final var sum = Arrays.stream(sums).sum();
                for (var m = 0; m < known.length; m++) {
                    probabilities[row * classes + known[m]] = sums[m] / sum;
                }
            }
        }, progress, "Applying the random forest");
        return new ClassProbabilities(classes, probabilities);
    }

    @Override
    public State state() {
        return new State().put("kind", KIND).put("classes", classes).put("columns", columns).put("known", known)
            .put("dimensions", trees.dimensions()).put("bounds", trees.bounds()).put("shares", trees.shares());
    }

    /**
     * @param state of another classifier of this kind
     * @return an equal classifier
     * @throws UserMessageException if the state is damaged
     */
    public static RandomForest restore(final State state) {
        final var classes = state.integer("classes", 1, MAX_CLASSES);
        final var columns = state.integer("columns", 0, MAX_COLUMNS);
        final var known = KnownClasses.restore(state, classes);
        final var dimensions = state.integers("dimensions", -1, Trees.LEAF, columns - 1);
        final var splits = Arrays.stream(dimensions).filter(d -> d != Trees.LEAF).count();
        final var bounds = state.floatsOrMissing("bounds", splits);
        final var shares = state.floatsOrMissing("shares", (dimensions.length - splits) * known.length);
        for (final var bound : bounds) {
            if (Float.isNaN(bound)) {
                throw damaged("a tree splits at no number");
            }
        }
        for (var at = 0; at < shares.length; at += known.length) {
            var sum = 0.0;
            for (var m = 0; m < known.length; m++) {
                sum += shares[at + m] >= 0 ? shares[at + m] : Double.NaN;
            }
            if (!(Math.abs(sum - 1) < TOLERANCE)) {
                throw damaged("the shares of a leaf are no probabilities");
            }
        }
        final var trees = new Trees(known.length, dimensions, bounds, shares);
        if (!trees.whole()) {
            throw damaged("a tree is not whole");
        }
        return new RandomForest(classes, columns, known, trees);
    }

    private static UserMessageException damaged(final String problem) {
        return new UserMessageException("The stored model is damaged: " + problem + ".");
    }
}
