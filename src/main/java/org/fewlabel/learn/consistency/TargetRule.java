package org.fewlabel.learn.consistency;

import java.util.Arrays;

/** Turns predictions into training targets. */
sealed interface TargetRule {

    /**
     * @param probabilities of weak views, row by row; replaced by the targets of the strong views
     * @return the weight of each row, 0 to 1
     */
    float[] set(float[] probabilities);

    /** @return whether a labeled row has its label as target, whatever is predicted */
    boolean keepsLabels();

    /** The predictions themselves (soft targets). */
    record AsPredicted(int classes) implements TargetRule {
        @Override
        public float[] set(final float[] probabilities) {
            final var weights = new float[probabilities.length / classes];
            Arrays.fill(weights, 1);
            return weights;
        }

        @Override
        public boolean keepsLabels() {
            return false;
        }
    }

    /**
     * The most probable class (pseudo-labels), the first of equally probable ones.
     *
     * @param alignment {@code null} for none
     * @param confidence gives the weights
     */
    record MostProbable(int classes, DistributionAlignment alignment, Confidence confidence) implements TargetRule {
        @Override
        public float[] set(final float[] probabilities) {
            if (alignment != null) {
                alignment.apply(probabilities);
            }
            final var weights = confidence.weights(probabilities);
            for (var at = 0; at < probabilities.length; at += classes) {
                final var best = best(probabilities, at, classes);
                Arrays.fill(probabilities, at, at + classes, 0);
                probabilities[at + best] = 1;
            }
            return weights;
        }

        @Override
        public boolean keepsLabels() {
            return true;
        }
    }

    /** @return the most probable class of the row at that index, the first of equally probable ones */
    static int best(final float[] probabilities, final int at, final int classes) {
        var best = 0;
        for (var c = 1; c < classes; c++) {
            if (probabilities[at + c] > probabilities[at + best]) {
                best = c;
            }
        }
        return best;
    }
}
