package org.fewlabel.learn.propagation;

import java.util.Arrays;

/**
 * How much each candidate counts in the mean, from how wrong it was about labels that it was not told. Among a few
 * dozen labels the best of several candidates is the best by chance, and the mean of the good ones is better than any:
 * the weight of a candidate falls exponentially with its loss (Vovk, Aggregating strategies, 1990), and those that
 * hardly count are left out. The loss is that of {@link Validation#losses}.
 */
final class ExponentialWeights {

    private static final double RATE = 0.3;

    /** A candidate that counts for less is not worth its time. */
    private static final double LEAST = 0.02;

    private ExponentialWeights() {
    }

    /**
     * @param before per candidate what it would count if nothing had been judged; sums to 1
     * @param losses per candidate, added up over the judged rows
     * @return per candidate its weight; they sum to 1
     */
    static double[] weights(final double[] before, final double[] losses) {
        final var least = Arrays.stream(losses).min().orElse(0);
        final var weights = new double[before.length];
        for (var c = 0; c < weights.length; c++) {
            weights[c] = before[c] * Math.exp(-RATE * (losses[c] - least));
        }
        final var all = Arrays.stream(weights).sum();
        final var kept = Arrays.stream(weights).filter(w -> w >= LEAST * all).sum();
        return Arrays.stream(weights).map(w -> w >= LEAST * all ? w / kept : 0).toArray();
    }

    /**
     * @param labels per class how many labels it has
     * @param count of candidates; the first is the one for a single label per class
     * @return what each counts before anything is judged: the first as much as the mean of one over the number of
     *         labels of a class, the others equally
     */
    static double[] before(final int[] labels, final int count) {
        final var few = Arrays.stream(labels).filter(n -> n > 0).mapToDouble(n -> 1.0 / n).average().orElse(1);
        final var before = new double[count];
        Arrays.fill(before, (1 - few) / (count - 1));
        before[0] = few;
        return before;
    }
}
