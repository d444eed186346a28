package org.fewlabel.learn.neighbor;

import java.util.Optional;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/**
 * The two distances of a search: a rough one that screens candidates, and the exact one that decides.
 *
 * @param exact the distance that decides
 * @param screen the rough distance, which excludes pairs from the exact comparison
 */
record DistanceComparison(RowDistance exact, Screen screen) {

    /**
     * @param queries the rows whose neighbors are searched, with at least one dimension
     * @param among the candidates; their metric is used
     * @param blas used if the metric allows it and nothing is missing
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
        final var unitQueries = queries == among ? candidates : CosineDistance.ofLengthOne(queries, progress);
        return euclidean(unitQueries, candidates, new EuclideanDistance(unitQueries, candidates),
            CosineDistance.ROUNDING, blas,
            workers, progress);
    }

    private static Screen euclidean(final DenseRows queries, final DenseRows among, final EuclideanDistance exact,
        final double error, final Optional<Blas> blas, final Workers workers, final Progress progress) {
        final var fast = blas.isPresent() ? BlasScreen.of(blas.get(), queries, among, error, workers, progress)
            : null;
        return fast == null ? new EuclideanScreen(queries, among, exact, error, progress) : fast;
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
