package org.fewlabel.learn.neighbor;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;
import org.fewlabel.learn.data.DenseRows;

/**
 * Rough distances by loops in Java in single precision. A panel of candidates is stored by dimension, each in its own
 * array: the compilers of Java 17 vectorize only loops over arrays from 0, which makes them seven times as fast.
 */
abstract class LoopScreen implements Screen {

    /** The unit roundoff of single precision. */
    static final double UNIT = 0x1p-24;

    /**
     * The floats of one panel, which stay in the processor's cache while all queries of a block are compared with it.
     */
    private static final int PANEL = 1 << 15;

    private static final int QUERIES = 16;

    final DenseRows queries;

    final int columns;

    final boolean missing;

    private final int rows;

    private final int width;

    /** The values by panel and dimension; 0 where missing. */
    private final float[][] values;

    /** The mask of the values: 1 if present, 0 if missing; {@code null} if a panel has all values of a dimension. */
    private final float[][] there;

    LoopScreen(final DenseRows queries, final DenseRows among, final boolean missing, final Progress progress) {
        this.queries = queries;
        this.columns = among.columns();
        this.missing = missing;
        this.rows = among.rows();
        this.width = Math.min(Math.max(256, PANEL / columns), rows);
        this.values = new float[panels() * columns][];
        this.there = new float[values.length][];
        final var cancelCheck = new CancelCheck(progress);
        for (var at = 0; at < values.length; at++) {
            cancelCheck.before(width);
            fill(among, at / columns, at % columns);
        }
    }

    private void fill(final DenseRows among, final int panel, final int dimension) {
        final var at = panel * columns + dimension;
        final var size = first(panel + 1) - first(panel);
        values[at] = new float[size];
        for (var j = 0; j < size; j++) {
            final var value = among.values()[(first(panel) + j) * columns + dimension];
            if (!Float.isNaN(value)) {
                values[at][j] = value;
                continue;
            }
            if (there[at] == null) {
                there[at] = new float[size];
                Arrays.fill(there[at], 1);
            }
            there[at][j] = 0;
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

    /** A block of queries and the panel with which it is compared. */
    abstract class Loops implements Block {

        private final int firstQuery;

        private int panel;

        Loops(final int firstQuery) {
            this.firstQuery = firstQuery;
        }

        @Override
        public final void compute(final int p) {
            panel = p;
        }

        /** @return an array of the maximum panel size */
        final float[] array() {
            return new float[width];
        }

        /** @return the number of candidates of the panel */
        final int size() {
            return first(panel + 1) - first(panel);
        }

        /** @return a dimension of a query, NaN if it is missing */
        final float value(final int query, final int dimension) {
            return queries.values()[(firstQuery + query) * columns + dimension];
        }

        /** @return a dimension of all candidates, 0 where it is missing */
        final float[] values(final int dimension) {
            return values[panel * columns + dimension];
        }

        /** @return 1 where a dimension of a candidate is present, 0 where it is missing; {@code null} if all have it */
        final float[] there(final int dimension) {
            return there[panel * columns + dimension];
        }

        /** Adds the weight to the sums of the candidates that have the dimension. */
        final void addWhereThere(final int dimension, final float weight, final float[] sums) {
            final var mask = there(dimension);
            if (mask == null) {
                add(weight, sums);
            } else {
                addWeight(weight, mask, sums);
            }
        }

        @Override
        public final void close() {
            // no resources
        }
    }

    /** {@code sums += weight * present} */
    static void addWeight(final float weight, final float[] there, final float[] sums) {
        for (var j = 0; j < there.length; j++) {
            sums[j] += there[j] * weight;
        }
    }

    private static void add(final float weight, final float[] sums) {
        for (var j = 0; j < sums.length; j++) {
            sums[j] += weight;
        }
    }
}
