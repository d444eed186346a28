package org.fewlabel.learn.rounds.contest;

import org.fewlabel.learn.judge.Predictions;
import org.fewlabel.learn.supervised.Temperature;

/**
 * Out-of-fold predictions of labeled rows with their losses.
 *
 * @param classes the number of classes
 * @param codes the classes of these rows
 * @param said row by row, {@code codes.length * classes} probabilities; NaN where it cannot tell
 * @param temperature with the smallest loss
 * @param right per row whether the most probable class is correct
 * @param losses per row the sum of the 0/1 loss and the log loss at that temperature
 */
record HiddenLabelScores(int classes, int[] codes, double[] said, double temperature, boolean[] right,
    double[] losses) {

    static HiddenLabelScores of(final int classes, final int[] codes, final double[] said) {
        final var temperature = Temperature.fit(said, codes, classes);
        final var scaled = Temperature.apply(said, classes, temperature);
        final var predicted = Predictions.mostProbable(classes, scaled);
        final var right = new boolean[codes.length];
        final var losses = new double[codes.length];
        for (var i = 0; i < codes.length; i++) {
            right[i] = predicted[i] == codes[i];
            losses[i] = (right[i] ? 0 : 1) + Temperature.logLoss(scaled[i * classes + codes[i]], classes);
        }
        return new HiddenLabelScores(classes, codes, said, temperature, right, losses);
    }

    /** @return the number of rows */
    int rows() {
        return codes.length;
    }

    /** @return the cross-validated accuracy; NaN without rows */
    double accuracy() {
        var sum = 0;
        for (final var r : right) {
            sum += r ? 1 : 0;
        }
        return (double)sum / right.length;
    }

    /** @return the total loss */
    double loss() {
        var sum = 0.0;
        for (final var loss : losses) {
            sum += loss;
        }
        return sum;
    }

    /** @return the number of rows on which this is correct and the other is not */
    int won(final HiddenLabelScores other) {
        var won = 0;
        for (var i = 0; i < right.length; i++) {
            won += right[i] && !other.right[i] ? 1 : 0;
        }
        return won;
    }

    /**
     * @return the lead over the other in standard errors of the paired loss differences (the statistic of Student's
     *         paired t-test); 0 for equal losses
     */
    double lead(final HiddenLabelScores other) {
        final var n = losses.length;
        var sum = 0.0;
        var squares = 0.0;
        for (var i = 0; i < n; i++) {
            final var difference = other.losses[i] - losses[i];
            sum += difference;
            squares += difference * difference;
        }
        final var variance = n == 0 ? 0 : squares / n - sum / n * (sum / n);
        return variance > 0 ? sum / n / Math.sqrt(variance / n) : 0;
    }
}
