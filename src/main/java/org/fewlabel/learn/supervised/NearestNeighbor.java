package org.fewlabel.learn.supervised;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Metric;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.neighbor.ExactSearch;

/**
 * Nearest-neighbor classification (Cover and Hart 1967): predicts the class of the nearest labeled row with probability
 * 1. A row that shares no dimension with any labeled row is undecided.
 */
public final class NearestNeighbor implements Classifier {

    /** The name of this kind of classifier in a stored model. */
    public static final String KIND = "nearest neighbour";

    private final DenseRows rows;

    private final int classes;

    private final int[] codes;

    private NearestNeighbor(final DenseRows rows, final int classes, final int[] codes) {
        this.rows = rows;
        this.classes = classes;
        this.codes = codes;
    }

    /**
     * @param rows labeled and unlabeled
     * @param labels of the same rows
     * @return a classifier that stores the labeled rows
     * @throws org.fewlabel.device.UserMessageException if the two differ in their number of rows, or no row is labeled
     */
    public static NearestNeighbor train(final DenseRows rows, final Labels labels) {
        final var labeled = labels.labeled();
        if (rows.rows() != labels.size() || labeled.length == 0) {
            throw new IllegalArgumentException(rows.rows() + " rows have " + labels.size() + " labels, "
                + labeled.length + " of them known.");
        }
        return new NearestNeighbor(rows.select(labeled), labels.classes().size(), labels.select(labeled).codes());
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public int columns() {
        return rows.columns();
    }

    @Override
    public ClassProbabilities predict(final DenseRows queries, final Workers workers, final Progress progress) {
        final var nearest = new ExactSearch().between(queries, rows, 1, workers, progress);
        final var probabilities = new double[Math.multiplyExact(queries.rows(), classes)];
        for (var i = 0; i < queries.rows(); i++) {
            if (nearest.index()[i] < 0) {
                Arrays.fill(probabilities, i * classes, (i + 1) * classes, Double.NaN);
            } else {
                probabilities[i * classes + codes[nearest.index()[i]]] = 1;
            }
        }
        return new ClassProbabilities(classes, probabilities);
    }

    @Override
    public State state() {
        return new State().put("kind", KIND).put("rows", rows.rows()).put("columns", rows.columns())
            .put("classes", classes).put("values", rows.values())
            .put("metric", rows.metric().state()).put("codes", codes);
    }

    /**
     * @param state of another classifier of this kind
     * @return an equal classifier
     * @throws org.fewlabel.device.UserMessageException if the state is damaged
     */
    public static NearestNeighbor restore(final State state) {
        final var n = state.integer("rows", 1, Integer.MAX_VALUE);
        final var columns = state.integer("columns", 0, Integer.MAX_VALUE);
        final var classes = state.integer("classes", 1, MAX_CLASSES);
        return new NearestNeighbor(new DenseRows(n, columns, state.floatsOrMissing("values", (long)n * columns),
            Metric.restore(state.state("metric"), columns)),
            classes, state.integers("codes", n, 0, classes - 1));
    }
}
