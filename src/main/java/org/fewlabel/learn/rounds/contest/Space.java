package org.fewlabel.learn.rounds.contest;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;

/** Where rows can be compared by their distance, if that cannot be done with what is learned from. */
@FunctionalInterface
public interface Space {

    /** What is learned from can be compared. */
    Space SAME = (rows, progress) -> rows;

    /**
     * @param rows that are learned from
     * @return the same rows, to be compared
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    DenseRows of(DenseRows rows, Progress progress);
}
