package org.fewlabel.learn.neighbor;

import java.util.Arrays;
import java.util.Random;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Metric;

/** Rows of groups that are further apart than they are wide. */
public final class Groups {

    private static final double APART = 4;

    private Groups() {
    }

    /** Row i is of group i modulo their number. */
    public static DenseRows of(final long seed, final int rows, final int columns, final int groups) {
        final var random = new Random(seed);
        final var centers = new double[groups * columns];
        Arrays.setAll(centers, i -> APART * random.nextGaussian());
        final var values = new float[rows * columns];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float)(centers[i / columns % groups * columns + i % columns] + random.nextGaussian());
        }
        return new DenseRows(rows, columns, values);
    }

    public static DenseRows with(final Metric metric, final DenseRows rows) {
        return new DenseRows(rows.rows(), rows.columns(), rows.values(), metric);
    }
}
