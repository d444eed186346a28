package org.fewlabel.learn.rounds.select;

import java.util.Arrays;

import org.fewlabel.learn.data.ClassProbabilities;

/**
 * A fixed confidence threshold: rows above it have full weight, others none (Lee, Pseudo-label, 2013, with a
 * threshold).
 */
final class FixedThreshold implements Selector {

    private final int classes;

    private final double threshold;

    FixedThreshold(final int classes, final double threshold) {
        this.classes = classes;
        this.threshold = threshold;
    }

    @Override
    public Selection select(final ClassProbabilities probabilities) {
        final var codes = probabilities.argmax();
        final var weights = new double[codes.length];
        for (var i = 0; i < codes.length; i++) {
            if (codes[i] >= 0 && probabilities.get(i, codes[i]) >= threshold) {
                weights[i] = 1;
            } else {
                codes[i] = -1;
            }
        }
        final var thresholds = new double[classes];
        Arrays.fill(thresholds, threshold);
        return new Selection(codes, weights, thresholds);
    }
}
