package org.fewlabel.learn.rounds.select;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;

/**
 * Decides which guesses are good enough to be learned from. One is made for each run, and may remember earlier rounds.
 */
public interface Selector {

    /**
     * @param probabilities of the unlabeled rows; NaN for an undecided row
     * @return the rows to learn from in the next round
     */
    Selection select(ClassProbabilities probabilities);

    /** Makes one for a run. */
    @FunctionalInterface
    interface Maker {

        /** @param rows that the run learns from @param labels of the same rows */
        Selector of(DenseRows rows, Labels labels, Workers workers, Progress progress);
    }
}
