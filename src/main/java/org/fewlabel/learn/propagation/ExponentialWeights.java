package org.fewlabel.learn.propagation;

import java.util.Arrays;

/**
 * Ensemble weights of the candidates from their cross-validated loss. With a few dozen labels the best of several
 * candidates is the best by chance, and the mean of the good ones is better than any: the weight of a candidate
 * decreases exponentially with its loss (Vovk, Aggregating strategies, 1990), and candidates with very small weights
 * are removed. The loss is that of {@link Validation#losses}.
 */
final class ExponentialWeights {

    private static final double RATE = 0.3;

    /** The minimum weight of a candidate, below which it is not worth its time. */
    private static final double MIN_WEIGHT = 0.02;

    private ExponentialWeights() {
    }

    /**
     * @param prior the prior weights of the candidates, which sum to 1
     * @param losses of the candidates, summed over the evaluated rows
     * @return the weights of the candidates, which sum to 1
     */
    static double[] weights(final double[] prior, final double[] losses) {
        final var smallest = Arrays.stream(losses).min().orElse(0);
        final var weights = new double[prior.length];
        for (var c = 0; c < weights.length; c++) {
            weights[c] = prior[c] * Math.exp(-RATE * (losses[c] - smallest));
        }
        final var all = Arrays.stream(weights).sum();
        final var keptSum = Arrays.stream(weights).filter(w -> w >= MIN_WEIGHT * all).sum();
        return Arrays.stream(weights).map(w -> w >= MIN_WEIGHT * all ? w / keptSum : 0).toArray();
    }

    /**
     * @param labels the number of labels of each class
     * @param count of candidates; the first is the one for a single label per class
     * @return the prior weights: for the first the mean over the classes of one over the number of labels, equal ones
     *         for the others
     */
    static double[] prior(final int[] labels, final int count) {
        final var few = Arrays.stream(labels).filter(n -> n > 0).mapToDouble(n -> 1.0 / n).average().orElse(1);
        final var prior = new double[count];
        Arrays.fill(prior, (1 - few) / (count - 1));
        prior[0] = few;
        return prior;
    }
}
