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
 * Spreads the labels of a few rows to those near them: joins the rows, spreads, and makes a classifier, in one call.
 */
public final class GraphLearner {

    /**
     * Found on the sets of {@link LabelSpreading#DEFAULT_ALPHA}: spreading is as good from 7 to 20, propagation gets
     * worse with more.
     */
    public static final int DEFAULT_NEIGHBORS = 10;

    private final GraphMethod method;

    private final int neighbors;

    private final NeighborSearch search;

    /**
     * @param method how labels are spread
     * @param neighbors with how many nearest rows a row is joined; clipped to the number of other rows
     * @param search how they are found
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
     * What was learned.
     *
     * @param spread the classes of all rows
     * @param neighborhood per row, {@code rows * classes}: the weighted mean of what its neighbors became; NaN if it
     *            has none that a label reaches
     * @param classifier the same for other rows
     * @param graph its nodes are the distinct rows
     * @param neighbors how many neighbors a node has at least
     * @param bandwidth the median distance from a node to its last neighbor, which is the width of the kernel there;
     *            0 if no node has a neighbor
     */
    public record Outcome(Spread spread, ClassProbabilities neighborhood, GraphClassifier classifier, Graph graph,
        int neighbors,
        double bandwidth) {
    }

    /**
     * @param rows all rows, labeled or not
     * @param labels of the same rows; at least one is labeled
     * @return the classes of all rows, and a classifier for others
     * @throws UserMessageException if the two differ in their number of rows, or no row is labeled
     * @throws CancellationException if the user canceled
     */
    public Outcome learn(final DenseRows rows, final Labels labels, final Workers workers, final Progress progress) {
        final var joined = RowGraph.of(rows, neighbors, search, workers, progress.part(0, 0.7));
        final var nodes = joined.spread(method, labels, workers, progress.part(0.7, 1));
        final var spread = joined.ofRows(nodes);
        return new Outcome(spread, joined.neighborhood(spread, workers, progress),
            joined.classifier(spread.probabilities()), joined.graph(), joined.neighbors(),
            joined.bandwidth());
    }
}
