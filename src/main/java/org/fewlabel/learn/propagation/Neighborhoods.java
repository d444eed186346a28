package org.fewlabel.learn.propagation;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.graph.RowGraph;
import org.fewlabel.learn.neighbor.NeighborSearch;

/**
 * The same rows joined in three ways, from one search. Rows that are not compared by their Euclidean distance have no
 * city-block distance either; they are joined in the same way twice.
 *
 * @param nearest with the nearest rows
 * @param cityBlock with those nearest by the city-block distance
 * @param fewer with fewer of the nearest rows
 */
record Neighborhoods(RowGraph nearest, RowGraph cityBlock, RowGraph fewer) {

    /** Of how many nearest rows the city-block distance may choose, for each that it chooses. */
    private static final int CHOICE = 3;

    /**
     * @param rows all rows, labeled or not
     * @param neighbors with how many rows a row is joined
     * @param few how many that are in {@code fewer}
     */
    static Neighborhoods of(final DenseRows rows, final int neighbors, final int few, final NeighborSearch search,
        final Workers workers, final Progress progress) {
        if (rows.metric().similarity() != Similarity.EUCLIDEAN) {
            final var joined = RowGraph.of(rows, neighbors, search, workers, progress);
            return new Neighborhoods(joined, joined, joined.fewer(few));
        }
        final var many = RowGraph.of(rows, (int)Math.min(Integer.MAX_VALUE, (long)neighbors * CHOICE), search, workers,
            progress.part(0, 0.8));
        return new Neighborhoods(many.fewer(neighbors),
            many.byCityBlock(neighbors, workers, progress.part(0.8, 1)), many.fewer(few));
    }

    /** @return whether the city-block distance joins them differently */
    boolean two() {
        return cityBlock != nearest;
    }
}
