package org.fewlabel.learn.neighbor;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/**
 * Exact k-nearest neighbors of all rows among each other. Each pair of rows is multiplied once and used for both rows,
 * which takes half the time of a search per row; the price is that the candidates of all rows are kept until the end.
 * Pairs of panels are compared in any order, and the result does not depend on it, see {@link TopK}.
 */
final class AllPairs {

    /** The number of rows whose candidates one task reduces to the nearest. */
    private static final int BLOCK = 256;

    private final Blas blas;

    private final DenseRows rows;

    private final Panels panels;

    private final TopK[] nearest;

    /**
     * Per row half its squared norm, and the largest rounding error at which two rough distances are ordered wrongly.
     */
    private final float[] halves;

    private final float[] slack;

    /** One lock per panel, which guards the candidates of its rows. */
    private final Object[] locks;

    private final int height;

    private final int width;

    private final Queue<Buffers> spare = new ConcurrentLinkedQueue<>();

    /**
     * @param rows that fit into panels
     * @param panels of the same rows, in their order
     * @param exact the distance that decides
     * @param error of the distance of the given rows against the exact one
     * @param k the number of neighbors per row, at least 1
     */
    AllPairs(final Blas blas, final DenseRows rows, final Panels panels, final RowDistance exact, final double error,
        final int k, final Progress progress) {
        this.blas = blas;
        this.rows = rows;
        this.panels = panels;
        this.nearest = new TopK[rows.rows()];
        this.halves = new float[rows.rows()];
        this.slack = new float[rows.rows()];
        this.locks = new Object[panels.count()];
        Arrays.setAll(locks, p -> new Object());
        this.width = panels.size(0);
        this.height = Panels.height(width, rows.columns());
        final var row = new float[panels.length()];
        final var cancelCheck = new CancelCheck(progress);
        for (var i = 0; i < nearest.length; i++) {
            cancelCheck.before(row.length);
            nearest[i] = new TopK(exact, i, k);
            final var square = panels.query(rows, i, row);
            halves[i] = (float)(square / 2);
            slack[i] = panels.slack(square, error);
        }
    }

    /**
     * @param toIndex receives k indices per row
     * @param toDistance receives their squared distances
     */
    void search(final int k, final int[] toIndex, final float[] toDistance, final Workers workers,
        final Progress progress, final String message) {
        final var count = panels.count();
        workers.run(Math.multiplyExact(count, count / 2 + 1), 1, (at, end) -> {
            // panels this far apart on a ring: concurrent threads rarely need the same one
            final var apart = at / count;
            final var first = at % count;
            final var second = (first + apart) % count;
            if (2 * apart < count || 2 * apart == count && first < second) {
                compare(first, second, progress);
            }
        }, progress, message);
        workers.run(nearest.length, BLOCK, (from, to) -> {
            for (var i = from; i < to; i++) {
                nearest[i].copyTo(toIndex, toDistance, i * k, (q, rough) -> rough + slack[q], i);
                nearest[i] = null;
            }
        }, progress, null);
    }

    private void compare(final int first, final int second, final Progress progress) {
        final var used = spare.poll();
        final var buffers = used != null ? used : new Buffers();
        for (var from = panels.first(first); from < panels.first(first + 1); from += height) {
            progress.checkCanceled();
            final var to = Math.min(panels.first(first + 1), from + height);
            buffers.multiply(from, to, second);
            synchronized (locks[Math.min(first, second)]) {
                synchronized (locks[Math.max(first, second)]) {
                    buffers.offer(from, to, second, first == second);
                }
            }
        }
        spare.add(buffers);
    }

    /** The scratch buffers of one thread. */
    private final class Buffers {

        private final FloatBuffer left = Blas.floats(height * panels.length());

        private final FloatBuffer products = Blas.floats(height * width);

        private final float[] rough = new float[width];

        private final float[] row = new float[panels.length()];

        /** Per row of the panel the largest distance of a query that is kept, plus half its squared norm. */
        private final float[] limits = new float[width];

        void multiply(final int from, final int to, final int panel) {
            for (var q = from; q < to; q++) {
                panels.query(rows, q, row);
                left.put((q - from) * row.length, row);
            }
            blas.multiply(left, to - from, panels.floats(panel), panels.size(panel), row.length, products);
        }

        /**
         * Offers the rows of the panel to the queries, and these to the rows of the panel.
         *
         * @param same whether the queries are rows of the panel; each pair then occurs twice and is used for the query
         *            only
         */
        void offer(final int from, final int to, final int panel, final boolean same) {
            final var first = panels.first(panel);
            final var size = panels.size(panel);
            for (var j = 0; j < size; j++) {
                limits[j] = same ? Float.NEGATIVE_INFINITY : limit(first + j);
            }
            for (var q = from; q < to; q++) {
                products.get((q - from) * size, rough, 0, size);
                if (same) { // no row is its own neighbor
                    rough[q - first] = Float.NaN;
                }
                var bound = bound(q);
                final var half = halves[q];
                for (var j = next(size, 0, bound, half); j < size; j = next(size, j + 1, bound, half)) {
                    if (rough[j] <= bound) {
                        nearest[q].keep(first + j, rough[j], AllPairs.this::bound, q);
                        bound = bound(q);
                    }
                    if (rough[j] + half <= limits[j]) {
                        nearest[first + j].keep(q, rough[j] + half - halves[first + j], AllPairs.this::bound,
                            first + j);
                        limits[j] = limit(first + j);
                    }
                }
            }
        }

        /**
         * @return the first position from {@code from} on that is near enough for one of the two, or the size; never a
         *         NaN
         */
        private int next(final int size, final int from, final float bound, final float half) {
            for (var j = from; j < size; j++) {
                if (rough[j] <= bound || rough[j] + half <= limits[j]) {
                    return j;
                }
            }
            return size;
        }
    }

    private float bound(final int row) {
        return bound(row, nearest[row].worst());
    }

    private float bound(final int row, final float distance) {
        return distance + slack[row];
    }

    private float limit(final int row) {
        return bound(row) + halves[row];
    }
}
