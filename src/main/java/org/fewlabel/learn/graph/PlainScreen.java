package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.learn.data.DenseRows;

/**
 * Rough distances by loops in Java, in single precision. A panel of candidates lies dimension by dimension, each in an
 * array of its own: only loops over arrays from 0 are turned into vector instructions by the compilers of Java 17, which
 * makes them seven times as fast.
 */
final class PlainScreen implements Screen {

    /** Candidates held in the processor's cache while all queries of a block meet them: floats of one panel. */
    private static final int PANEL = 1 << 15;

    private static final int QUERIES = 16;

    /** The unit roundoff of single precision. */
    private static final double UNIT = 0x1p-24;

    /** As a share of all dimensions, what may be missing without being noticed: not more than rounding. */
    private static final float ROUNDING = 1e-6f;

    private final DenseRows queries;

    private final EuclideanDistance exact;

    private final int rows;

    private final int columns;

    private final int width;

    /** Panel by panel and dimension by dimension; 0 where missing. */
    private final float[][] values;

    /** As the values: 1 where one is there, 0 where not; empty if nothing is missing. */
    private final float[][] there;

    PlainScreen(final DenseRows queries, final DenseRows among, final EuclideanDistance exact) {
        this.queries = queries;
        this.exact = exact;
        this.rows = among.rows();
        this.columns = among.columns();
        this.width = Math.min(Math.max(256, PANEL / columns), rows);
        this.values = new float[panels() * columns][];
        this.there = new float[exact.missing() ? values.length : 0][];
        for (var p = 0; p < values.length; p++) {
            fill(among, p / columns, p % columns);
        }
    }

    private void fill(final DenseRows among, final int panel, final int dimension) {
        final var at = panel * columns + dimension;
        final var size = first(panel + 1) - first(panel);
        values[at] = new float[size];
        if (exact.missing()) {
            there[at] = new float[size];
        }
        for (var j = 0; j < size; j++) {
            final var value = among.values()[(first(panel) + j) * columns + dimension];
            values[at][j] = Float.isNaN(value) ? 0 : value;
            if (exact.missing()) {
                there[at][j] = Float.isNaN(value) ? 0 : 1;
            }
        }
    }

    @Override
    public int queries() {
        return QUERIES;
    }

    @Override
    public int panels() {
        return (rows + width - 1) / width;
    }

    @Override
    public int first(final int panel) {
        return (int)Math.min(rows, (long)panel * width);
    }

    @Override
    public Block block(final int from, final int to) {
        return new Loops(from);
    }

    private final class Loops implements Block {

        private final int first;

        private final float[] squared = new float[width];

        private final float[] observed = new float[exact.missing() ? width : 0];

        private int panel;

        Loops(final int first) {
            this.first = first;
        }

        @Override
        public void meet(final int p) {
            panel = p;
        }

        @Override
        public float[] rough(final int query) {
            Arrays.fill(squared, 0);
            Arrays.fill(observed, 0);
            for (var d = 0; d < columns; d++) {
                final var value = queries.values()[(first + query) * columns + d];
                final var at = panel * columns + d;
                if (!exact.missing()) {
                    add(value, values[at], squared);
                } else if (!Float.isNaN(value)) {
                    add(value, values[at], there[at], squared);
                    addWeight(exact.weights()[d], there[at], observed);
                }
            }
            if (exact.missing()) {
                estimate(first(panel + 1) - first(panel));
            }
            return squared;
        }

        private void estimate(final int size) {
            final var total = (float)exact.total();
            final var prior = (float)exact.prior();
            for (var j = 0; j < size; j++) {
                final var unknown = total - observed[j];
                if (observed[j] == 0) {
                    squared[j] = Float.POSITIVE_INFINITY;
                } else if (unknown > ROUNDING * total) {
                    squared[j] += unknown * (squared[j] + 2 * prior) / (observed[j] + prior);
                }
            }
        }

        /**
         * Sums of what is not negative are off by a small part of themselves (Higham, Accuracy and Stability of Numerical
         * Algorithms, section 3.1), but for underflow.
         */
        @Override
        public float bound(final int query, final float rough) {
            final var error = 16 * (columns + 8) * UNIT * (rough + exact.total());
            return Math.nextUp((float)(rough + 3 * error + columns * (double)Float.MIN_NORMAL));
        }

        @Override
        public void close() {
            // nothing is held
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

    private static void addWeight(final float weight, final float[] there, final float[] observed) {
        for (var j = 0; j < there.length; j++) {
            observed[j] += there[j] * weight;
        }
    }
}
