package org.fewlabel.learn.neighbor;

import java.util.Arrays;
import java.util.Optional;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/**
 * Brute-force k-nearest-neighbor search: exact, and the same on every machine. All pairs are first compared roughly, by
 * matrix products of the native library where that is faster and by loops in Java elsewhere; possible neighbors are
 * compared again in double precision by the definition of their metric ({@code EuclideanDistance},
 * {@code CosineDistance}, {@code GowerDistance}, {@code TanimotoScreen}), which decides.
 */
public final class ExactSearch implements NeighborSearch {

    /** Pairs times dimensions below which loops take less time than loading the native library. */
    private static final double LITTLE_WORK = 1e9;

    /** With fewer dimensions selection takes longer than multiplication, and loops are as fast (measured). */
    private static final int FEW_COLUMNS = 8;

    private final Library library;

    /** Decides whether the native library is used. */
    @FunctionalInterface
    private interface Library {
        /** @param progress checked for cancellation, since the library may have to be loaded */
        Optional<Blas> of(DenseRows queries, DenseRows among, Progress progress);
    }

    /** A search that uses the native library where that is faster. */
    public ExactSearch() {
        this(ExactSearch::whereFaster);
    }

    private ExactSearch(final Library library) {
        this.library = library;
    }

    /** @return a search without the native library, with the same result */
    public static ExactSearch plain() {
        return new ExactSearch((queries, among, progress) -> Optional.empty());
    }

    /** @return a search that uses the library whenever possible, even where it is slower */
    static ExactSearch with(final Blas blas) {
        return new ExactSearch((queries, among, progress) -> Optional.of(blas));
    }

    @Override
    public Neighbors within(final DenseRows rows, final int k, final Workers workers, final Progress progress) {
        return within(rows, k, workers, progress, "Finding the " + k + " nearest rows of " + rows.rows());
    }

    /** @param message of the progress, for the user */
    Neighbors within(final DenseRows rows, final int k, final Workers workers, final Progress progress,
        final String message) {
        return search(rows, rows, true, Math.min(k, rows.rows() - 1), workers, progress, message);
    }

    @Override
    public Neighbors between(final DenseRows queries, final DenseRows among, final int k, final Workers workers,
        final Progress progress) {
        return between(queries, among, k, workers, progress, "Finding the " + k + " nearest rows of " + queries.rows());
    }

    /** @param message of the progress, for the user */
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
        if (queries.columns() == 0) { // no dimension to compare
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

    private static Optional<Blas> whereFaster(final DenseRows queries, final DenseRows among,
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
            block.compute(p);
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
