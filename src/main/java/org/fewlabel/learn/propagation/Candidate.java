package org.fewlabel.learn.propagation;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;

/** A candidate method that predicts all rows from few labels. */
interface Candidate {

    /** @return its method; candidates that differ only in a setting have the same */
    CandidateMethod method();

    /**
     * @param labels of the rows; at least one is labeled
     * @param baseline the probabilities of the rows from the labeled rows only
     * @return the probabilities of the rows; NaN without a prediction
     */
    ClassProbabilities probabilities(Labels labels, ClassProbabilities baseline, Workers workers, Progress progress);
}
