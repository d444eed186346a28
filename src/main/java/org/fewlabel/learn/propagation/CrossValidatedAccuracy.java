package org.fewlabel.learn.propagation;

import org.fewlabel.learn.data.ClassProbabilities;

/**
 * The cross-validated accuracy of a result and of two baselines.
 *
 * @param rows the number of labels in the cross-validation
 * @param result the accuracy of the result
 * @param logistic the accuracy of logistic regression on the labeled rows
 * @param nearest the accuracy of the nearest labeled row
 * @param certain whether the lead of the result over the better of the two is significant: by the McNemar test, it is
 *            correct where that one is wrong more often than the reverse by more than one standard deviation (McNemar,
 *            Note on the sampling error of the difference between correlated proportions, 1947)
 */
public record CrossValidatedAccuracy(int rows, double result, double logistic, double nearest, boolean certain) {

    static CrossValidatedAccuracy of(final Validation validation, final ClassProbabilities result) {
        final var logistic = validation.accuracy(validation.baseline());
        final var nearest = validation.accuracy(validation.nearest());
        final var correct = validation.correct(result);
        final var baselineCorrect = validation
            .correct(logistic >= nearest ? validation.baseline() : validation.nearest());
        var won = 0;
        var lost = 0;
        for (var i = 0; i < correct.length; i++) {
            won += correct[i] && !baselineCorrect[i] ? 1 : 0;
            lost += baselineCorrect[i] && !correct[i] ? 1 : 0;
        }
        return new CrossValidatedAccuracy(correct.length, validation.accuracy(result), logistic, nearest,
            won - lost > Math.sqrt((double)won + lost));
    }

    /** @return whether the result is more accurate than both */
    public boolean better() {
        return result > Math.max(logistic, nearest);
    }
}
