package org.fewlabel.learn.graph;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;

/**
 * Spreads the labels of a few rows to those near them. Equal rows are one node of the graph, whatever their number; a
 * node carries the labels of all its rows.
 */
public final class GraphLearner {

    /**
     * Found on the sets of {@link LabelSpreading#DEFAULT_ALPHA}: spreading is as good from 7 to 20, propagation gets
     * worse with more.
     */
    public static final int DEFAULT_NEIGHBOURS = 10;

    private final GraphMethod method;

    private final int neighbours;

    private final NeighbourSearch search;

    /**
     * @param method how labels are spread
     * @param neighbours with how many nearest rows a row is joined; clipped to the number of other rows
     * @param search how they are found
     * @throws IllegalArgumentException if the number of neighbours is below 1
     */
    public GraphLearner(final GraphMethod method, final int neighbours, final NeighbourSearch search) {
        if (neighbours < 1) {
            throw new IllegalArgumentException("A row needs at least 1 neighbour, not " + neighbours + ".");
        }
        this.method = method;
        this.neighbours = neighbours;
        this.search = search;
    }

    /**
     * What was learned.
     *
     * @param spread the classes of all rows
     * @param neighbourhood per row, {@code rows * classes}: the weighted mean of what its neighbours became; NaN if it has
     *            none that a label reaches
     * @param classifier the same for other rows
     * @param graph its nodes are the distinct rows
     * @param neighbours how many neighbours a node has at least
     * @param bandwidth the median distance from a node to its last neighbour, which is the width of the kernel there;
     *            0 if no node has a neighbour
     */
    public record Outcome(Spread spread, double[] neighbourhood, GraphClassifier classifier, Graph graph, int neighbours,
        double bandwidth) {
    }

    /** Rows joined in a graph, over which any labels of theirs can be spread. */
    public final class Joined {

        private final DistinctRows distinct;

        private final Neighbours near;

        private final Graph graph;

        private Joined(final DistinctRows distinct, final Neighbours near) {
            this.distinct = distinct;
            this.near = near;
            this.graph = Graph.of(near);
        }

        /**
         * @param labels of the rows; at least one is labelled
         * @return the classes of all rows
         * @throws IllegalArgumentException if the two differ in their number of rows, or no row is labelled
         * @throws CancellationException if the user cancelled
         */
        public Spread spread(final Labels labels, final Workers workers, final Progress progress) {
            return ofRows(ofNodes(labels, workers, progress), distinct.of());
        }

        /**
         * @param labels of the rows; at least one is labelled
         * @return the classes of all rows, and a classifier for others
         * @throws IllegalArgumentException if the two differ in their number of rows, or no row is labelled
         * @throws CancellationException if the user cancelled
         */
        public Outcome learn(final Labels labels, final Workers workers, final Progress progress) {
            final var spread = ofNodes(labels, workers, progress);
            final var scores = new float[spread.probabilities().length];
            for (var i = 0; i < scores.length; i++) {
                scores[i] = (float)spread.probabilities()[i];
            }
            return new Outcome(ofRows(spread, distinct.of()),
                ofRows(spread.neighbourhood(graph), spread.classes(), distinct.of()),
                new GraphClassifier(distinct.rows(), spread.classes(), scores, neighbours), graph, near.k(),
                bandwidth(near));
        }

        private Spread ofNodes(final Labels labels, final Workers workers, final Progress progress) {
            if (distinct.of().length != labels.size()) {
                throw new IllegalArgumentException(distinct.of().length + " rows have " + labels.size() + " labels.");
            }
            if (labels.labelled().length == 0) {
                throw new IllegalArgumentException("No row is labelled.");
            }
            return method.spread(graph, seeds(distinct, labels), workers, progress);
        }
    }

    /**
     * @param rows all rows, labelled or not
     * @return their graph
     * @throws CancellationException if the user cancelled
     */
    public Joined join(final DenseRows rows, final Workers workers, final Progress progress) {
        final var distinct = DistinctRows.of(rows);
        return new Joined(distinct, search.within(distinct.rows(), neighbours, workers, progress));
    }

    /**
     * @param rows all rows, labelled or not
     * @param labels of the same rows; at least one is labelled
     * @return the classes of all rows, and a classifier for others
     * @throws IllegalArgumentException if the two differ in their number of rows, or no row is labelled
     * @throws CancellationException if the user cancelled
     */
    public Outcome learn(final DenseRows rows, final Labels labels, final Workers workers, final Progress progress) {
        return join(rows, workers, progress.part(0, 0.7)).learn(labels, workers, progress.part(0.7, 1));
    }

    private static Seeds seeds(final DistinctRows distinct, final Labels labels) {
        final var classes = labels.classes().size();
        final var counts = new double[Math.multiplyExact(distinct.rows().rows(), classes)];
        for (final var i : labels.labelled()) {
            counts[distinct.of()[i] * classes + labels.codes()[i]]++;
        }
        return new Seeds(distinct.rows().rows(), classes, counts);
    }

    private static Spread ofRows(final Spread spread, final int[] nodes) {
        final var reached = new boolean[nodes.length];
        for (var i = 0; i < nodes.length; i++) {
            reached[i] = spread.reached()[nodes[i]];
        }
        return new Spread(spread.classes(), ofRows(spread.probabilities(), spread.classes(), nodes), reached,
            spread.unreachedComponents(), spread.iterations());
    }

    private static double[] ofRows(final double[] ofNodes, final int classes, final int[] nodes) {
        final var ofRows = new double[Math.multiplyExact(nodes.length, classes)];
        for (var i = 0; i < nodes.length; i++) {
            System.arraycopy(ofNodes, nodes[i] * classes, ofRows, i * classes, classes);
        }
        return ofRows;
    }

    private static double bandwidth(final Neighbours near) {
        final var widths = new double[near.rows()];
        var count = 0;
        for (var i = 0; i < widths.length; i++) {
            final var last = Kernel.last(near, i);
            if (last >= 0) {
                widths[count++] = Math.sqrt(near.squaredDistance()[last]);
            }
        }
        Arrays.sort(widths, 0, count);
        return count == 0 ? 0 : (widths[(count - 1) / 2] + widths[count / 2]) / 2;
    }
}
