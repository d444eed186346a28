package org.fewlabel.learn.graph;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.neighbor.CityBlockNeighbors;
import org.fewlabel.learn.neighbor.Kernel;
import org.fewlabel.learn.neighbor.NeighborSearch;
import org.fewlabel.learn.neighbor.Neighbors;
import org.fewlabel.learn.neighbor.SearchOutcome;

/**
 * Rows joined in a graph, over which any labels of theirs can be spread by any method. Equal rows are one node of the
 * graph, whatever their number; a node carries the labels of all its rows.
 */
public final class RowGraph {

    private final DistinctRows distinct;

    private final int[] counts;

    private final Neighbors near;

    /** Made when it is first asked for. */
    private Graph graph;

    private final int wanted;

    private RowGraph(final DistinctRows distinct, final Neighbors near, final int wanted) {
        this.distinct = distinct;
        this.near = near;
        this.wanted = wanted;
        this.counts = new int[distinct.rows().rows()];
        for (final var node : distinct.of()) {
            counts[node]++;
        }
    }

    /**
     * @param rows all rows, labeled or not
     * @param neighbors with how many nearest rows a row is joined; clipped to the number of other rows
     * @param search how they are found
     * @throws IllegalArgumentException if the number of neighbors is below 1
     * @throws CancellationException if the user canceled
     */
    public static RowGraph of(final DenseRows rows, final int neighbors, final NeighborSearch search,
        final Workers workers, final Progress progress) {
        if (neighbors < 1) {
            throw new UserMessageException("A row needs at least 1 neighbor, not " + neighbors + ".");
        }
        final var distinct = DistinctRows.of(rows, workers, progress);
        return new RowGraph(distinct, search.within(distinct.rows(), neighbors, workers, progress), neighbors);
    }

    /** @return the same rows, each joined with only so many of its nearest */
    public RowGraph fewer(final int neighbors) {
        return new RowGraph(distinct, near.first(neighbors), neighbors);
    }

    /**
     * @param neighbors with how many rows a row is joined
     * @return the same rows, each joined with those of its neighbors here that are nearest by the city-block distance,
     *         the sum of the absolute differences: a single dimension that is far off counts for less; if
     *         they are compared by another similarity than the Euclidean distance, with those nearest by that
     * @throws CancellationException if the user canceled
     */
    public RowGraph byCityBlock(final int neighbors, final Workers workers, final Progress progress) {
        if (distinct.rows().metric().similarity() != Similarity.EUCLIDEAN) {
            return fewer(neighbors);
        }
        return new RowGraph(distinct, CityBlockNeighbors.nearest(distinct.rows(), near, neighbors, workers, progress),
            neighbors);
    }

    /** @return the graph; its nodes are the distinct rows */
    public Graph graph() {
        return graph(Workers.CALLER, Progress.NONE);
    }

    /**
     * As {@link #graph()}, made by several threads if it is not there yet.
     *
     * @throws CancellationException if the user canceled
     */
    public synchronized Graph graph(final Workers workers, final Progress progress) {
        if (graph == null) {
            graph = Graph.of(near, workers, progress);
        }
        return graph;
    }

    /** @return with how many rows a row is joined, at least */
    public int neighbors() {
        return near.k();
    }

    /** @return the share of the true neighbors that were found; 1 if all */
    public double recall() {
        return near.recall();
    }

    /** @return how neighbors were found */
    public SearchOutcome search() {
        return near.outcome();
    }

    /**
     * @param method how labels are spread
     * @param labels of the rows; at least one is labeled
     * @return the classes of all nodes
     * @throws UserMessageException if the two differ in their number of rows, or no row is labeled
     * @throws CancellationException if the user canceled
     */
    public Spread spread(final GraphMethod method, final Labels labels, final Workers workers,
        final Progress progress) {
        return method.spread(graph(workers, progress), seeds(labels), workers, progress);
    }

