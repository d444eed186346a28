package org.fewlabel.learn.neighbor;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/**
 * Search of an inverted file: compares queries with the rows of the cells that they probe. Queries of a block that
 * probe the same cell are multiplied with its rows in one matrix product; the possible neighbors are then compared
 * exactly, as in {@link ExactSearch}.
 */
final class CellSearch {

    private final Blas blas;

    private final DenseRows rows;

    private final RowDistance exact;

    private final double error;

    private final KMeansCells cells;

    private final Panels centers;

    private final Panels panels;

    /** The first panel of each cell, and the number of panels. */
    private final int[] firstPanels;

    private final int width;

    private final int height;

    private final LongAdder compared = new LongAdder();

    private final Queue<Buffers> spare = new ConcurrentLinkedQueue<>();

    /**
     * @param rows that the cells divide
     * @param exact the distance that decides
     * @param error of the distance of the given rows against the exact one
     */
    CellSearch(final Blas blas, final DenseRows rows, final RowDistance exact, final double error,
        final KMeansCells cells,
        final Workers workers, final Progress progress) {
        this.blas = blas;
        this.rows = rows;
        this.exact = exact;
        this.error = error;
        this.cells = cells;
        this.width = Panels.width(rows.rows(), rows.columns());
        this.height = Panels.height(width, rows.columns());
        this.centers = new Panels(cells.centers(), null, Panels.cut(cells.count(), width), Workers.CALLER, progress);
        final var firsts = new int[cells.count() + rows.rows() / width + 1];
        this.firstPanels = new int[cells.count() + 1];
        var count = 0;
        for (var c = 0; c < cells.count(); c++) {
            firstPanels[c] = count;
            for (var at = cells.starts()[c]; at < cells.starts()[c + 1]; at += width) {
                firsts[count++] = at;
            }
        }
        firstPanels[cells.count()] = count;
        firsts[count] = rows.rows();
        this.panels = new Panels(rows, cells.order(), Arrays.copyOf(firsts, count + 1), workers, progress);
    }

    /** @return the number of pairs of rows compared so far */
    long compared() {
        return compared.sum();
    }

    /**
     * @param positions of the queries in the order of the cells, ascending; {@code null} for all
     * @param k the number of neighbors per row, below the number of rows
     * @param message of the progress, for the user
     * @return the neighbors of each query, in the order of the positions; if these are null, in that of the rows
     */
    Neighbors nearest(final int[] positions, final ProbeRadius radius, final int k, final Workers workers,
        final Progress progress, final String message) {
        final var n = positions == null ? rows.rows() : positions.length;
        final var index = new int[Math.multiplyExact(n, k)];
        final var squared = new float[index.length];
        workers.run(n, height, (from, to) -> {
            final var reused = spare.poll();
            final var buffers = reused != null ? reused : new Buffers();
            final var nearest = buffers.nearest(positions, from, to, radius, k, progress);
            for (var q = from; q < to; q++) {
                final var at = positions == null ? cells.order()[q] : q;
                nearest[q - from].copyTo(index, squared, at * k, buffers, q - from);
            }
            spare.add(buffers);
        }, progress, message);
        return new Neighbors(n, k, index, squared);
    }

    /** The scratch buffers of one thread. */
    private final class Buffers implements Screen.Bound {

        private final float[] queryRows = new float[height * panels.length()];

        private final float[] slack = new float[height];

        private final float[] rough = new float[width];

        private final FloatBuffer left = Blas.floats(height * panels.length());

        private final FloatBuffer products = Blas.floats(height * width);

        private final float[] toCenters = new float[cells.count()];

        private final float[] allToCenters = new float[height * cells.count()];

        /** The probe list: the cell in the upper half, the number of the query in the block in the lower. */
        private long[] probes = new long[height];

        private int count;

