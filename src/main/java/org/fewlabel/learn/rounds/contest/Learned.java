package org.fewlabel.learn.rounds.contest;

import java.util.List;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.calibrate.Calibrator;

/**
 * What came out of learning in rounds.
 *
 * @param classifier predicts new rows
 * @param aloneClassifier predicts new rows as the labeled rows alone would
 * @param probabilities of the rows that were learned from; NaN where it cannot
 *            tell. Of a label that was hidden in turn what was said then, so that a doubtful label can be seen
 * @param alone as {@code probabilities}, from the labeled rows alone
 * @param learner what the rounds are built on, as the user calls it
 * @param base what told {@code alone}, as the user calls it; the same, unless another is better without unlabeled rows
 * @param rounds what happened, round by round; also if the result was not trusted
 * @param best the number of the round that is the result; 0 if it is what the labeled rows alone give
 * @param verdict why
 * @param calibrator of the probabilities
 */
public record Learned(Classifier classifier, Classifier aloneClassifier, ClassProbabilities probabilities,
    ClassProbabilities alone,
    String learner, String base, List<Round> rounds, int best, Verdict verdict, Calibrator calibrator) {

    /** @return the same, of other rows */
    public Learned with(final ClassProbabilities otherProbabilities,
        final ClassProbabilities otherAlone) {
        return new Learned(classifier, aloneClassifier, otherProbabilities, otherAlone, learner, base, rounds, best,
            verdict,
            calibrator);
    }
}
