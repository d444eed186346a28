package org.fewlabel.learn.propagation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Shuffle;

/**
 * The rows for validation: all, or of more than {@value #MAX_ROWS} a sample of {@value #SAMPLE}, at most half of them
 * labeled.
 *
 * @param rows the rows
 * @param labels of the same rows
 * @param whole whether these are all rows
 */
record ValidationSubsample(DenseRows rows, Labels labels, boolean whole) {

    static final int MAX_ROWS = 20_000;

    static final int SAMPLE = 10_000;

    static ValidationSubsample of(final DenseRows rows, final Labels labels, final long seed) {
        if (rows.rows() <= MAX_ROWS) {
            return new ValidationSubsample(rows, labels, true);
        }
        final var all = Shuffle.order(labels.size(), new SplittableRandom(seed));
        final var labeled = Arrays.stream(all).filter(i -> labels.codes()[i] >= 0).limit(SAMPLE / 2).toArray();
        final var others = Arrays.stream(all).filter(i -> labels.codes()[i] < 0).limit(SAMPLE - labeled.length);
        final var some = IntStream.concat(Arrays.stream(labeled), others).sorted().toArray();
        return new ValidationSubsample(rows.select(some), labels.select(some), false);
    }
}
