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
 * The k-nearest-neighbor graph of rows, along which any method can propagate any labels of theirs. Equal rows are one
 * node of the graph, whatever their number; a node has the labels of all its rows.
 */
public final class RowGraph {

    private final DistinctRows distinct;

    private final int[] counts;

    private final Neighbors nearest;

    /** Built when first needed. */
    private Graph graph;

    private final int wanted;

    private RowGraph(final DistinctRows distinct, final Neighbors nearest, final int wanted) {
        this.distinct = distinct;
        this.nearest = nearest;
        this.wanted = wanted;
        this.counts = new int[distinct.rows().rows()];
        for (final var node : distinct.of()) {
            counts[node]++;
        }
    }

    /**
     * @param rows all rows, labeled and unlabeled
     * @param neighbors the number of nearest rows that a row is connected to; clipped to the number of other rows
     * @param search that finds them
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

    /** @return a graph of the same rows with fewer neighbors */
    public RowGraph fewer(final int neighbors) {
        return new RowGraph(distinct, nearest.first(neighbors), neighbors);
    }

    /**
     * @param neighbors the number of neighbors per row
     * @return a graph of the same rows with those of the neighbors here that are nearest by the city-block distance,
     *         the sum of the absolute differences, in which a single outlying dimension has less weight; if the
     *         similarity is not the Euclidean distance, those nearest by it
     * @throws CancellationException if the user canceled
     */
    public RowGraph byCityBlock(final int neighbors, final Workers workers, final Progress progress) {
        if (distinct.rows().metric().similarity() != Similarity.EUCLIDEAN) {
            return fewer(neighbors);
        }
        return new RowGraph(distinct,
            CityBlockNeighbors.nearest(distinct.rows(), nearest, neighbors, workers, progress),
            neighbors);
    }

    /** @return the graph; its nodes are the distinct rows */
    public Graph graph() {
        return graph(Workers.CALLER, Progress.NONE);
    }

    /**
     * Like {@link #graph()}, built by several threads if it does not exist yet.
     *
     * @throws CancellationException if the user canceled
     */
    public synchronized Graph graph(final Workers workers, final Progress progress) {
        if (graph == null) {
            graph = Graph.of(nearest, workers, progress);
        }
        return graph;
    }

    /** @return the minimum number of neighbors of a row */
    public int neighbors() {
        return nearest.k();
    }

    /** @return recall@k, the share of the true neighbors that were found; 1 if all */
    public double recall() {
        return nearest.recall();
    }

    /** @return how neighbors were found */
    public SearchOutcome search() {
        return nearest.outcome();
    }

    /**
     * @param method that propagates the labels
     * @param labels of the rows; at least one is labeled
     * @return the class probabilities of all nodes
     * @throws UserMessageException if the two differ in their number of rows, or no row is labeled
     * @throws CancellationException if the user canceled
     */
    public Spread spread(final GraphMethod method, final Labels labels, final Workers workers,
        final Progress progress) {
        return method.spread(graph(workers, progress), seeds(labels), workers, progress);
    }

    /**
     * @param labels of the rows; at least one is labeled
     * @return the labels of the nodes
     * @throws UserMessageException if the two differ in their number of rows, or no row is labeled
     */
    public Seeds seeds(final Labels labels) {
        if (distinct.of().length != labels.size()) {
            throw new IllegalArgumentException(distinct.of().length + " rows have " + labels.size() + " labels.");
        }
        final var classes = labels.classes().size();
        final var labelCounts = new double[Math.multiplyExact(counts.length, classes)];
        final var labeled = labels.labeled();
        if (labeled.length == 0) {
            throw new UserMessageException("No row is labeled.");
        }
        for (final var i : labeled) {
            labelCounts[distinct.of()[i] * classes + labels.codes()[i]]++;
        }
        return new Seeds(counts.length, classes, labelCounts, counts);
    }

    /** @return the node of each row */
    public int[] nodes() {
        return distinct.of();
    }

    /** @return a result of the nodes as a result of their rows */
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

    /** @return the probabilities of the nodes, each copied from its rows, which must all have the same */
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
     * @return the same as the result of a method, NaN where no label reaches
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
     * @return a classifier for new rows
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
        final var widths = new double[nearest.rows()];
        var count = 0;
        for (var i = 0; i < widths.length; i++) {
            final var last = Kernel.last(nearest, i);
            if (last >= 0) {
                widths[count++] = Math.sqrt(nearest.squaredDistance()[last]);
            }
        }
        return count == 0 ? 0 : new Median().evaluate(widths, 0, count);
    }
}
