package org.fewlabel.learn.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * A reliability table, which compares confidence with accuracy in bins of equal width of the confidence, the
 * probability of the predicted class (Guo et al., On calibration of modern neural networks, 2017).
 *
 * @param bins from 0 to 1; bin {@code b} of {@code n} contains the confidences above {@code b / n}, up to
 *            {@code (b + 1) / n}; the first also contains 0
 */
public record ReliabilityTable(List<Bin> bins) {

    private static final double LEVEL = 0.95;

    /**
     * A bin.
     *
     * @param from the lower bound of the confidence, exclusive
     * @param to the upper bound, inclusive
     * @param rows the number of rows
     * @param confidence their mean confidence; NaN without rows
     * @param accuracy their accuracy; NaN without rows
     * @param interval the 95% Wilson interval of the accuracy
     */
    public record Bin(double from, double to, int rows, double confidence, double accuracy, Interval interval) {
    }

    /** Copies the list. */
    public ReliabilityTable {
        bins = List.copyOf(bins);
    }

    /**
     * @param predictions undecided rows and rows without probabilities are skipped
     * @param count the number of bins
     * @throws IllegalArgumentException if there are none
     */
    public static ReliabilityTable of(final Predictions predictions, final int count) {
        if (count < 1) {
            throw new IllegalArgumentException("At least one bin is needed, not " + count + ".");
        }
        final var rows = new int[count];
        final var correct = new int[count];
        final var confidence = new double[count];
        for (var i = 0; i < predictions.rows(); i++) {
            if (predictions.hasProbabilities(i)) {
                final var b = Math.max(0, Math.min(count - 1, (int)Math.ceil(predictions.confidence(i) * count) - 1));
                rows[b]++;
                correct[b] += predictions.predicted()[i] == predictions.truth()[i] ? 1 : 0;
                confidence[b] += predictions.confidence(i);
            }
        }
        final var bins = new ArrayList<Bin>();
        for (var b = 0; b < count; b++) {
            bins.add(new Bin((double)b / count, (b + 1.0) / count, rows[b], confidence[b] / rows[b],
                (double)correct[b] / rows[b], Interval.wilson(correct[b], rows[b], LEVEL)));
        }
        return new ReliabilityTable(bins);
    }

    /** @return the expected calibration error; NaN without rows */
    public double calibrationError() {
        var sum = 0.0;
        var rows = 0;
        for (final var bin : bins) {
            if (bin.rows > 0) {
                sum += bin.rows * Math.abs(bin.accuracy - bin.confidence);
                rows += bin.rows;
            }
        }
        return sum / rows;
    }
}
