package org.fewlabel.learn.neighbor;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/**
 * A k-means clustering of rows for an inverted file: each cell holds the rows nearest to its center. The centers are
 * found by k-means (Lloyd, Least squares quantization in PCM, 1982) on a sample of the rows.
 *
 * @param centers one row per cell
 * @param starts the first position of each cell in the order, and the end of the last
 * @param order the indices of the rows, cell by cell, ascending in each
 */
record KMeansCells(DenseRows centers, int[] starts, int[] order) {

    /** The number of sampled rows per center. */
    private static final int ROWS_PER_CENTER = 64;

    private static final int STEPS = 8;

    private static final String MESSAGE = "Dividing the rows into groups";

    /**
     * @param rows without missing values, compared by Euclidean distance
     * @param wanted the number of cells; empty ones are removed
     * @param search for the nearest centers
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static KMeansCells of(final DenseRows rows, final int wanted, final long seed, final ExactSearch search,
        final Workers workers, final Progress progress) {
        final var random = new SplittableRandom(seed);
        final var sample = rows
            .select(draw(rows.rows(), (int)Math.min(rows.rows(), (long)ROWS_PER_CENTER * wanted), random));
        var centers = sample.select(draw(sample.rows(), Math.min(wanted, sample.rows()), random));
        for (var step = 0; step < STEPS; step++) {
            final var nearest = search
                .between(sample, centers, 1, workers, progress.part(0.05 * step, 0.05 * (step + 1)),
                    MESSAGE)
                .index();
            centers = means(sample, nearest, centers.rows(), random);
        }
        final var nearest = search.between(rows, centers, 1, workers, progress.part(0.4, 1), MESSAGE).index();
        return withoutEmpty(centers, nearest);
    }

    /**
     * Draws one index from each of {@code count} equal ranges, ascending: spread over all rows, whatever their order.
     */
    private static int[] draw(final int size, final int count, final SplittableRandom random) {
        return IntStream.range(0, count).map(i -> {
            final var from = (long)size * i / count;
            return (int)(from + random.nextLong((long)size * (i + 1) / count - from));
        }).toArray();
    }

    /** Computes the mean of the rows nearest to each center; a center without rows is replaced by a random row. */
    private static DenseRows means(final DenseRows rows, final int[] nearest, final int count,
        final SplittableRandom random) {
        final var columns = rows.columns();
        final var sums = new double[Math.multiplyExact(count, columns)];
        final var counts = new int[count];
        for (var i = 0; i < nearest.length; i++) {
            counts[nearest[i]]++;
            for (var d = 0; d < columns; d++) {
                sums[nearest[i] * columns + d] += rows.values()[i * columns + d];
            }
        }
        final var means = new float[sums.length];
        for (var c = 0; c < count; c++) {
            final var instead = counts[c] > 0 ? 0 : random.nextInt(rows.rows()) * columns;
            for (var d = 0; d < columns; d++) {
                means[c * columns + d] = counts[c] > 0 ? (float)(sums[c * columns + d] / counts[c])
                    : rows.values()[instead + d];
            }
        }
        return new DenseRows(count, columns, means);
    }

    /** Removes empty cells. */
    private static KMeansCells withoutEmpty(final DenseRows centers, final int[] nearest) {
        final var counts = new int[centers.rows()];
        for (final var cell : nearest) {
            counts[cell]++;
        }
        final var kept = IntStream.range(0, counts.length).filter(c -> counts[c] > 0).toArray();
        final var starts = new int[kept.length + 1];
        final var next = new int[counts.length];
        for (var c = 0; c < kept.length; c++) {
            next[kept[c]] = starts[c];
            starts[c + 1] = starts[c] + counts[kept[c]];
        }
        final var order = new int[nearest.length];
        for (var i = 0; i < order.length; i++) {
            order[next[nearest[i]]++] = i;
        }
        return new KMeansCells(centers.select(kept), starts, order);
    }

    /** @return the number of cells */
    int count() {
        return starts.length - 1;
    }

    /** @return the cell of the row at a position of the order */
    int cellAt(final int position) {
        final var found = Arrays.binarySearch(starts, position);
        return found >= 0 ? found : -found - 2; // no two cells start at the same position, since none is empty
    }
}
