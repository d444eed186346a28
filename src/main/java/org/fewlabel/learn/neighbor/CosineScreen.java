package org.fewlabel.learn.neighbor;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;

/** Rough cosine distances where values are missing: the lengths of two rows depend on the dimensions that both have. */
final class CosineScreen extends LoopScreen {

    CosineScreen(final DenseRows queries, final DenseRows among, final Progress progress) {
        super(queries, among, true, progress);
    }

    @Override
    public Block block(final int from, final int to) {
        return new Products(from);
    }

    private final class Products extends Loops {

        private final float[] product = array();

        private final float[] ofQuery = array();

        private final float[] ofCandidate = array();

        Products(final int first) {
            super(first);
        }

        @Override
        public float[] rough(final int query) {
            Arrays.fill(product, 0);
            Arrays.fill(ofQuery, 0);
            Arrays.fill(ofCandidate, 0);
            for (var d = 0; d < columns; d++) {
                final var value = value(query, d);
                if (!Float.isNaN(value)) {
                    addWeight(value, values(d), product);
                    addWhereThere(d, value * value, ofQuery);
                    addSquare(values(d), ofCandidate);
                }
            }
            for (var j = 0; j < size(); j++) {
                // separate square roots of doubles, since the product of two floats may be 0
                final var lengths = Math.sqrt(ofQuery[j]) * Math.sqrt(ofCandidate[j]);
                product[j] = lengths > 0 ? (float)(2 - 2 * product[j] / lengths) : Float.POSITIVE_INFINITY;
            }
            return product;
        }

        /**
         * The absolute products sum to at most the product of the lengths, so the error of the cosine is a few
         * roundings.
         */
        @Override
        public float bound(final int query, final float rough) {
            return (float)(rough + 16 * (columns + 8) * UNIT);
        }
    }

    private static void addSquare(final float[] values, final float[] sums) {
        for (var j = 0; j < values.length; j++) {
            sums[j] += values[j] * values[j];
        }
    }
}
