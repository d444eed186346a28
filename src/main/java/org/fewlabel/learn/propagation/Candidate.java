package org.fewlabel.learn.propagation;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Labels;

/** A candidate method that predicts all rows from few labels. */
interface Candidate {

    /** @return its method; candidates that differ only in a setting have the same */
    CandidateMethod method();

    /**
     * @param labels of the rows; at least one is labeled
     * @param alone row by row, {@code rows * classes}: probabilities from the labeled rows alone
     * @return row by row, {@code rows * classes} probabilities; NaN where it cannot tell
     */
    double[] probabilities(Labels labels, double[] alone, Workers workers, Progress progress);
}
