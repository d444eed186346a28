package org.fewlabel.learn.text;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.fewlabel.device.Progress;

/**
 * The directions in which sparse rows are longest: their first right singular vectors, by subspace iteration from a random
 * start (Halko, Martinsson and Tropp, Finding structure with randomness, 2011, algorithm 4.4). Memory is the number of places
 * times the number of directions; the rows are read, never filled up.
 */
public final class TruncatedSvd {

    /** How many more directions take part than are wanted; the last ones of all converge slowest. */
    private static final int MORE = 10;

    private static final int ITERATIONS = 5;

    /** Of the longest direction squared; what is shorter is noise of the numbers. */
    private static final double NOTHING = 1e-9;

    private static final int BLOCK = 256;

    private final SparseRows rows;

    private final Progress progress;

    private TruncatedSvd(final SparseRows rows, final Progress progress) {
        this.rows = rows;
        this.progress = progress;
    }

    /**
     * @param rows with at least one number
     * @param wanted how many directions, at least 1; there are fewer if the rows do not have as many
     * @param seed of the start
     * @return place by place, one number for each direction, the longest direction first; orthonormal, and each of the sign
     *         that makes its largest number positive
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static Directions of(final SparseRows rows, final int wanted, final long seed, final Progress progress) {
        final var svd = new TruncatedSvd(rows, progress);
        final var width = Math.min(wanted + MORE, Math.min(rows.rows(), rows.columns()));
        var basis = svd.orthonormal(svd.start(width, seed));
        for (var i = 0; i < ITERATIONS; i++) {
            progress.report((double)i / ITERATIONS, "Finding the directions in which texts differ");
            basis = svd.orthonormal(svd.gathered(basis.project(rows, progress), basis.count()));
        }
        final var images = new Directions(basis.count(), basis.project(rows, progress));
        return svd.rotated(basis, new Spectrum(svd.products(images)), wanted).signed();
    }

    private Directions start(final int width, final long seed) {
        final var random = new SplittableRandom(seed);
        final var numbers = new float[Math.multiplyExact(rows.rows(), width)];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = (float)random.nextGaussian();
        }
        return gathered(numbers, width);
    }

    /** @return the transposed rows times the numbers, which are {@code width} for each row */
    private Directions gathered(final float[] numbers, final int width) {
        final var sums = new float[Math.multiplyExact(rows.columns(), width)];
        for (var row = 0; row < rows.rows(); row++) {
            check(row);
            for (var i = rows.offsets()[row]; i < rows.offsets()[row + 1]; i++) {
                final var to = rows.places()[i] * width;
                final var value = rows.values()[i];
                for (var d = 0; d < width; d++) {
                    sums[to + d] += value * numbers[row * width + d];
                }
            }
        }
        return new Directions(width, sums);
    }

    /** @return as many directions as are independent, orthonormal, that span the same */
    private Directions orthonormal(final Directions directions) {
        final var spectrum = new Spectrum(products(directions));
        final var rotated = rotated(directions, spectrum, directions.count());
        final var count = rotated.count();
        for (var i = 0; i < rotated.values().length; i++) {
            rotated.values()[i] /= (float)Math.sqrt(spectrum.value(i % count));
        }
        return rotated;
    }

    /** @return the products of all pairs of directions */
    private double[][] products(final Directions directions) {
        final var width = directions.count();
        final var sums = new double[width][width];
        for (var at = 0; at < directions.values().length; at += width) {
            check(at / width);
            for (var a = 0; a < width; a++) {
                final double value = directions.values()[at + a];
                for (var b = 0; b <= a && value != 0; b++) {
                    sums[a][b] += value * directions.values()[at + b];
                }
            }
        }
        for (var a = 0; a < width; a++) {
            for (var b = 0; b < a; b++) {
                sums[b][a] = sums[a][b];
            }
        }
        return sums;
    }

    /** @return the directions turned into those of the spectrum, at most so many, without those that are nothing */
    private Directions rotated(final Directions directions, final Spectrum spectrum, final int most) {
        final var width = directions.count();
        final var count = Math.min(most, spectrum.rank());
        final var turned = new float[directions.values().length / width * count];
        final var sums = new double[count];
        for (int at = 0, to = 0; at < directions.values().length; at += width, to += count) {
            check(at / width);
            Arrays.fill(sums, 0);
            for (var a = 0; a < width; a++) {
                final double value = directions.values()[at + a];
                final var parts = spectrum.partsOf(a);
                for (var d = 0; d < count && value != 0; d++) {
                    sums[d] += value * parts[d];
                }
            }
            for (var d = 0; d < count; d++) {
                turned[to + d] = (float)sums[d];
            }
        }
        return new Directions(count, turned);
    }

    private void check(final int row) {
        if (row % BLOCK == 0) {
            progress.checkCancelled();
        }
    }

    /** Eigenvalues, the largest first, and their vectors. */
    private static final class Spectrum {

        private final EigenDecomposition eigen;

        private final double[][] parts;

        private final int rank;

        Spectrum(final double[][] symmetric) {
            eigen = new EigenDecomposition(new Array2DRowRealMatrix(symmetric, false));
            parts = eigen.getV().getData();
            var positive = 0;
            for (var d = 0; d < parts.length; d++) {
                positive += value(d) > NOTHING * value(0) ? 1 : 0;
            }
            rank = positive;
        }

        double value(final int d) {
            return eigen.getRealEigenvalue(d);
        }

        /** @return what each vector has of a dimension */
        double[] partsOf(final int dimension) {
            return parts[dimension];
        }

        int rank() {
            return rank;
        }
    }
}
