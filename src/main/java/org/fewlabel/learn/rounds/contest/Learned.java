package org.fewlabel.learn.rounds.contest;

import java.util.List;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.calibrate.Calibrator;

/**
 * The result of a method that learns in rounds.
 *
 * @param classifier for new rows
 * @param baselineClassifier the baseline for new rows
 * @param probabilities of the rows; NaN without a prediction. Those of labeled rows are out-of-fold, so that a wrong
 *            label is visible
 * @param baseline like {@code probabilities}, from the labeled rows only
 * @param learner the name of the base learner, for the user
 * @param baselineLearner the name of the baseline's learner, for the user; the same, unless another is better without
 *            unlabeled rows
 * @param rounds the history, also if the result is the baseline
 * @param best the number of the resulting round; 0 if the result is the baseline
 * @param verdict the reason
 * @param calibrator of the probabilities
 */
public record Learned(Classifier classifier, Classifier baselineClassifier, ClassProbabilities probabilities,
    ClassProbabilities baseline,
    String learner, String baselineLearner, List<Round> rounds, int best, Verdict verdict, Calibrator calibrator) {

    /** @return the same result for other rows */
    public Learned with(final ClassProbabilities otherProbabilities,
        final ClassProbabilities otherBaseline) {
        return new Learned(classifier, baselineClassifier, otherProbabilities, otherBaseline, learner, baselineLearner,
            rounds, best,
            verdict,
            calibrator);
    }
}
