package org.fewlabel.learn.rounds.contest;

import java.util.List;

import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.calibrate.Calibrator;

/**
 * The result of a method that learns in rounds.
 *
 * @param classifier for new rows
 * @param aloneClassifier the baseline for new rows
 * @param probabilities row by row, {@code rows * classes}, of the rows that were learned from; NaN where it cannot
 *            tell. Of a label that was hidden in turn what was said then, so that a doubtful label can be seen
 * @param alone as {@code probabilities}, from the labeled rows alone
 * @param learner the name of the base learner, for the user
 * @param base the name of the baseline's learner, for the user; the same, unless another is better without unlabeled
 *            rows
 * @param rounds the history, also if the result is the baseline
 * @param best the number of the resulting round; 0 if the result is the baseline
 * @param verdict the reason
 * @param calibrator of the probabilities
 */
public record Learned(Classifier classifier, Classifier aloneClassifier, double[] probabilities, double[] alone,
    String learner, String base, List<Round> rounds, int best, Verdict verdict, Calibrator calibrator) {

    /** @return the same result for other rows */
    public Learned with(final double[] otherProbabilities, final double[] otherAlone) {
        return new Learned(classifier, aloneClassifier, otherProbabilities, otherAlone, learner, base, rounds, best,
            verdict,
            calibrator);
    }
}
