package org.fewlabel.learn.consistency;

/**
 * Distribution alignment (ReMixMatch, Berthelot et al. 2020, section 3.1): predictions are multiplied by the ratio of
 * each class's prior to its moving average in the predictions, and normalized to sum 1. So the class that a network
 * prefers cannot displace the others.
 */
final class DistributionAlignment {

    /** The minimum of the average prediction of a class, which bounds the ratio. */
    private static final double MIN_PREDICTED = 1e-4;

    private final double[] priors;

    private final RunningMean predicted;

    /** @param priors the share of each class in all rows, summing to 1 */
    DistributionAlignment(final double[] priors) {
        this.priors = priors;
        this.predicted = new RunningMean(priors.length);
    }

    /**
     * Updates the average with the predictions and aligns them.
     *
     * @param probabilities row by row; changed in place
     */
    void apply(final float[] probabilities) {
        final var classes = priors.length;
        final var mean = new double[classes];
        for (var i = 0; i < probabilities.length; i++) {
            mean[i % classes] += (double)probabilities[i] * classes / probabilities.length;
        }
        final var averages = predicted.add(mean);
        for (var at = 0; at < probabilities.length; at += classes) {
            var sum = 0.0;
            for (var c = 0; c < classes; c++) {
                sum += probabilities[at + c] * priors[c] / Math.max(MIN_PREDICTED, averages[c]);
            }
            for (var c = 0; c < classes && sum > 0; c++) {
                probabilities[at
                    + c] = (float)(probabilities[at + c] * priors[c] / Math.max(MIN_PREDICTED, averages[c]) / sum);
            }
        }
    }
}
