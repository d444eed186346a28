package org.fewlabel.learn.rounds.contest;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.supervised.Classifier;

/**
 * Learning that goes in rounds, each from what the one before made of the unlabeled rows. At the start stands what the
 * labeled rows alone give.
 */
public interface Course {

    /**
     * @return probabilities of all rows after the last round; an unlabeled row's come from a
     *         classifier that was not told the row's own pseudo-label, where that would only be repeated; a labeled row
     *         has its label. NaN where it cannot tell
     */
    ClassProbabilities probabilities();

    /**
     * Goes through one more round.
     *
     * @return what was learned from in it
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    Step next(Workers workers, Progress progress);

    /**
     * @return what predicts new rows as the last round does; at the start, what the labeled rows alone give
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    Classifier classifier(Workers workers, Progress progress);

    /** A way of learning in rounds. */
    @FunctionalInterface
    interface Method {

        /**
         * @param rows labeled or not
         * @param labels of the same rows, perhaps with some of them hidden; at least one is labeled
         * @return a course at its start
         * @throws java.util.concurrent.CancellationException if the user canceled
         */
        Course start(DenseRows rows, Labels labels, Workers workers, Progress progress);
    }

    /**
     * What was learned from in a round, beside the labeled rows.
     *
     * @param codes per row its pseudo-label, -1 for a labeled row and for one that is not learned from
     * @param weights per row how much its pseudo-label counts, 0 to 1
     * @param thresholds per class how confident a row must be to count in full; NaN where there is no threshold
     */
    record Step(int[] codes, double[] weights, double[] thresholds) {
    }
}
