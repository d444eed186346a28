package org.fewlabel.learn.supervised.base;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Metric;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.neighbor.ExactSearch;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.TrainingLabels;

/**
 * k-nearest-neighbors classification (Fix and Hodges 1951), where each neighbor votes with its weight and its distance
 * relative to the nearest one (Dudani, The distance-weighted k-nearest-neighbor rule, 1976): at the distance {@code d}
 * with {@code exp(1/2 - d² / (2 d1²))}, where {@code d1} is the distance of the nearest. So in dense regions all votes
 * are similar, and in sparse ones the nearest decides, while the others determine the confidence. A row that shares no
 * dimension with any training row is undecided.
 */
public final class NearestNeighbors implements Classifier {

    /** The name of this kind of classifier in a stored model. */
    public static final String KIND = "nearest neighbours";

    private final DenseRows rows;

    private final TrainingLabels targets;

    private final int neighbors;

    private NearestNeighbors(final DenseRows rows, final TrainingLabels targets, final int neighbors) {
        this.rows = rows;
        this.targets = targets;
        this.neighbors = neighbors;
    }

    /**
     * @param rows used for training or not
     * @param targets of the same rows
     * @param neighbors the number of neighbors, at least 1
     * @return a classifier that stores the training rows
     * @throws IllegalArgumentException if the two differ in their number of rows, no row has a weight, or the number of
     *             neighbors is below 1
     */
    public static NearestNeighbors train(final DenseRows rows, final TrainingLabels targets, final int neighbors) {
        targets.checkFor(rows);
        if (neighbors < 1) {
            throw new IllegalArgumentException("At least one neighbor must be asked, not " + neighbors + ".");
        }
        final var used = targets.used();
        return new NearestNeighbors(rows.select(used), targets.select(used), neighbors);
    }

    @Override
    public int classes() {
        return targets.classes();
    }

    @Override
    public int columns() {
        return rows.columns();
    }

    @Override
    public ClassProbabilities predict(final DenseRows queries, final Workers workers, final Progress progress) {
        final var classes = classes();
        final var nearest = new ExactSearch().between(queries, rows, neighbors, workers, progress);
        final var probabilities = new double[Math.multiplyExact(queries.rows(), classes)];
        for (var i = 0; i < queries.rows(); i++) {
            final var nearestSquare = nearest.k() == 0 ? Double.POSITIVE_INFINITY
                : nearest.squaredDistance()[i * nearest.k()];
            var all = 0.0;
            for (var m = 0; m < nearest.k() && nearest.index()[i * nearest.k() + m] >= 0; m++) {
                final var closeness = closeness(nearestSquare, nearest.squaredDistance()[i * nearest.k() + m]);
                for (var c = 0; c < classes; c++) {
                    final var vote = closeness * targets.mass(nearest.index()[i * nearest.k() + m], c);
                    probabilities[i * classes + c] += vote;
                    all += vote;
                }
            }
            for (var c = 0; c < classes; c++) {
                probabilities[i * classes + c] = all > 0 ? probabilities[i * classes + c] / all : Double.NaN;
            }
        }
        return new ClassProbabilities(classes, probabilities);
    }

    /** Computes the vote at a squared distance; beside a row at distance 0 others have no vote. */
    private static double closeness(final double nearestSquare, final double square) {
        return square <= nearestSquare ? 1 : Math.exp((1 - square / nearestSquare) / 2);
    }

    @Override
    public State state() {
        return new State().put("kind", KIND).put("rows", rows.rows()).put("columns", rows.columns())
            .put("classes", classes()).put("neighbours", neighbors).put("values", rows.values())
            .put("metric", rows.metric().state()).put("masses", targets.masses());
    }

    /**
     * @param state of another classifier of this kind
     * @return an equal classifier
     * @throws UserMessageException if the state is damaged
     */
    public static NearestNeighbors restore(final State state) {
        final var n = state.integer("rows", 1, Integer.MAX_VALUE);
        final var columns = state.integer("columns", 0, Integer.MAX_VALUE);
        final var classes = state.integer("classes", 1, MAX_CLASSES);
        final var masses = state.numbers("masses", (long)n * classes);
        if (Arrays.stream(masses).anyMatch(mass -> mass < 0)) {
            throw new UserMessageException("The stored model is damaged: a row counts for less than nothing.");
        }
        return new NearestNeighbors(
            new DenseRows(n, columns, state.floatsOrMissing("values", (long)n * columns),
                Metric.restore(state.state("metric"), columns)),
            new TrainingLabels(classes, masses), state.integer("neighbours", 1, Integer.MAX_VALUE));
    }
}
