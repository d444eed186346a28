package org.fewlabel.learn.judge;

/**
 * Classification scores. A row without a prediction is an error in the first four and is skipped in the last two.
 *
 * @param rows the number of evaluated rows
 * @param undecided the number of rows without a prediction
 * @param accuracy the share of rows predicted correctly
 * @param balancedAccuracy the mean recall of the classes that occur
 * @param macroF1 the mean over the classes of the harmonic mean of precision and recall
 * @param matthews Matthews correlation (R_K): 1 all correct, 0 no better than chance
 * @param logLoss the mean negative log-likelihood (natural logarithm) of the true class, with probabilities clipped to
 *            at least 1e-15; NaN without probabilities
 * @param calibrationError the expected calibration error (Guo et al., On calibration of modern neural networks, 2017):
 *            the mean absolute difference of confidence and accuracy over bins of equal width, weighted by their rows;
 *            NaN without probabilities
 */
public record ClassificationScores(int rows, int undecided, double accuracy, double balancedAccuracy, double macroF1,
    double matthews, double logLoss, double calibrationError) {

    /** The number of bins that Guo et al. use. */
    public static final int DEFAULT_BINS = 15;

    private static final double MIN_PROBABILITY = 1e-15;

    /**
     * @param predictions to evaluate; without rows every score except Matthews correlation (0) is NaN
     * @param bins the number of bins of the calibration error
     * @throws IllegalArgumentException if a code is not a class, or there are no bins
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
                sum -= Math.log(Math.min(1, Math.max(MIN_PROBABILITY, probability)));
                count++;
            }
        }
        return sum / count;
    }
}
