package org.fewlabel.learn.rounds.contest;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.supervised.Classifier;

/**
 * An iterative learner in rounds, each of which uses the predictions of the previous one for the unlabeled rows. It
 * starts with a classifier trained on the labeled rows only.
 */
public interface Course {

    /**
     * @return the class probabilities of all rows after the last round; those of an unlabeled row are from a classifier
     *         that was not trained on its own pseudo-label, which it would only confirm; a labeled row has its label.
     *         NaN without a prediction
     */
    ClassProbabilities probabilities();

    /**
     * Runs another round.
     *
     * @return the pseudo-labels used in it
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    Step next(Workers workers, Progress progress);

    /**
     * @return the classifier of the last round; at the start that of the labeled rows only
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    Classifier classifier(Workers workers, Progress progress);

    /** A method that learns in rounds. */
    @FunctionalInterface
    interface Method {

        /**
         * @param rows labeled and unlabeled
         * @param labels of the same rows, some possibly hidden; at least one is labeled
         * @return a course at its start
         * @throws java.util.concurrent.CancellationException if the user canceled
         */
        Course start(DenseRows rows, Labels labels, Workers workers, Progress progress);
    }

    /**
     * The pseudo-labels used in a round, beside the labeled rows.
     *
     * @param codes the pseudo-label of each row, -1 for labeled and unused rows
     * @param weights of the pseudo-labels, 0 to 1
     * @param thresholds the confidence of full weight per class; NaN without a threshold
     */
    record Step(int[] codes, double[] weights, double[] thresholds) {
    }
}
