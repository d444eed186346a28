package org.fewlabel.learn.rounds.contest;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.supervised.Temperature;

/**
 * Out-of-fold predictions of labeled rows with their losses.
 *
 * @param codes the classes of these rows
 * @param predicted the probabilities of these rows; NaN without a prediction
 * @param temperature with the smallest loss
 * @param correct per row whether the most probable class is correct
 * @param losses per row the sum of the 0/1 loss and the log loss at that temperature
 */
record HiddenLabelScores(int[] codes, ClassProbabilities predicted, double temperature, boolean[] correct,
    double[] losses) {

    static HiddenLabelScores of(final int[] codes, final ClassProbabilities predicted) {
        final var temperature = Temperature.fit(predicted, codes);
        final var scaled = Temperature.apply(predicted, temperature);
        final var predictedClasses = scaled.argmax();
        final var correct = new boolean[codes.length];
        final var losses = new double[codes.length];
        for (var i = 0; i < codes.length; i++) {
            correct[i] = predictedClasses[i] == codes[i];
            losses[i] = (correct[i] ? 0 : 1) + Temperature.logLoss(scaled.get(i, codes[i]), predicted.classes());
        }
        return new HiddenLabelScores(codes, predicted, temperature, correct, losses);
    }

    /** @return the number of classes */
    int classes() {
        return predicted.classes();
    }

    /** @return the number of rows */
    int rows() {
        return codes.length;
    }

    /** @return the cross-validated accuracy; NaN without rows */
    double accuracy() {
        var sum = 0;
        for (final var r : correct) {
            sum += r ? 1 : 0;
        }
        return (double)sum / correct.length;
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
        for (var i = 0; i < correct.length; i++) {
            won += correct[i] && !other.correct[i] ? 1 : 0;
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
