package org.fewlabel.learn.neighbor;

import java.util.concurrent.CancellationException;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/** A k-nearest-neighbor search. */
public interface NeighborSearch {

    /**
     * @param rows all rows
     * @param k the number of neighbors per row; clipped to the number of other rows
     * @return the neighbors of each row among the others
     * @throws CancellationException if the user canceled
     */
    Neighbors within(DenseRows rows, int k, Workers workers, Progress progress);

    /**
     * @param queries the rows whose neighbors are searched
     * @param among the candidates
     * @param k the number of neighbors per row; clipped to the number of candidates
     * @return the neighbors of each query
     * @throws IllegalArgumentException if the two differ in their number of dimensions
     * @throws CancellationException if the user canceled
     */
    Neighbors between(DenseRows queries, DenseRows among, int k, Workers workers, Progress progress);
}
