package org.fewlabel.learn.graph;

import java.util.concurrent.CancellationException;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.neighbor.NeighborSearch;

/**
 * Graph-based semi-supervised learning in one call: builds the graph, propagates the labels and creates a classifier.
 */
public final class GraphLearner {

    /**
     * Tuned on the sets of {@link LabelSpreading#DEFAULT_ALPHA}: label spreading is equally good from 7 to 20, label
     * propagation gets worse with more.
     */
    public static final int DEFAULT_NEIGHBORS = 10;

    private final GraphMethod method;

    private final int neighbors;

    private final NeighborSearch search;

    /**
     * @param method that propagates the labels
     * @param neighbors the number of nearest rows that a row is connected to; clipped to the number of other rows
     * @param search that finds them
     * @throws IllegalArgumentException if the number of neighbors is below 1
     */
    public GraphLearner(final GraphMethod method, final int neighbors, final NeighborSearch search) {
        if (neighbors < 1) {
            throw new UserMessageException("A row needs at least 1 neighbor, not " + neighbors + ".");
        }
        this.method = method;
        this.neighbors = neighbors;
        this.search = search;
    }

    /**
     * The result of learning.
     *
     * @param spread the class probabilities of all rows
     * @param neighborhood {@code rows * classes}, row by row: the weighted mean of its neighbors' probabilities; NaN if
     *            no label reaches any
     * @param classifier for new rows
     * @param graph its nodes are the distinct rows
     * @param neighbors the minimum number of neighbors of a node
     * @param bandwidth the median over the nodes of the kernel's bandwidth, the distance to the last neighbor; 0 if no
     *            node has a neighbor
     */
    public record Outcome(Spread spread, ClassProbabilities neighborhood, GraphClassifier classifier, Graph graph,
        int neighbors,
        double bandwidth) {
    }

    /**
     * @param rows all rows, labeled and unlabeled
     * @param labels of the same rows; at least one is labeled
     * @return the class probabilities of all rows and a classifier for new ones
     * @throws UserMessageException if the two differ in their number of rows, or no row is labeled
     * @throws CancellationException if the user canceled
     */
    public Outcome learn(final DenseRows rows, final Labels labels, final Workers workers, final Progress progress) {
        final var graph = RowGraph.of(rows, neighbors, search, workers, progress.part(0, 0.7));
        final var ofNodes = graph.spread(method, labels, workers, progress.part(0.7, 1));
        final var spread = graph.ofRows(ofNodes);
        return new Outcome(spread, graph.neighborhood(spread, workers, progress),
            graph.classifier(spread.probabilities()), graph.graph(), graph.neighbors(),
            graph.bandwidth());
    }
}
