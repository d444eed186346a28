package org.fewlabel.learn.neighbor;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;

/** Rough Gower distances by loops in single precision. */
final class GowerScreen extends LoopScreen {

    private final float[] weights;

    private final float total;

    GowerScreen(final DenseRows queries, final DenseRows among, final boolean missing, final Progress progress) {
        super(queries, among, missing, progress);
        weights = among.metric().weights();
        var sum = 0.0;
        for (final var weight : weights) {
            sum += weight;
        }
        total = (float)sum;
    }

    @Override
    public Block block(final int from, final int to) {
        return new Sums(from);
    }

    private final class Sums extends Loops {

        private final float[] sums = array();

        private final float[] counts = array();

        Sums(final int first) {
            super(first);
        }

        @Override
        public float[] rough(final int query) {
            Arrays.fill(sums, 0);
            Arrays.fill(counts, missing ? 0 : total);
            for (var d = 0; d < columns; d++) {
                final var value = value(query, d);
                if (Float.isNaN(value)) {
                    continue;
                }
                if (there(d) == null) {
                    add(value, values(d), sums);
                } else {
                    add(value, values(d), there(d), sums);
                }
                if (missing) {
                    addWhereThere(d, weights[d], counts);
                }
            }
            for (var j = 0; j < size(); j++) {
                sums[j] = 2 * sums[j] / counts[j]; // 0 / 0 is NaN, which is never near
            }
            return sums;
        }

        /** Both sums have nonnegative terms, so their ratio has a small relative error. */
        @Override
        public float bound(final int query, final float rough) {
            return Math.nextUp((float)(rough * (1 + 16 * (columns + 8) * UNIT)));
        }
    }

    private static void add(final float value, final float[] values, final float[] sums) {
        for (var j = 0; j < values.length; j++) {
            sums[j] += Math.abs(value - values[j]);
        }
    }

    private static void add(final float value, final float[] values, final float[] there, final float[] sums) {
        for (var j = 0; j < values.length; j++) {
            sums[j] += there[j] * Math.abs(value - values[j]);
        }
    }
}