        TopK[] nearest(final int[] positions, final int from, final int to, final ProbeRadius radius, final int k,
            final Progress progress) {
            final var size = to - from;
            final var queries = new int[size];
            final var nearest = new TopK[size];
            for (var q = 0; q < size; q++) {
                queries[q] = positions == null ? from + q : positions[from + q];
                nearest[q] = new TopK(exact, cells.order()[queries[q]], k);
            }
            findProbes(queries, radius, k, progress);
            for (var at = 0; at < count;) {
                final var cell = probes[at] >>> Integer.SIZE;
                var end = at + 1;
                while (end < count && probes[end] >>> Integer.SIZE == cell) {
                    end++;
                }
                final var probed = (int)((cell + cells.cellAt(queries[0])) % cells.count());
                for (var p = firstPanels[probed]; p < firstPanels[probed + 1]; p++) {
                    progress.checkCanceled();
                    compare(p, at, end, queries, nearest);
                }
                at = end;
            }
            return nearest;
        }

        /** Fills the probe list. The cell of the first query comes first, since the nearest rows are probably there. */
        private void findProbes(final int[] queries, final ProbeRadius radius, final int k, final Progress progress) {
            final var squares = new double[queries.length];
            final var row = new float[panels.length()];
            for (var q = 0; q < queries.length; q++) {
                squares[q] = centers.query(rows, cells.order()[queries[q]], row);
                left.put(q * row.length, row);
            }
            for (var p = 0; p < centers.count(); p++) {
                progress.checkCanceled();
                blas.multiply(left, queries.length, centers.floats(p), centers.size(p), row.length, products);
                for (var q = 0; q < queries.length; q++) {
                    products.get(q * centers.size(p), allToCenters, q * cells.count() + centers.first(p),
                        centers.size(p));
                }
            }
            count = 0;
            final var firstCell = cells.cellAt(queries[0]);
            for (var q = 0; q < queries.length; q++) {
                System.arraycopy(allToCenters, q * cells.count(), toCenters, 0, toCenters.length);
                choose(q, squares[q], radius, k, firstCell);
                slack[q] = panels.slack(panels.query(rows, cells.order()[queries[q]], row), error);
                System.arraycopy(row, 0, queryRows, q * row.length, row.length);
            }
            Arrays.sort(probes, 0, count);
        }

        private void choose(final int query, final double square, final ProbeRadius radius, final int k,
            final int firstCell) {
            var least = Double.POSITIVE_INFINITY;
            for (final var half : toCenters) {
                least = Math.min(least, square + 2 * half);
            }
            var reachable = 0;
            for (var c = 0; c < toCenters.length; c++) {
                if (radius.includes(Math.max(0, square + 2 * toCenters[c]), Math.max(0, least))) {
                    reachable += add(c, query, firstCell);
                    toCenters[c] = Float.POSITIVE_INFINITY;
                }
            }
            while (reachable <= k) { // too few even if all were neighbors; the query itself is among them
                var next = 0;
                for (var c = 1; c < toCenters.length; c++) {
                    next = toCenters[c] < toCenters[next] ? c : next;
                }
                reachable += add(next, query, firstCell);
                toCenters[next] = Float.POSITIVE_INFINITY;
            }
        }

        private int add(final int cell, final int query, final int firstCell) {
            if (count == probes.length) {
                probes = Arrays.copyOf(probes, 2 * count);
            }
            probes[count++] = (long)Math.floorMod(cell - firstCell, cells.count()) << Integer.SIZE | query;
            return cells.starts()[cell + 1] - cells.starts()[cell];
        }

        /** Compares the queries of some probes, all of the same cell, with one of its panels. */
        private void compare(final int panel, final int at, final int end, final int[] queries, final TopK[] nearest) {
            final var length = panels.length();
            final var first = panels.first(panel);
            final var size = panels.size(panel);
            for (var l = at; l < end; l++) {
                left.put((l - at) * length, queryRows, (int)probes[l] * length, length);
            }
            blas.multiply(left, end - at, panels.floats(panel), size, length, products);
            for (var l = at; l < end; l++) {
                final var q = (int)probes[l];
                products.get((l - at) * size, rough, 0, size);
                if (queries[q] >= first && queries[q] < first + size) { // no row is its own neighbor
                    rough[queries[q] - first] = Float.NaN;
                }
                nearest[q].offer(rough, size, first, cells.order(), this, q);
            }
            compared.add((long)(end - at) * size);
        }

        @Override
        public float bound(final int query, final float distance) {
            return distance + slack[query];
        }
    }
}
