package org.fewlabel.learn.neighbor;

import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;
import org.fewlabel.learn.data.DenseRows;

/**
 * 2 - 2 s with s Tanimoto's similarity, of rows of 0 and 1: of the dimensions that both rows have and that are 1 in
 * one, the share that is 1 in both; infinite if none is. The rows are packed, 64 dimensions in a word. Counting bits is
 * fast enough to need no rough distance: this is the exact one, rounded.
 */
final class TanimotoScreen implements Screen, RowDistance {

    private static final int QUERIES = 32;

    private static final int PANEL = 1024;

    private static final float SET = 0.5f;

    private final int words;

    private final int rows;

    private final long[] ofQueries;

    private final long[] ofCandidates;

    /** Which dimensions are there; empty if all are. */
    private final long[] thereInQueries;

    private final long[] thereInCandidates;

    TanimotoScreen(final DenseRows queries, final DenseRows among, final boolean missing, final Progress progress) {
        words = (among.columns() + Long.SIZE - 1) / Long.SIZE;
        rows = among.rows();
        ofQueries = new long[queries.rows() * words];
        thereInQueries = new long[missing ? ofQueries.length : 0];
        pack(queries, ofQueries, thereInQueries, new CancelCheck(progress));
        if (queries == among) {
            ofCandidates = ofQueries;
            thereInCandidates = thereInQueries;
        } else {
            ofCandidates = new long[rows * words];
            thereInCandidates = new long[missing ? ofCandidates.length : 0];
            pack(among, ofCandidates, thereInCandidates, new CancelCheck(progress));
        }
    }

    private void pack(final DenseRows from, final long[] set, final long[] there, final CancelCheck cancelCheck) {
        final var columns = from.columns();
        for (var i = 0; i < from.rows(); i++) {
            cancelCheck.before(columns);
            for (var d = 0; d < columns; d++) {
                final var value = from.values()[i * columns + d];
                final var at = i * words + d / Long.SIZE;
                if (value > SET) {
                    set[at] |= 1L << d;
                }
                if (there.length > 0 && !Float.isNaN(value)) {
                    there[at] |= 1L << d;
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
            final var there = thereInQueries.length == 0 ? -1L : thereInQueries[a + w] & thereInCandidates[b + w];
            both += Long.bitCount(ofQueries[a + w] & ofCandidates[b + w]);
            one += Long.bitCount((ofQueries[a + w] | ofCandidates[b + w]) & there);
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
        public void meet(final int p) {
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
            // nothing is held
        }
    }
}
