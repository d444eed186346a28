package org.fewlabel.learn.text;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.fewlabel.device.Progress;

/**
 * The directions in which sparse rows are longest: their first right singular vectors, by subspace iteration from a
 * random start (Halko, Martinsson and Tropp, Finding structure with randomness, 2011, algorithm 4.4). Memory is the
 * number of rows and of places times the number of directions; the rows are read, never filled up.
 *
 * @param directions the longest first, each of length 1 and at right angles to the others, and of the sign that makes
 *            its largest number positive
 * @param lengths of each the singular value, descending, above 0
 * @param floor the singular value of the last direction that was searched for, behind those that are given: what is
 *            hardly longer is hardly more than noise. 0 if there is none
 */
public record TruncatedSvd(Directions directions, double[] lengths, double floor) {

    /** How many more directions take part than are wanted; the last ones of all converge slowest. */
    private static final int MORE = 10;

    private static final int ITERATIONS = 5;

    /** Of the longest direction squared; what is shorter is noise of the numbers. */
    private static final double NOTHING = 1e-9;

    private static final int BLOCK = 256;

    /**
     * @param rows with at least one number
     * @param wanted how many directions, at least 1; there are fewer if the rows do not have as many
     * @param seed of the start
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static TruncatedSvd of(final SparseRows rows, final int wanted, final long seed, final Progress progress) {
        final var search = new Search(rows, progress);
        final var width = Math.min(wanted + MORE, Math.min(rows.rows(), rows.columns()));
        var basis = search.orthonormal(start(rows.rows(), width, seed));
        for (var i = 0; i < ITERATIONS; i++) {
            progress.report((double)i / ITERATIONS, "Finding the directions in which texts differ");
            final var images = search.gathered(basis);
            basis = search.orthonormal(new Directions(basis.count(), images.project(rows, progress)));
        }
        final var images = search.gathered(basis);
        final var spectrum = new Spectrum(search.products(images));
        final var directions = search.rotated(images, spectrum, wanted).signed();
        final var lengths = IntStream.range(0, directions.count()).mapToDouble(spectrum::length).toArray();
        return new TruncatedSvd(directions, lengths,
            spectrum.rank() > directions.count() ? spectrum.length(spectrum.rank() - 1) : 0);
    }

    private static Directions start(final int rows, final int width, final long seed) {
        final var random = new SplittableRandom(seed);
        final var numbers = new float[Math.multiplyExact(rows, width)];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = (float)random.nextGaussian();
        }
        return new Directions(width, numbers);
    }

    /** The products that the search is made of. */
    private record Search(SparseRows rows, Progress progress) {

        /** @return place by place the sum of all rows, each times its numbers */
        Directions gathered(final Directions numbers) {
            final var width = numbers.count();
            final var sums = new float[Math.multiplyExact(rows.columns(), width)];
            for (var row = 0; row < rows.rows(); row++) {
                check(row);
                for (var i = rows.offsets()[row]; i < rows.offsets()[row + 1]; i++) {
                    final var to = rows.places()[i] * width;
                    final var value = rows.values()[i];
                    for (var d = 0; d < width; d++) {
                        sums[to + d] += value * numbers.values()[row * width + d];
                    }
                }
            }
            return new Directions(width, sums);
        }

        /** @return as many directions as are independent, each of length 1 and at right angles, that span the same */
        Directions orthonormal(final Directions directions) {
            return rotated(directions, new Spectrum(products(directions)), directions.count());
        }

        /** @return the products of all pairs of directions */
        double[][] products(final Directions directions) {
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

        /** @return the directions turned into those of their spectrum, at most so many, each made of length 1 */
        Directions rotated(final Directions directions, final Spectrum spectrum, final int most) {
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
                    turned[to + d] = (float)(sums[d] / spectrum.length(d));
                }
            }
            return new Directions(count, turned);
        }

        private void check(final int row) {
            if (row % BLOCK == 0) {
                progress.checkCanceled();
            }
        }
    }

    /** The eigenvalues of products, the largest first, and their vectors. */
    private static final class Spectrum {

        private final double[] lengths;

        private final double[][] parts;

        private final int rank;

        Spectrum(final double[][] products) {
            final var matrix = new Array2DRowRealMatrix(products, false);
            double[] values;
            RealMatrix vectors;
            try {
                final var eigen = new EigenDecomposition(matrix);
                values = eigen.getRealEigenvalues();
                vectors = eigen.getV();
            } catch (final MaxCountExceededException e) { // it does not come to an end with some matrices of low rank
                // the same, for products are symmetric and not below 0
                final var svd = new SingularValueDecomposition(matrix);
                values = svd.getSingularValues();
                vectors = svd.getU();
            }
            parts = vectors.getData();
            final var least = NOTHING * values[0];
            rank = (int)Arrays.stream(values).takeWhile(value -> value > least).count();
            lengths = Arrays.stream(values).limit(rank).map(Math::sqrt).toArray();
        }

        double length(final int d) {
            return lengths[d];
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
