package org.fewlabel.learn.neighbor;

import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;
import org.fewlabel.learn.data.DenseRows;

/**
 * The Tanimoto distance of rows of 0 and 1, 2 - 2 s with the similarity s: of the dimensions that both rows have and
 * that are 1 in one, the share that is 1 in both; infinite if none is. The rows are packed, 64 dimensions per word.
 * Counting bits is so fast that no rough distance is needed: this is the exact one, rounded.
 */
final class TanimotoScreen implements Screen, RowDistance {

    private static final int QUERIES = 32;

    private static final int PANEL = 1024;

    private static final float SET = 0.5f;

    private final int words;

    private final int rows;

    private final long[] ofQueries;

    private final long[] ofCandidates;

    /** The masks of the present dimensions; empty if all are present. */
    private final long[] presentInQueries;

    private final long[] presentInCandidates;

    TanimotoScreen(final DenseRows queries, final DenseRows among, final boolean missing, final Progress progress) {
        words = (among.columns() + Long.SIZE - 1) / Long.SIZE;
        rows = among.rows();
        ofQueries = new long[queries.rows() * words];
        presentInQueries = new long[missing ? ofQueries.length : 0];
        pack(queries, ofQueries, presentInQueries, new CancelCheck(progress));
        if (queries == among) {
            ofCandidates = ofQueries;
            presentInCandidates = presentInQueries;
        } else {
            ofCandidates = new long[rows * words];
            presentInCandidates = new long[missing ? ofCandidates.length : 0];
            pack(among, ofCandidates, presentInCandidates, new CancelCheck(progress));
        }
    }

    private void pack(final DenseRows from, final long[] set, final long[] present, final CancelCheck cancelCheck) {
        final var columns = from.columns();
        for (var i = 0; i < from.rows(); i++) {
            cancelCheck.before(columns);
            for (var d = 0; d < columns; d++) {
                final var value = from.values()[i * columns + d];
                final var at = i * words + d / Long.SIZE;
                if (value > SET) {
                    set[at] |= 1L << d;
                }
                if (present.length > 0 && !Float.isNaN(value)) {
                    present[at] |= 1L << d;
                }
            }
        }
    }

    @Override
    public double squared(final int query, final int candidate) {
        final var a = query * words;
        final var b = candidate * words;
        var both = 0;
        var one = 0;
        for (var w = 0; w < words; w++) {
            final var present = presentInQueries.length == 0 ? -1L
                : presentInQueries[a + w] & presentInCandidates[b + w];
            both += Long.bitCount(ofQueries[a + w] & ofCandidates[b + w]);
            one += Long.bitCount((ofQueries[a + w] | ofCandidates[b + w]) & present);
        }
        return both == 0 ? Double.POSITIVE_INFINITY : 2 - 2 * ((double)both / one);
    }

    @Override
    public int queries() {
        return QUERIES;
    }

    @Override
    public int panels() {
        return (rows + PANEL - 1) / PANEL;
    }

    @Override
    public int first(final int panel) {
        return (int)Math.min(rows, (long)panel * PANEL);
    }

    @Override
    public Block block(final int from, final int to) {
        return new Counts(from);
    }

    private final class Counts implements Block {

        private final int firstQuery;

        private final float[] distances = new float[Math.min(PANEL, rows)];

        private int panel;

        Counts(final int firstQuery) {
            this.firstQuery = firstQuery;
        }

        @Override
        public void compute(final int p) {
            panel = p;
        }

        @Override
        public float[] rough(final int query) {
            final var first = first(panel);
            final var size = first(panel + 1) - first;
            for (var j = 0; j < size; j++) {
                distances[j] = (float)squared(firstQuery + query, first + j);
            }
            return distances;
        }

        @Override
        public float bound(final int query, final float rough) {
            return rough;
        }

        @Override
        public void close() {
            // no resources
        }
    }
}
