package org.fewlabel.learn.graph;

import java.util.Arrays;
import java.util.Optional;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/**
 * Compares every row with every other: exact, and the same on every machine. All pairs are compared roughly and fast,
 * by matrix products of the native library where that is quicker and by loops in Java elsewhere; those that may be
 * neighbours are compared again in double precision, by the definition of {@code EuclideanDistance}, which alone
 * decides.
 */
public final class ExactSearch implements NeighbourSearch {

    /** Pairs times dimensions that loops do in less time than it takes to load the native library. */
    private static final double LITTLE_WORK = 1e9;

    /** With fewer dimensions there is more to pick than to multiply. */
    private static final int FEW_COLUMNS = 4;

    private final boolean plain;

    /** Does it in the way that is quicker here. */
    public ExactSearch() {
        this(false);
    }

    private ExactSearch(final boolean plain) {
        this.plain = plain;
    }

    /** @return a search that does without the native library, and finds the same */
    public static ExactSearch plain() {
        return new ExactSearch(true);
    }

    @Override
    public Neighbours within(final DenseRows rows, final int k, final Workers workers, final Progress progress) {
        return search(rows, rows, true, Math.min(k, rows.rows() - 1), workers, progress);
    }

    @Override
    public Neighbours between(final DenseRows queries, final DenseRows among, final int k, final Workers workers,
        final Progress progress) {
        if (queries.columns() != among.columns()) {
            throw new IllegalArgumentException("Rows of " + queries.columns() + " dimensions cannot be compared with "
                + "rows of " + among.columns() + ".");
        }
        return search(queries, among, false, Math.min(k, among.rows()), workers, progress);
    }

    private Neighbours search(final DenseRows queries, final DenseRows among, final boolean same, final int wanted,
        final Workers workers, final Progress progress) {
        final var k = Math.max(0, wanted);
        final var n = queries.rows();
        final var index = new int[Math.multiplyExact(n, k)];
        final var distance = new float[index.length];
        if (queries.columns() == 0) { // nothing to compare them by
            Arrays.fill(index, -1);
            Arrays.fill(distance, Float.POSITIVE_INFINITY);
        } else if (index.length > 0) {
            final var exact = new EuclideanDistance(queries, among);
            final var screen = screen(queries, among, exact, blas(queries, among));
            workers.run(n, screen.queries(), (from, to) -> {
                final var nearest = nearest(screen, exact, from, to, k, same, progress);
                for (var q = from; q < to; q++) {
                    nearest[q - from].copyTo(index, distance, q * k);
                }
            }, progress, "Finding the " + k + " nearest rows of " + n);
        }
        return new Neighbours(n, k, index, distance);
    }

    private Optional<Blas> blas(final DenseRows queries, final DenseRows among) {
        final var work = (double)queries.rows() * among.rows() * queries.columns();
        return plain || work < LITTLE_WORK || queries.columns() < FEW_COLUMNS ? Optional.empty() : Blas.get();
    }

    /** @return the quicker screen that can be used for these rows */
    static Screen screen(final DenseRows queries, final DenseRows among, final EuclideanDistance exact,
        final Optional<Blas> blas) {
        final var fast = blas.isPresent() ? BlasScreen.of(blas.get(), queries, among) : null;
        return fast == null ? new PlainScreen(queries, among, exact) : fast;
    }

    /** @return of each query its nearest candidates */
    static Nearest[] nearest(final Screen screen, final RowDistance exact, final int from, final int to, final int k,
        final boolean same, final Progress progress) {
        final var nearest = new Nearest[to - from];
        Arrays.setAll(nearest, i -> new Nearest(exact, from + i, k));
        try (var block = screen.block(from, to)) {
            for (var p = 0; p < screen.panels(); p++) {
                progress.checkCancelled();
                block.meet(p);
                final var first = screen.first(p);
                final var size = screen.first(p + 1) - first;
                for (var q = 0; q < nearest.length; q++) {
                    final var rough = block.rough(q);
                    if (same && from + q >= first && from + q < first + size) { // no row is its own neighbour
                        rough[from + q - first] = Float.NaN;
                    }
                    pick(rough, size, first, block, q, nearest[q]);
                }
            }
        }
        return nearest;
    }

    private static void pick(final float[] rough, final int size, final int first, final Screen.Block block,
        final int query, final Nearest nearest) {
        var bound = block.bound(query, nearest.limit());
        for (var j = 0; j < size; j++) {
            if (rough[j] <= bound && nearest.offer(first + j)) {
                bound = block.bound(query, nearest.limit());
            }
        }
    }
}