    /**
     * @param labels of the rows; at least one is labeled
     * @return the labels that the nodes carry
     * @throws UserMessageException if the two differ in their number of rows, or no row is labeled
     */
    public Seeds seeds(final Labels labels) {
        if (distinct.of().length != labels.size()) {
            throw new IllegalArgumentException(distinct.of().length + " rows have " + labels.size() + " labels.");
        }
        final var classes = labels.classes().size();
        final var carried = new double[Math.multiplyExact(counts.length, classes)];
        final var labeled = labels.labeled();
        if (labeled.length == 0) {
            throw new UserMessageException("No row is labeled.");
        }
        for (final var i : labeled) {
            carried[distinct.of()[i] * classes + labels.codes()[i]]++;
        }
        return new Seeds(counts.length, classes, carried, counts);
    }

    /** @return per row the node that stands for it */
    public int[] nodes() {
        return distinct.of();
    }

    /** @return what the nodes became, for the rows they stand for */
    public Spread ofRows(final Spread ofNodes) {
        final var nodes = distinct.of();
        final var reached = new boolean[nodes.length];
        for (var i = 0; i < nodes.length; i++) {
            reached[i] = ofNodes.reached()[nodes[i]];
        }
        return new Spread(ofRows(ofNodes.probabilities()), reached,
            ofNodes.unreachedComponents(), ofNodes.iterations());
    }

    /** @return those of the rows, from those of the nodes */
    public ClassProbabilities ofRows(final ClassProbabilities ofNodes) {
        return ofNodes.select(distinct.of());
    }

    /** @return those of the nodes, from those of the rows, of which equal rows have the same */
    public ClassProbabilities ofNodes(final ClassProbabilities ofRows) {
        final var ofNodes = new double[Math.multiplyExact(counts.length, ofRows.classes())];
        for (var i = 0; i < distinct.of().length; i++) {
            ofRows.copyRow(i, ofNodes, distinct.of()[i]);
        }
        return new ClassProbabilities(ofRows.classes(), ofNodes);
    }

    /**
     * @param labels of the rows; at least one is labeled
     * @param probabilities of the rows; ignored where no label reaches
     * @return the same as what a method gives, NaN where no label reaches
     */
    public Spread reachable(final Labels labels, final ClassProbabilities probabilities) {
        final var seeds = seeds(labels);
        final var reachedNodes = seeds.reached(graph());
        final var nodes = distinct.of();
        final var reached = new boolean[nodes.length];
        final var values = probabilities.values().clone();
        for (var i = 0; i < nodes.length; i++) {
            reached[i] = reachedNodes[nodes[i]];
            if (!reached[i]) {
                Arrays.fill(values, i * seeds.classes(), (i + 1) * seeds.classes(), Double.NaN);
            }
        }
        return new Spread(new ClassProbabilities(seeds.classes(), values), reached, seeds.unreachedComponents(graph()),
            0);
    }

    /**
     * @param spread of the rows
     * @return per row the weighted mean of what its neighbors became; NaN if it has none that
     *         a label reaches
     * @throws CancellationException if the user canceled
     */
    public ClassProbabilities neighborhood(final Spread spread, final Workers workers, final Progress progress) {
        final var reached = new boolean[counts.length];
        for (var i = 0; i < distinct.of().length; i++) {
            reached[distinct.of()[i]] = spread.reached()[i];
        }
        final var nodes = new Spread(ofNodes(spread.probabilities()), reached,
            spread.unreachedComponents(), spread.iterations());
        return ofRows(nodes.neighborhood(graph(workers, progress), workers, progress));
    }

    /**
     * @param probabilities of the rows; NaN for a row that no label reaches
     * @return the same for other rows
     */
    public GraphClassifier classifier(final ClassProbabilities probabilities) {
        final var nodes = ofNodes(probabilities).values();
        final var scores = new float[nodes.length];
        for (var i = 0; i < scores.length; i++) {
            scores[i] = (float)nodes[i];
        }
        return new GraphClassifier(distinct.rows(), probabilities.classes(), scores, wanted);
    }

    /** @return the median distance from a node to its last neighbor; 0 if no node has a neighbor */
    public double bandwidth() {
        final var widths = new double[near.rows()];
        var count = 0;
        for (var i = 0; i < widths.length; i++) {
            final var last = Kernel.last(near, i);
            if (last >= 0) {
                widths[count++] = Math.sqrt(near.squaredDistance()[last]);
            }
        }
        return count == 0 ? 0 : new Median().evaluate(widths, 0, count);
    }
}
