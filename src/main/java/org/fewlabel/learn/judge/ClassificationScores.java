package org.fewlabel.learn.judge;

/**
 * Figures of merit. A row without a prediction counts as a mistake in the first four, and is left out of the last two.
 *
 * @param rows how many rows were judged
 * @param undecided how many of them have no prediction
 * @param accuracy the share of rows predicted right
 * @param balancedAccuracy the mean of that share over the classes that occur
 * @param macroF1 the mean over the classes of the harmonic mean of precision and recall
 * @param matthews Matthews correlation (R_K): 1 all right, 0 no better than chance
 * @param logLoss the mean negative natural logarithm of the probability that the true class was given, which is taken
 *            to be at least 1e-15; NaN without probabilities
 * @param calibrationError the expected calibration error (Guo et al., On calibration of modern neural networks, 2017):
 *            the mean distance, over bins of equal width weighted by their rows, from the confidence to the share
 *            predicted right; NaN without probabilities
 */
public record ClassificationScores(int rows, int undecided, double accuracy, double balancedAccuracy, double macroF1,
    double matthews, double logLoss, double calibrationError) {

    /** The number of bins that Guo et al. use. */
    public static final int DEFAULT_BINS = 15;

    private static final double LEAST_PROBABILITY = 1e-15;

    /**
     * @param predictions to be judged; without rows every figure but Matthews correlation (0) is NaN
     * @param bins how many bins the calibration error is made of
     * @throws IllegalArgumentException if a code is no class, or there are no bins
     */
    public static ClassificationScores of(final Predictions predictions, final int bins) {
        final var matrix = ConfusionMatrix.of(predictions.truth(), predictions.predicted(), predictions.classes());
        return new ClassificationScores(predictions.rows(), (int)matrix.undecided(), matrix.accuracy(),
            matrix.balancedAccuracy(), matrix.macroF1(), matrix.matthews(), logLoss(predictions),
            ReliabilityTable.of(predictions, bins).calibrationError());
    }

    private static double logLoss(final Predictions predictions) {
        var sum = 0.0;
        var count = 0;
        for (var i = 0; i < predictions.rows(); i++) {
            if (predictions.hasProbabilities(i)) {
                final var probability = predictions.probabilities().get(i, predictions.truth()[i]);
                sum -= Math.log(Math.min(1, Math.max(LEAST_PROBABILITY, probability)));
                count++;
            }
        }
        return sum / count;
    }
}
