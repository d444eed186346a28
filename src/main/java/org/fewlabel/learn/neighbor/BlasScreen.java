package org.fewlabel.learn.neighbor;

import java.nio.FloatBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/** Rough distances by matrix products in single precision; see {@link Panels}. */
final class BlasScreen implements Screen {

    private final Blas blas;

    private final DenseRows queries;

    private final double error;

    private final int width;

    private final int height;

    private final Panels panels;

    /** Native memory is freed late, so the buffers of one block are reused by the next. */
    private final Queue<Buffers> spare = new ConcurrentLinkedQueue<>();

    private record Buffers(FloatBuffer left, FloatBuffer products) {
    }

    private BlasScreen(final Blas blas, final DenseRows queries, final DenseRows among, final double error,
        final Workers workers, final Progress progress) {
        this.error = error;
        this.blas = blas;
        this.queries = queries;
        this.width = Panels.width(among.rows(), among.columns());
        this.height = Panels.height(width, among.columns());
        this.panels = new Panels(among, null, Panels.cut(among.rows(), width), workers, progress);
    }

    /**
     * @param error of the distance of the given rows against the exact one
     * @return the screen; {@code null} if values are missing or so large that single precision overflows
     */
    static BlasScreen of(final Blas blas, final DenseRows queries, final DenseRows among, final double error,
        final Workers workers, final Progress progress) {
        return Panels.fit(queries, progress) && Panels.fit(among, progress)
            ? new BlasScreen(blas, queries, among, error, workers, progress) : null;
    }

    /** @return a search pair by pair, for queries that are also the candidates */
    AllPairs pairs(final RowDistance exact, final int k, final Progress progress) {
        return new AllPairs(blas, queries, panels, exact, error, k, progress);
    }

    @Override
    public int queries() {
        return height;
    }

    @Override
    public int panels() {
        return panels.count();
    }

    @Override
    public int first(final int panel) {
        return panels.first(panel);
    }

    @Override
    public Block block(final int from, final int to) {
        return new Products(from, to);
    }

    private final class Products implements Block {

        private final int size;

        private final Buffers buffers;

        private final float[] slack;

        private final float[] rough = new float[width];

        private int panel;

        Products(final int from, final int to) {
            size = to - from;
            final var reused = spare.poll();
            buffers = reused != null ? reused
                : new Buffers(Blas.floats(height * panels.length()), Blas.floats(height * width));
            slack = new float[size];
            final var row = new float[panels.length()];
            for (var q = 0; q < size; q++) {
                slack[q] = panels.slack(panels.query(queries, from + q, row), error);
                buffers.left.put(q * row.length, row);
            }
        }

        @Override
        public void compute(final int p) {
            panel = p;
            blas.multiply(buffers.left, size, panels.floats(p), panels.size(p), panels.length(), buffers.products);
        }

        @Override
        public float[] rough(final int query) {
            buffers.products.get(query * panels.size(panel), rough, 0, panels.size(panel));
            return rough;
        }

        @Override
        public float bound(final int query, final float rough) {
            return rough + slack[query];
        }

        @Override
        public void close() {
            spare.add(buffers);
        }
    }
}
