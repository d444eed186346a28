package org.fewlabel.learn.neighbor;

import java.util.Optional;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/**
 * How the rows of a search are compared: exactly, and roughly before.
 *
 * @param exact decides
 * @param screen tells which need not be compared exactly
 */
record DistanceComparison(RowDistance exact, Screen screen) {

    /**
     * @param queries the rows whose neighbors are sought, with at least one dimension
     * @param among the rows that may be neighbors; their metric counts
     * @param blas used where the metric allows and nothing is missing
     */
    static DistanceComparison of(final DenseRows queries, final DenseRows among, final Optional<Blas> blas,
        final Workers workers, final Progress progress) {
        final var comparison = by(queries, among, blas, workers, progress);
        return new DistanceComparison(
            new CancellableDistance(comparison.exact, among.columns(), new CancelCheck(progress)),
            comparison.screen);
    }

    private static DistanceComparison by(final DenseRows queries, final DenseRows among, final Optional<Blas> blas,
        final Workers workers, final Progress progress) {
        final var missing = hasMissing(queries, progress) || hasMissing(among, progress);
        return switch (among.metric().similarity()) {
            case EUCLIDEAN -> {
                final var exact = new EuclideanDistance(queries, among, missing, progress);
                yield new DistanceComparison(exact, euclidean(queries, among, exact, 0, blas, workers, progress));
            }
            case COSINE -> new DistanceComparison(new CosineDistance(queries, among),
                missing ? new CosineScreen(queries, among, progress) : cosine(queries, among, blas, workers, progress));
            case TANIMOTO -> {
                final var counts = new TanimotoScreen(queries, among, missing, progress);
                yield new DistanceComparison(counts, counts);
            }
            case GOWER -> new DistanceComparison(new GowerDistance(queries, among),
                new GowerScreen(queries, among, missing, progress));
        };
    }

    private static Screen cosine(final DenseRows queries, final DenseRows among, final Optional<Blas> blas,
        final Workers workers, final Progress progress) {
        final var candidates = CosineDistance.ofLengthOne(among, progress);
        final var asked = queries == among ? candidates : CosineDistance.ofLengthOne(queries, progress);
        return euclidean(asked, candidates, new EuclideanDistance(asked, candidates), CosineDistance.ROUNDING, blas,
            workers, progress);
    }

    private static Screen euclidean(final DenseRows queries, final DenseRows among, final EuclideanDistance exact,
        final double off, final Optional<Blas> blas, final Workers workers, final Progress progress) {
        final var fast = blas.isPresent() ? BlasScreen.of(blas.get(), queries, among, off, workers, progress)
            : null;
        return fast == null ? new EuclideanScreen(queries, among, exact, off, progress) : fast;
    }

    private static boolean hasMissing(final DenseRows rows, final Progress progress) {
        final var cancelCheck = new CancelCheck(progress);
        for (var row = 0; row < rows.rows(); row++) {
            cancelCheck.before(rows.columns());
            for (var i = row * rows.columns(); i < (row + 1) * rows.columns(); i++) {
                if (Float.isNaN(rows.values()[i])) {
                    return true;
                }
            }
        }
        return false;
    }
}
