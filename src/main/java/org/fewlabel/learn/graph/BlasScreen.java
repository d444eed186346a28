package org.fewlabel.learn.graph;

import java.nio.FloatBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.fewlabel.device.Blas;
import org.fewlabel.learn.data.DenseRows;

/**
 * Rough distances by matrix products, in single precision: {@code |a|²/2 - q·a}, which is half the squared Euclidean
 * distance of q and a but for {@code |q|²/2}, the same for all candidates of a query. The norm is one more dimension of
 * the product. Rows are moved so that the candidates' mean is 0, which keeps the norms small against the distances.
 */
final class BlasScreen implements Screen {

    /** Sums of products up to this length are as fast as memory allows; longer panels cost more memory. */
    private static final int QUERIES = 256;

    private static final int PANEL = 2048;

    /** Multiplications of one product; on a slow processor some 0.1 seconds. */
    private static final long MOST_WORK = 1L << 30;

    /** Squared norms beyond which single precision may overflow. */
    private static final double LARGEST = 1e30;

    /** The unit roundoff of single precision. */
    private static final double UNIT = 0x1p-24;

    private final Blas blas;

    private final DenseRows queries;

    private final int rows;

    private final int columns;

    private final double[] centre;

    private final double off;

    private final int width;

    private final int height;

    private final FloatBuffer[] panels;

    /** The largest norm of a candidate. */
    private double norm;

    /** Native memory is given back late, so what one block has used goes to the next. */
    private final Queue<Memory> spare = new ConcurrentLinkedQueue<>();

    private record Memory(FloatBuffer left, FloatBuffer products) {
    }

    private BlasScreen(final Blas blas, final DenseRows queries, final DenseRows among, final double off) {
        this.off = off;
        this.blas = blas;
        this.queries = queries;
        this.rows = among.rows();
        this.columns = among.columns();
        this.centre = mean(among);
        this.width = (int)Math.max(16, Math.min(Math.min(PANEL, rows), MOST_WORK / 64 / (columns + 1)));
        this.height = (int)Math.max(16, Math.min(QUERIES, MOST_WORK / width / (columns + 1)));
        this.panels = new FloatBuffer[(rows + width - 1) / width];
        for (var p = 0; p < panels.length; p++) {
            fill(among, p);
        }
    }

    /**
     * @param off by how much the distance of the rows given is off the exact one already
     * @return {@code null} if numbers are missing or so large that single precision overflows
     */
    static BlasScreen of(final Blas blas, final DenseRows queries, final DenseRows among, final double off) {
        return fits(queries) && fits(among) ? new BlasScreen(blas, queries, among, off) : null;
    }

    private static boolean fits(final DenseRows rows) {
        for (final var value : rows.values()) {
            if (!((double)value * value * rows.columns() < LARGEST)) { // false for NaN too
                return false;
            }
        }
        return true;
    }

    private static double[] mean(final DenseRows rows) {
        final var mean = new double[rows.columns()];
        for (var i = 0; i < rows.rows(); i++) {
            for (var d = 0; d < mean.length; d++) {
                mean[d] += rows.values()[i * mean.length + d];
            }
        }
        for (var d = 0; d < mean.length; d++) {
            mean[d] /= Math.max(1, rows.rows());
        }
        return mean;
    }

    private void fill(final DenseRows among, final int panel) {
        final var size = first(panel + 1) - first(panel);
        final var row = new float[columns + 1];
        panels[panel] = Blas.floats(size * (columns + 1));
        for (var j = 0; j < size; j++) {
            final var square = centred(among, first(panel) + j, row);
            row[columns] = (float)(square / 2);
            norm = Math.max(norm, Math.sqrt(square));
            panels[panel].put(row);
        }
        panels[panel].rewind();
    }

    /** @return the squared norm */
    private double centred(final DenseRows from, final int row, final float[] to) {
        var square = 0.0;
        for (var d = 0; d < columns; d++) {
            to[d] = (float)(from.values()[row * columns + d] - centre[d]);
            square += (double)to[d] * to[d];
        }
        return square;
    }

    @Override
    public int queries() {
        return height;
    }

    @Override
    public int panels() {
        return panels.length;
    }

    @Override
    public int first(final int panel) {
        return (int)Math.min(rows, (long)panel * width);
    }

    @Override
    public Block block(final int from, final int to) {
        return new Products(from, to);
    }

    private final class Products implements Block {

        private final int size;

        private final Memory memory;

        private final float[] slack;

        private final float[] rough = new float[width];

        private int panel;

        Products(final int from, final int to) {
            size = to - from;
            final var used = spare.poll();
            memory = used != null ? used
                : new Memory(Blas.floats(height * (columns + 1)), Blas.floats(height * width));
            slack = new float[size];
            final var row = new float[columns + 1];
            for (var q = 0; q < size; q++) {
                final var reach = Math.sqrt(centred(queries, from + q, row)) + norm;
                slack[q] = (float)(2 * (columns + 16) * UNIT * reach * reach + off);
                for (var d = 0; d < columns; d++) {
                    row[d] = -row[d];
                }
                row[columns] = 1;
                memory.left.put(q * row.length, row);
            }
        }

        @Override
        public void meet(final int p) {
            panel = p;
            blas.multiply(memory.left, size, panels[p], first(p + 1) - first(p), columns + 1, memory.products);
        }

        @Override
        public float[] rough(final int query) {
            final var candidates = first(panel + 1) - first(panel);
            memory.products.get(query * candidates, rough, 0, candidates);
            return rough;
        }

        /**
         * A sum of n products, in whatever order, is off by at most about n units of the sum of their sizes (Higham,
         * Accuracy and Stability of Numerical Algorithms, section 3.1); here that sum is at most (|q| + |a|)² / 2. The
         * rest is for moving the rows and for rounding the norms. Both candidates that are compared may be off.
         */
        @Override
        public float bound(final int query, final float rough) {
            return rough + slack[query];
        }

        @Override
        public void close() {
            spare.add(memory);
        }
    }
}
