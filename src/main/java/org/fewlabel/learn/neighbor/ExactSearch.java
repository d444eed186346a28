package org.fewlabel.learn.neighbor;

import java.util.Arrays;
import java.util.Optional;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/**
 * Compares every row with every other: exact, and the same on every machine. All pairs are compared roughly and fast,
 * by matrix products of the native library where that is quicker and by loops in Java elsewhere; those that may be
 * neighbors are compared again in double precision, by the definition of their metric ({@code EuclideanDistance},
 * {@code CosineDistance}, {@code GowerDistance}, {@code TanimotoScreen}), which alone decides.
 */
public final class ExactSearch implements NeighborSearch {

    /** Pairs times dimensions that loops do in less time than it takes to load the native library. */
    private static final double LITTLE_WORK = 1e9;

    /** With fewer dimensions there is more to pick than to multiply, and loops are as quick; measured. */
    private static final int FEW_COLUMNS = 8;

    private final Library library;

    /** Decides whether the native library is used. */
    @FunctionalInterface
    private interface Library {
        /** @param progress asked for cancel, for the library may have to be loaded */
        Optional<Blas> of(DenseRows queries, DenseRows among, Progress progress);
    }

    /** Does it in the way that is quicker here. */
    public ExactSearch() {
        this(ExactSearch::whereQuicker);
    }

    private ExactSearch(final Library library) {
        this.library = library;
    }

    /** @return a search that does without the native library, and finds the same */
    public static ExactSearch plain() {
        return new ExactSearch((queries, among, progress) -> Optional.empty());
    }

    /** @return a search that uses the library whenever it can, even where it is slower */
    static ExactSearch with(final Blas blas) {
        return new ExactSearch((queries, among, progress) -> Optional.of(blas));
    }

    @Override
    public Neighbors within(final DenseRows rows, final int k, final Workers workers, final Progress progress) {
        return within(rows, k, workers, progress, "Finding the " + k + " nearest rows of " + rows.rows());
    }

    /** @param message what is being done, for the user */
    Neighbors within(final DenseRows rows, final int k, final Workers workers, final Progress progress,
        final String message) {
        return search(rows, rows, true, Math.min(k, rows.rows() - 1), workers, progress, message);
    }

    @Override
    public Neighbors between(final DenseRows queries, final DenseRows among, final int k, final Workers workers,
        final Progress progress) {
        return between(queries, among, k, workers, progress, "Finding the " + k + " nearest rows of " + queries.rows());
    }

    /** @param message what is being done, for the user */
    Neighbors between(final DenseRows queries, final DenseRows among, final int k, final Workers workers,
        final Progress progress, final String message) {
        if (queries.columns() != among.columns()) {
            throw new IllegalArgumentException("Rows of " + queries.columns() + " dimensions cannot be compared with "
                + "rows of " + among.columns() + ".");
        }
        if (!queries.metric().equals(among.metric())) {
            throw new IllegalArgumentException(
                "Rows made for " + queries.metric().similarity() + " cannot be compared with "
                    + "rows made for " + among.metric().similarity() + ".");
        }
        return search(queries, among, false, Math.min(k, among.rows()), workers, progress, message);
    }

    private Neighbors search(final DenseRows queries, final DenseRows among, final boolean same, final int wanted,
        final Workers workers, final Progress progress, final String message) {
        final var k = Math.max(0, wanted);
        final var n = queries.rows();
        final var index = new int[Math.multiplyExact(n, k)];
        final var distance = new float[index.length];
        if (queries.columns() == 0) { // nothing to compare them by
            Arrays.fill(index, -1);
            Arrays.fill(distance, Float.POSITIVE_INFINITY);
        } else if (index.length > 0) {
            final var comparison = DistanceComparison.of(queries, among, library.of(queries, among, progress), workers,
                progress);
            final var screen = comparison.screen();
            if (same && screen instanceof BlasScreen products) {
                products.pairs(comparison.exact(), k, progress).search(k, index, distance, workers, progress, message);
                return new Neighbors(n, k, index, distance);
            }
            workers.run(n, screen.queries(), (from, to) -> {
                try (var block = screen.block(from, to)) {
                    final var nearest = nearest(screen, block, comparison.exact(), from, to, k, same, among.columns(),
                        progress);
                    for (var q = from; q < to; q++) {
                        nearest[q - from].copyTo(index, distance, q * k, block, q - from);
                    }
                }
            }, progress, message);
        }
        return new Neighbors(n, k, index, distance);
    }

    private static Optional<Blas> whereQuicker(final DenseRows queries, final DenseRows among,
        final Progress progress) {
        final var work = (double)queries.rows() * among.rows() * queries.columns();
        return work < LITTLE_WORK || queries.columns() < FEW_COLUMNS ? Optional.empty() : Blas.get(progress);
    }

    private static TopK[] nearest(final Screen screen, final Screen.Block block, final RowDistance exact,
        final int from, final int to, final int k, final boolean same, final int columns,
        final Progress progress) {
        final var nearest = new TopK[to - from];
        Arrays.setAll(nearest, i -> new TopK(exact, from + i, k));
        final var cancelCheck = new CancelCheck(progress);
        for (var p = 0; p < screen.panels(); p++) {
            progress.checkCanceled();
            block.meet(p);
            final var first = screen.first(p);
            final var size = screen.first(p + 1) - first;
            for (var q = 0; q < nearest.length; q++) {
                cancelCheck.before((long)size * columns);
                final var rough = block.rough(q);
                if (same && from + q >= first && from + q < first + size) { // no row is its own neighbor
                    rough[from + q - first] = Float.NaN;
                }
                nearest[q].offer(rough, size, first, null, block, q);
            }
        }
        return nearest;
    }
}
