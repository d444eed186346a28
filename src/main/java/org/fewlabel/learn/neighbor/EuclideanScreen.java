package org.fewlabel.learn.neighbor;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;

/** Rough squared Euclidean distances by loops in single precision. */
final class EuclideanScreen extends LoopScreen {

    private final EuclideanDistance exact;

    private final double error;

    /** @param error of the distance of the given rows against the exact one */
    EuclideanScreen(final DenseRows queries, final DenseRows among, final EuclideanDistance exact, final double error,
        final Progress progress) {
        super(queries, among, exact.missing(), progress);
        this.exact = exact;
        this.error = error;
    }

    @Override
    public Block block(final int from, final int to) {
        return new Sums(from);
    }

    private final class Sums extends Loops {

        private final float[] squared = array();

        private final float[] observed = missing ? array() : new float[0];

        Sums(final int first) {
            super(first);
        }

        @Override
        public float[] rough(final int query) {
            Arrays.fill(squared, 0);
            Arrays.fill(observed, 0);
            for (var d = 0; d < columns; d++) {
                final var value = value(query, d);
                if (Float.isNaN(value)) {
                    continue;
                }
                if (there(d) == null) {
                    add(value, values(d), squared);
                } else {
                    add(value, values(d), there(d), squared);
                }
                if (missing) {
                    addWhereThere(d, exact.weights()[d], observed);
                }
            }
            if (missing) {
                estimate(size());
            }
            return squared;
        }

        /** Adds the estimate without a branch, so that it is vectorized. 0 / 0 is NaN, which is never near. */
        private void estimate(final int size) {
            final var total = (float)exact.total();
            final var prior = (float)exact.prior();
            for (var j = 0; j < size; j++) {
                squared[j] += (total - observed[j]) * (squared[j] + 2 * prior) / (observed[j] + prior)
                    + 0 / observed[j];
            }
        }

        /**
         * Sums of nonnegative terms have a small relative error (Higham, Accuracy and Stability of Numerical
         * Algorithms, section 3.1), except for underflow.
         */
        @Override
        public float bound(final int query, final float rough) {
            final var rounding = 16 * (columns + 8) * UNIT * (rough + exact.total()) + error;
            return Math.nextUp((float)(rough + 3 * rounding + columns * (double)Float.MIN_NORMAL));
        }
    }

    private static void add(final float value, final float[] values, final float[] squared) {
        for (var j = 0; j < values.length; j++) {
            final var difference = value - values[j];
            squared[j] += difference * difference;
        }
    }

    private static void add(final float value, final float[] values, final float[] there, final float[] squared) {
        for (var j = 0; j < values.length; j++) {
            final var difference = value - values[j];
            squared[j] += there[j] * (difference * difference);
        }
    }
}
