package org.fewlabel.learn.propagation;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;

/** One of several ways from a few labels to the classes of all rows. */
interface Candidate {

    /** @return its method; candidates that differ in a setting only have the same */
    CandidateMethod method();

    /**
     * @param labels of the rows; at least one is labeled
     * @param alone probabilities of the rows from the labeled rows alone
     * @return probabilities of the rows; NaN where it cannot tell
     */
    ClassProbabilities probabilities(Labels labels, ClassProbabilities alone, Workers workers, Progress progress);
}
