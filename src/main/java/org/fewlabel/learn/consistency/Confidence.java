package org.fewlabel.learn.consistency;

import java.util.OptionalDouble;

/**
 * The weight of a pseudo-label by its confidence, the probability of its class: 0 or 1 by a threshold (FixMatch, Sohn
 * et al. 2020, equation 4), or a truncated Gaussian (SoftMatch, Chen et al. 2023, equation 6): 1 from the mean
 * confidence up, decreasing below it. Mean and variance are moving averages over recent predictions; as in the authors'
 * code, half of the standard deviation is used.
 */
final class Confidence {

    private static final double INVERSE_FACTOR = 2;

    /** Added to the variance, which is 0 if all rows are equal. */
    private static final double MIN_VARIANCE = 1e-8;

    private final OptionalDouble threshold;

    private final int classes;

    private final RunningMean moments = new RunningMean(2);

    /** @param threshold empty for the Gaussian */
    Confidence(final OptionalDouble threshold, final int classes) {
        this.threshold = threshold;
        this.classes = classes;
    }

    /**
     * @param probabilities row by row
     * @return the weight of each row, 0 to 1
     */
    float[] weights(final float[] probabilities) {
        final var weights = new float[probabilities.length / classes];
        var mean = 0.0;
        for (var row = 0; row < weights.length; row++) {
            for (var c = 0; c < classes; c++) {
                weights[row] = Math.max(weights[row], probabilities[row * classes + c]);
            }
            mean += weights[row] / (double)weights.length;
        }
        if (threshold.isPresent()) {
            for (var row = 0; row < weights.length; row++) {
                weights[row] = weights[row] >= (float)threshold.getAsDouble() ? 1 : 0;
            }
            return weights;
        }
        var variance = 0.0;
        for (final var confidence : weights) {
            variance += (confidence - mean) * (confidence - mean) / Math.max(1, weights.length - 1);
        }
        final var averages = moments.add(mean, variance);
        for (var row = 0; row < weights.length; row++) {
            final var below = Math.min(0, weights[row] - averages[0]);
            weights[row] = (float)Math.exp(
                -below * below * INVERSE_FACTOR * INVERSE_FACTOR / (2 * (averages[1] + MIN_VARIANCE)));
        }
        return weights;
    }
}
