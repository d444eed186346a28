package org.fewlabel.learn.consistency;

/**
 * Distribution alignment (ReMixMatch, Berthelot et al. 2020, section 3.1): predictions are multiplied by the share that
 * a class should have over the one that it has in the predictions of late, and made to sum to 1 again. What a network
 * takes for the commonest class then cannot crowd out the others.
 */
final class DistributionAlignment {

    /** A class is taken to be predicted at least so often, so that no ratio is beyond all bounds. */
    private static final double LEAST = 1e-4;

    private final double[] shares;

    private final RunningMean predicted;

    /** @param shares per class which share of all rows it has, summing to 1 */
    DistributionAlignment(final double[] shares) {
        this.shares = shares;
        this.predicted = new RunningMean(shares.length);
    }

    /**
     * Takes in what was predicted and aligns it.
     *
     * @param probabilities row by row; changed
     */
    void apply(final float[] probabilities) {
        final var classes = shares.length;
        final var mean = new double[classes];
        for (var i = 0; i < probabilities.length; i++) {
            mean[i % classes] += (double)probabilities[i] * classes / probabilities.length;
        }
        final var now = predicted.add(mean);
        for (var at = 0; at < probabilities.length; at += classes) {
            var sum = 0.0;
            for (var c = 0; c < classes; c++) {
                sum += probabilities[at + c] * shares[c] / Math.max(LEAST, now[c]);
            }
            for (var c = 0; c < classes && sum > 0; c++) {
                probabilities[at + c] = (float)(probabilities[at + c] * shares[c] / Math.max(LEAST, now[c]) / sum);
            }
        }
    }
}
