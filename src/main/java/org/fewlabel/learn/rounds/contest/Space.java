package org.fewlabel.learn.rounds.contest;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;

/** A representation of rows that can be compared by distance, if the training rows cannot. */
@FunctionalInterface
public interface Space {

    /** The training rows themselves. */
    Space SAME = (rows, progress) -> rows;

    /**
     * @param rows the training rows
     * @return the same rows in this representation
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    DenseRows of(DenseRows rows, Progress progress);
}
