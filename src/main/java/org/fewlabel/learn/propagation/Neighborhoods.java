package org.fewlabel.learn.propagation;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.graph.RowGraph;
import org.fewlabel.learn.neighbor.NeighborSearch;

/**
 * Three graphs of the same rows from one neighbor search. For similarities other than the Euclidean distance there is
 * no city-block distance, and two of the graphs are equal.
 *
 * @param nearest the graph of the nearest rows
 * @param cityBlock the graph of the nearest rows by the city-block distance
 * @param fewer the graph with fewer neighbors
 */
record Neighborhoods(RowGraph nearest, RowGraph cityBlock, RowGraph fewer) {

    /** The ratio of nearest rows to those selected among them by the city-block distance. */
    private static final int CHOICE = 3;

    /**
     * @param rows all rows, labeled and unlabeled
     * @param neighbors the number of neighbors per row
     * @param few that number in {@code fewer}
     */
    static Neighborhoods of(final DenseRows rows, final int neighbors, final int few, final NeighborSearch search,
        final Workers workers, final Progress progress) {
        if (rows.metric().similarity() != Similarity.EUCLIDEAN) {
            final var graph = RowGraph.of(rows, neighbors, search, workers, progress);
            return new Neighborhoods(graph, graph, graph.fewer(few));
        }
        final var many = RowGraph.of(rows, (int)Math.min(Integer.MAX_VALUE, (long)neighbors * CHOICE), search, workers,
            progress.part(0, 0.8));
        return new Neighborhoods(many.fewer(neighbors),
            many.byCityBlock(neighbors, workers, progress.part(0.8, 1)), many.fewer(few));
    }

    /** @return whether the city-block graph differs */
    boolean two() {
        return cityBlock != nearest;
    }
}
