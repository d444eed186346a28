package org.fewlabel.learn.neighbor;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;
import org.fewlabel.learn.data.DenseRows;

/**
 * Rough distances by loops in Java, in single precision. A panel of candidates lies dimension by dimension, each in an
 * array of its own: only loops over arrays from 0 are turned into vector instructions by the compilers of Java 17,
 * which makes them seven times as fast.
 */
abstract class LoopScreen implements Screen {

    /** The unit roundoff of single precision. */
    static final double UNIT = 0x1p-24;

    /** Candidates held in the processor's cache while all queries of a block meet them: floats of one panel. */
    private static final int PANEL = 1 << 15;

    private static final int QUERIES = 16;

    final DenseRows queries;

    final int columns;

    final boolean missing;

    private final int rows;

    private final int width;

    /** Panel by panel and dimension by dimension; 0 where missing. */
    private final float[][] values;

    /** As the values: 1 where one is there, 0 where not; {@code null} for a dimension of a panel that all have. */
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

    /** Some queries and the panel that they meet. */
    abstract class Loops implements Block {

        private final int firstQuery;

        private int panel;

        Loops(final int firstQuery) {
            this.firstQuery = firstQuery;
        }

        @Override
        public final void meet(final int p) {
            panel = p;
        }

        /** @return an array as long as a panel can be */
        final float[] array() {
            return new float[width];
        }

        /** @return how many candidates the panel has */
        final int size() {
            return first(panel + 1) - first(panel);
        }

        /** @return that dimension of a query, NaN if it is missing */
        final float value(final int query, final int dimension) {
            return queries.values()[(firstQuery + query) * columns + dimension];
        }

        /** @return that dimension of all candidates, 0 where it is missing */
        final float[] values(final int dimension) {
            return values[panel * columns + dimension];
        }

        /** @return 1 where that dimension of a candidate is there, 0 where not; {@code null} if all have it */
        final float[] there(final int dimension) {
            return there[panel * columns + dimension];
        }

        /** Adds the weight to the sums of the candidates that have that dimension. */
        final void addWhereThere(final int dimension, final float weight, final float[] sums) {
            final var has = there(dimension);
            if (has == null) {
                add(weight, sums);
            } else {
                addWeight(weight, has, sums);
            }
        }

        @Override
        public final void close() {
            // nothing is held
        }
    }

    /** {@code sums += weight * there} */
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
