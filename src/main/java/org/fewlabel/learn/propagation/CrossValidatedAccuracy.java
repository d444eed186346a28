package org.fewlabel.learn.propagation;

import org.fewlabel.learn.data.ClassProbabilities;

/**
 * How often a result, and the labeled rows alone, are right about labels that they were not told.
 *
 * @param rows how many labels were judged
 * @param result the share that the result is right about
 * @param logistic the share that logistic regression on the labeled rows alone is right about
 * @param nearest the share that the nearest labeled row is right about
 * @param certain whether the lead of the result over the better of the two is more than chance: it is right where that
 *            one is wrong by more than one standard deviation oftener than the reverse (McNemar, Note on the sampling
 *            error of the difference between correlated proportions, 1947)
 */
public record CrossValidatedAccuracy(int rows, double result, double logistic, double nearest, boolean certain) {

    static CrossValidatedAccuracy of(final Validation validation, final ClassProbabilities result) {
        final var logistic = validation.accuracy(validation.baseline());
        final var nearest = validation.accuracy(validation.nearest());
        final var ours = validation.right(result);
        final var theirs = validation.right(logistic >= nearest ? validation.baseline() : validation.nearest());
        var won = 0;
        var lost = 0;
        for (var i = 0; i < ours.length; i++) {
            won += ours[i] && !theirs[i] ? 1 : 0;
            lost += theirs[i] && !ours[i] ? 1 : 0;
        }
        return new CrossValidatedAccuracy(ours.length, validation.accuracy(result), logistic, nearest,
            won - lost > Math.sqrt((double)won + lost));
    }

    /** @return whether the result is right more often than both */
    public boolean better() {
        return result > Math.max(logistic, nearest);
    }
}
