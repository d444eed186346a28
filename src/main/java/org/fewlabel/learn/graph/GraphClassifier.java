package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Metric;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.neighbor.ExactSearch;
import org.fewlabel.learn.neighbor.Kernel;
import org.fewlabel.learn.neighbor.Neighbors;
import org.fewlabel.learn.supervised.Classifier;

/**
 * The out-of-sample extension of label propagation (Delalleau, Bengio and Le Roux, Efficient non-parametric function
 * induction in semi-supervised learning, 2005): a new row gets the mean of its nearest rows of the graph, weighted by
 * the graph's kernel. Neighbors that no label reached are skipped; if there are no others, the prediction is NaN.
 */
public final class GraphClassifier implements Classifier {

    /** The name of this kind of classifier in a stored model. */
    public static final String KIND = "graph";

    private static final int BLOCK = 1024;

    private final DenseRows rows;

    private final int classes;

    private final float[] scores;

    private final int neighbors;

    /**
     * @param rows the nodes of the graph
     * @param classes the number of classes
     * @param scores the probabilities of each node; all NaN if no label reached it
     * @param neighbors the number of nearest nodes
     */
    GraphClassifier(final DenseRows rows, final int classes, final float[] scores, final int neighbors) {
        this.rows = rows;
        this.classes = classes;
        this.scores = scores;
        this.neighbors = neighbors;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public int columns() {
        return rows.columns();
    }

    /** @return the number of nearest rows of the graph that are used */
    public int neighbors() {
        return neighbors;
    }

    @Override
    public ClassProbabilities predict(final DenseRows queries, final Workers workers, final Progress progress) {
        final var nearest = new ExactSearch().between(queries, rows, neighbors, workers, progress);
        final var probabilities = new double[Math.multiplyExact(queries.rows(), classes)];
        workers.run(queries.rows(), BLOCK, (from, to) -> {
            for (var i = from; i < to; i++) {
                mean(nearest, i, probabilities);
            }
        }, progress, null);
        return new ClassProbabilities(classes, probabilities);
    }

    private void mean(final Neighbors nearest, final int query, final double[] probabilities) {
        final var received = new double[classes];
        final var last = Kernel.last(nearest, query);
        for (var at = query * nearest.k(); at <= last; at++) {
            final var node = nearest.index()[at] * classes;
            if (!Float.isNaN(scores[node])) {
                final var weight = Kernel.weight(nearest.squaredDistance()[at], nearest.squaredDistance()[last]);
                for (var c = 0; c < classes; c++) {
                    received[c] += weight * scores[node + c];
                }
            }
        }
        if (Normalize.of(received, 0, probabilities, query * classes, classes) == 0) {
            Arrays.fill(probabilities, query * classes, (query + 1) * classes, Double.NaN);
        }
    }

    @Override
    public State state() {
        return new State().put("kind", KIND).put("rows", rows.rows()).put("columns", rows.columns())
            .put("classes", classes).put("neighbours", neighbors).put("values", rows.values())
            .put("metric", rows.metric().state()).put("scores", scores);
    }

    /**
     * @param state of another classifier of this kind
     * @return an equal classifier
     * @throws UserMessageException if the state is damaged
     */
    public static GraphClassifier restore(final State state) {
        final var n = state.integer("rows", 0, Integer.MAX_VALUE);
        final var columns = state.integer("columns", 0, Integer.MAX_VALUE);
        final var classes = state.integer("classes", 1, MAX_CLASSES);
        final var values = state.floatsOrMissing("values", (long)n * columns);
        final var scores = state.floatsOrMissing("scores", (long)n * classes);
        for (var i = 0; i < n; i++) {
            checkScores(scores, i * classes, (i + 1) * classes);
        }
        return new GraphClassifier(new DenseRows(n, columns, values, Metric.restore(state.state("metric"), columns)),
            classes, scores,
            state.integer("neighbours", 1, Integer.MAX_VALUE));
    }

    private static void checkScores(final float[] scores, final int from, final int to) {
        var sum = 0.0;
        var missing = 0;
        for (var c = from; c < to; c++) {
            missing += Float.isNaN(scores[c]) ? 1 : 0;
            sum += scores[c] >= 0 ? scores[c] : Double.NaN;
        }
        if (missing < to - from && !(Math.abs(sum - 1) < 1e-3)) {
            throw new UserMessageException(
                "The stored model is damaged: the scores of a row sum to " + sum + ", not to 1.");
        }
    }
}
