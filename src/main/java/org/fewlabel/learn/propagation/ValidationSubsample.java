package org.fewlabel.learn.propagation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Shuffle;
import org.fewlabel.learn.supervised.Baseline;

/**
 * The rows for validation: all, or of more than {@value #MAX_ROWS} a sample of {@value #SAMPLE}, at most half of them
 * labeled.
 *
 * @param rows the rows
 * @param baseline of the same rows
 * @param labels of the same rows
 * @param whole whether these are all rows
 */
record ValidationSubsample(DenseRows rows, Baseline baseline, Labels labels, boolean whole) {

    static final int MAX_ROWS = 20_000;

    static final int SAMPLE = 10_000;

    static ValidationSubsample of(final DenseRows rows, final Baseline baseline, final Labels labels,
        final long seed) {
        if (rows.rows() <= MAX_ROWS) {
            return new ValidationSubsample(rows, baseline, labels, true);
        }
        final var all = Shuffle.order(labels.size(), new SplittableRandom(seed));
        final var labeled = Arrays.stream(all).filter(i -> labels.codes()[i] >= 0).limit(SAMPLE / 2).toArray();
        final var others = Arrays.stream(all).filter(i -> labels.codes()[i] < 0).limit(SAMPLE - labeled.length);
        final var some = IntStream.concat(Arrays.stream(labeled), others).sorted().toArray();
        final var part = rows.select(some);
        return new ValidationSubsample(part,
            baseline.isRegressionOn(rows) ? new Baseline(part, false) : baseline.select(some), labels.select(some),
            false);
    }
}
