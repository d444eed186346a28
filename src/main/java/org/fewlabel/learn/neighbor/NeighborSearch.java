package org.fewlabel.learn.neighbor;

import java.util.concurrent.CancellationException;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/** Finds the nearest rows of rows. */
public interface NeighborSearch {

    /**
     * @param rows all rows
     * @param k how many neighbours a row has; clipped to the number of other rows
     * @return the neighbours of each row among the others
     * @throws CancellationException if the user cancelled
     */
    Neighbors within(DenseRows rows, int k, Workers workers, Progress progress);

    /**
     * @param queries the rows whose neighbours are sought
     * @param among the rows that may be neighbours
     * @param k how many neighbours a row has; clipped to the number of rows there are
     * @return the neighbours of each query
     * @throws IllegalArgumentException if the two differ in their number of dimensions
     * @throws CancellationException if the user cancelled
     */
    Neighbors between(DenseRows queries, DenseRows among, int k, Workers workers, Progress progress);
}
