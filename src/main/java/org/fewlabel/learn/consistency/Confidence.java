package org.fewlabel.learn.consistency;

import java.util.OptionalDouble;

/**
 * How much a pseudo-label counts, by how probable its class is: all or nothing by a threshold (FixMatch, Sohn et al.
 * 2020, equation 4), or by half a Gaussian (SoftMatch, Chen et al. 2023, equation 6): fully from the mean confidence
 * up, less and less below it. Mean and variance are those of the predictions of late; the authors' code takes half of
 * the standard deviation, and so does this.
 */
final class Confidence {

    private static final double DEVIATIONS = 2;

    /** Added to the variance, which is 0 if all rows are alike. */
    private static final double LEAST_VARIANCE = 1e-8;

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
     * @return per row its weight, 0 to 1
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
        final var now = moments.add(mean, variance);
        for (var row = 0; row < weights.length; row++) {
            final var below = Math.min(0, weights[row] - now[0]);
            weights[row] = (float)Math.exp(
                -below * below * DEVIATIONS * DEVIATIONS / (2 * (now[1] + LEAST_VARIANCE)));
        }
        return weights;
    }
}
