package org.fewlabel.learn.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a confidence of 80% means right four times out of five: the rows in bins of equal width by their confidence,
 * which is the probability of the predicted class (Guo et al., On calibration of modern neural networks, 2017).
 *
 * @param bins from 0 to 1; bin {@code b} of {@code n} holds the confidences above {@code b / n}, up to
 *            {@code (b + 1) / n}; the first also holds 0
 */
public record ReliabilityTable(List<Bin> bins) {

    private static final double LEVEL = 0.95;

    /**
     * The rows of a bin.
     *
     * @param from the bin holds confidences above this
     * @param to up to and with this
     * @param rows how many rows
     * @param confidence their mean confidence; NaN without rows
     * @param accuracy the share of them predicted right; NaN without rows
     * @param interval where the accuracy lies with 95% (Wilson)
     */
    public record Bin(double from, double to, int rows, double confidence, double accuracy, Interval interval) {
    }

    /** Copies the list. */
    public ReliabilityTable {
        bins = List.copyOf(bins);
    }

    /**
     * @param predictions rows that are undecided or have no probabilities are left out
     * @param count how many bins
     * @throws IllegalArgumentException if there are none
     */
    public static ReliabilityTable of(final Predictions predictions, final int count) {
        if (count < 1) {
            throw new IllegalArgumentException("At least one bin is needed, not " + count + ".");
        }
        final var rows = new int[count];
        final var right = new int[count];
        final var confidence = new double[count];
        for (var i = 0; i < predictions.rows(); i++) {
            if (predictions.hasProbabilities(i)) {
                final var b = Math.max(0, Math.min(count - 1, (int)Math.ceil(predictions.confidence(i) * count) - 1));
                rows[b]++;
                right[b] += predictions.predicted()[i] == predictions.truth()[i] ? 1 : 0;
                confidence[b] += predictions.confidence(i);
            }
        }
        final var bins = new ArrayList<Bin>();
        for (var b = 0; b < count; b++) {
            bins.add(new Bin((double)b / count, (b + 1.0) / count, rows[b], confidence[b] / rows[b],
                (double)right[b] / rows[b], Interval.wilson(right[b], rows[b], LEVEL)));
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
