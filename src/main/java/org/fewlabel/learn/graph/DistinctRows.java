package org.fewlabel.learn.graph;

import java.util.Arrays;
import java.util.HashMap;

import org.fewlabel.learn.data.DenseRows;

/**
 * Rows of which each stands for all that equal it. Without that, a row that comes more often than it may have
 * neighbours would have none but its copies, and be cut off from all others.
 *
 * @param rows the rows, each once, in the order of their first appearance
 * @param of per original row the index of the row that stands for it
 */
record DistinctRows(DenseRows rows, int[] of) {

    static DistinctRows of(final DenseRows all) {
        final var of = new int[all.rows()];
        final var first = new int[all.rows()];
        final var seen = new HashMap<Key, Integer>();
        for (var i = 0; i < of.length; i++) {
            final var known = seen.putIfAbsent(new Key(all, i), seen.size());
            of[i] = known == null ? seen.size() - 1 : known;
            if (known == null) {
                first[of[i]] = i;
            }
        }
        return new DistinctRows(
            seen.size() == all.rows() ? all : all.select(Arrays.copyOf(first, seen.size())), of);
    }

    private static final class Key {

        private final float[] values;

        private final int from;

        private final int to;

        private final int hash;

        Key(final DenseRows rows, final int row) {
            values = rows.values();
            from = row * rows.columns();
            to = from + rows.columns();
            var h = 1;
            for (var i = from; i < to; i++) {
                h = 31 * h + Float.floatToIntBits(values[i]);
            }
            hash = h;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(final Object other) {
            return other instanceof Key key && Arrays.equals(values, from, to, key.values, key.from, key.to);
        }
    }
}
