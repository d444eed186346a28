package org.fewlabel.learn.neighbor;

import java.util.concurrent.CancellationException;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/** Finds the nearest rows of rows. */
public interface NeighborSearch {

    /**
     * @param rows all rows
     * @param k how many neighbors a row has; clipped to the number of other rows
     * @return the neighbors of each row among the others
     * @throws CancellationException if the user canceled
     */
    Neighbors within(DenseRows rows, int k, Workers workers, Progress progress);

    /**
     * @param queries the rows whose neighbors are sought
     * @param among the rows that may be neighbors
     * @param k how many neighbors a row has; clipped to the number of rows there are
     * @return the neighbors of each query
     * @throws IllegalArgumentException if the two differ in their number of dimensions
     * @throws CancellationException if the user canceled
     */
    Neighbors between(DenseRows queries, DenseRows among, int k, Workers workers, Progress progress);
}
