package org.fewlabel.learn.neighbor;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Similarity;

/**
 * Approximate k-nearest-neighbor search that compares each row with the rows of nearby {@link KMeansCells} only (an
 * inverted file, IVF: Sivic and Zisserman, Video Google, 2003; Jégou, Douze and Schmid, Product quantization for
 * nearest neighbor search, 2011, without the quantization). The probe radius is tuned for the recall@k of sampled rows
 * and checked on other rows; if the search takes nearly as long as comparing all pairs, there is no result. The result
 * depends on the seed, not on the number of threads.
 */
final class ApproximateSearch {

    /** The recall that is guaranteed on the checked rows. */
    static final double MIN_RECALL = 0.98;

    /**
     * The recall on the rows that tune the radius: the next value is tried if the recall of the checked rows is too
     * low.
     */
    private static final double[] TARGETS = {0.99, 0.995, 0.9975};

    /** The number of rows that tune the radius; as many check it. */
    private static final int SAMPLE = 400;

    /** The cost of a pair relative to one in the larger matrix products of the exact search. */
    private static final double OVERHEAD = 1.5;

    private final Blas blas;

    private final long seed;

    /** @param seed of the cells and of the sampled rows */
    ApproximateSearch(final Blas blas, final long seed) {
        this.blas = blas;
        this.seed = seed;
    }

    /**
     * @return whether these rows can be searched with cells: Euclidean or cosine distance, nothing missing or beyond
     *         single precision
     */
    static boolean suits(final DenseRows rows, final Progress progress) {
        final var similarity = rows.metric().similarity();
        return (similarity == Similarity.EUCLIDEAN || similarity == Similarity.COSINE) && rows.columns() > 0
            && Panels.fit(rows, progress);
    }

    /**
     * @param rows for which {@link #suits} is true
     * @param wanted the number of neighbors per row; clipped to the number of other rows
     * @return the neighbors, with the recall; empty if all pairs are compared in about the same time
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    Optional<Neighbors> within(final DenseRows rows, final int wanted, final Workers workers,
        final Progress progress) {
        final var n = rows.rows();
        final var k = Math.min(wanted, n - 1);
        if (k < 1) {
            return Optional.empty();
        }
        final var cosine = rows.metric().similarity() == Similarity.COSINE;
        final var points = cosine ? CosineDistance.ofLengthOne(rows, progress)
            : new DenseRows(n, rows.columns(), rows.values());
        final var cells = KMeansCells.of(points, (int)Math.ceil(Math.sqrt(n)), seed, ExactSearch.with(blas), workers,
            progress.part(0, 0.25));
        final var screen = new CellSearch(blas, points,
            new CancellableDistance(cosine ? new CosineDistance(rows, rows) : new EuclideanDistance(rows, rows),
                rows.columns(),
                new CancelCheck(progress)),
            cosine ? CosineDistance.ROUNDING : 0, cells, workers, progress);
        final var plan = plan(points, cells, screen, k, workers, progress.part(0.25, 0.35));
        return plan == null ? Optional.empty() : Optional.of(screen.nearest(null, plan.radius(), k, workers,
            progress.part(0.35, 1), "Finding the " + k + " nearest rows of " + n + " in near groups")
            .withRecall(plan.recall()));
    }

    private record ProbePlan(ProbeRadius radius, double recall) {
    }

    /**
     * Tunes the radius on some rows and measures its recall on others; {@code null} if none is good enough and faster.
     */
    private ProbePlan plan(final DenseRows points, final KMeansCells cells, final CellSearch screen, final int k,
        final Workers workers, final Progress progress) {
        final var message = "Measuring what near groups of rows hold";
        final var random = new SplittableRandom(seed + 1);
        final var tuned = draw(points.rows(), random);
        final var checked = draw(points.rows(), random);
        final var truth = screen.nearest(tuned, ProbeRadius.ALL, k, workers, progress.part(0, 0.4), message);
        final var check = screen.nearest(checked, ProbeRadius.ALL, k, workers, progress.part(0.4, 0.8), message);
        final var neighborCells = neighborCells(truth, cells);
        final var toCenters = toCenters(points, cells, tuned, progress);
        for (final var target : TARGETS) {
            final var radius = ProbeRadius.of(cells, toCenters, neighborCells, target);
            final var before = screen.compared();
            final var found = screen.nearest(checked, radius, k, workers, progress.part(0.8, 1), message);
            final var compared = (double)(screen.compared() - before) / checked.length;
            if (OVERHEAD * (compared + cells.count()) > points.rows()) {
                return null;
            }
            final var recall = recall(found, check);
            if (recall >= MIN_RECALL) {
                return new ProbePlan(radius, recall);
            }
        }
        return null;
    }

    private static int[] draw(final int size, final SplittableRandom random) {
        return random.ints(Math.min(size, SAMPLE), 0, size).sorted().toArray();
    }

    private static int[][] neighborCells(final Neighbors truth, final KMeansCells cells) {
        final var cellOf = new int[cells.order().length];
        for (var c = 0; c < cells.count(); c++) {
            for (var at = cells.starts()[c]; at < cells.starts()[c + 1]; at++) {
                cellOf[cells.order()[at]] = c;
            }
        }
        final var neighborCells = new int[truth.rows()][];
        Arrays.setAll(neighborCells,
            q -> Arrays.stream(truth.index(), q * truth.k(), (q + 1) * truth.k()).filter(i -> i >= 0)
                .map(i -> cellOf[i]).toArray());
        return neighborCells;
    }

    private static double[] toCenters(final DenseRows points, final KMeansCells cells, final int[] positions,
        final Progress progress) {
        final var cancelCheck = new CancelCheck(progress);
        final var distance = new EuclideanDistance(points, cells.centers());
        final var toCenters = new double[Math.multiplyExact(positions.length, cells.count())];
        for (var at = 0; at < toCenters.length; at++) {
            cancelCheck.before(points.columns());
            toCenters[at] = distance.squared(cells.order()[positions[at / cells.count()]], at % cells.count());
        }
        return toCenters;
    }

    /**
     * @param found of some rows
     * @param truth the nearest of the same rows
     * @return recall@k: the share of found rows that are as near as the furthest true neighbor; 1 if there are none
     */
    static double recall(final Neighbors found, final Neighbors truth) {
        var correct = 0;
        var all = 0;
        for (var q = 0; q < truth.rows(); q++) {
            final var last = Kernel.last(truth, q);
            for (var at = q * truth.k(); at <= last; at++) {
                all++;
                correct += found.squaredDistance()[at] <= truth.squaredDistance()[last] ? 1 : 0;
            }
        }
        return all == 0 ? 1 : (double)correct / all;
    }
}
