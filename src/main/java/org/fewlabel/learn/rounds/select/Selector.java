package org.fewlabel.learn.rounds.select;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;

/**
 * Selects the predictions that become pseudo-labels. Each course has its own, which may keep state between rounds.
 */
public interface Selector {

    /**
     * @param probabilities of the unlabeled rows; NaN for an undecided row
     * @return the pseudo-labels of the next round
     */
    Selection select(ClassProbabilities probabilities);

    /** Creates the selector of a course. */
    @FunctionalInterface
    interface Maker {

        /** @param rows of the course @param labels of the same rows */
        Selector of(DenseRows rows, Labels labels, Workers workers, Progress progress);
    }
}
