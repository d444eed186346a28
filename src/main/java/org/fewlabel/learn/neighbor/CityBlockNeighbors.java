package org.fewlabel.learn.neighbor;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/**
 * Neighbors by the city-block (L1) distance, selected among more neighbors by the Euclidean distance. Dimensions that
 * are missing in one of the two rows are skipped, and the sum is scaled up to all dimensions.
 */
public final class CityBlockNeighbors {

    private static final int BLOCK = 256;

    private CityBlockNeighbors() {
    }

    /**
     * @param among the neighbors to select from
     * @param wanted the number of neighbors per row; clipped to the available number
     * @return the nearest of them, with the squares of their city-block distances
     */
    public static Neighbors nearest(final DenseRows rows, final Neighbors among, final int wanted,
        final Workers workers,
        final Progress progress) {
        final var k = Math.min(wanted, among.k());
        final var index = new int[rows.rows() * k];
        final var squared = new float[index.length];
        workers.run(rows.rows(), BLOCK, (from, to) -> {
            final var cancelCheck = new CancelCheck(progress);
            for (var i = from; i < to; i++) {
                cancelCheck.before((long)among.k() * rows.columns());
                choose(rows, among, i, k, index, squared);
            }
        }, progress, "Comparing the nearest rows");
        return new Neighbors(rows.rows(), k, index, squared, among.recall(), among.outcome());
    }

    private static void choose(final DenseRows rows, final Neighbors among, final int row, final int k,
        final int[] index, final float[] squared) {
        Arrays.fill(index, row * k, (row + 1) * k, -1);
        Arrays.fill(squared, row * k, (row + 1) * k, Float.POSITIVE_INFINITY);
        final var last = Kernel.last(among, row);
        final var nearest = new double[k];
        var count = 0;
        for (var from = row * among.k(); from <= last; from++) {
            final var candidate = among.index()[from];
            final var distance = distance(rows, row, candidate);
            var at = count < k ? count++ : k;
            while (at > 0 && isNearer(distance, candidate, nearest[at - 1], index[row * k + at - 1])) {
                if (at < k) {
                    nearest[at] = nearest[at - 1];
                    index[row * k + at] = index[row * k + at - 1];
                }
                at--;
            }
            if (at < k) {
                nearest[at] = distance;
                index[row * k + at] = candidate;
            }
        }
        for (var at = 0; at < count; at++) {
            squared[row * k + at] = (float)(nearest[at] * nearest[at]);
        }
    }

    private static boolean isNearer(final double distance, final int candidate, final double otherDistance,
        final int otherCandidate) {
        return distance < otherDistance || distance == otherDistance && candidate < otherCandidate;
    }

    private static double distance(final DenseRows rows, final int a, final int b) {
        final var values = rows.values();
        final var d = rows.columns();
        var sum = 0.0;
        var known = 0;
        for (var c = 0; c < d; c++) {
            final var difference = Math.abs(values[a * d + c] - values[b * d + c]);
            if (!Float.isNaN(difference)) {
                sum += difference;
                known++;
            }
        }
        return sum * d / known;
    }
}
