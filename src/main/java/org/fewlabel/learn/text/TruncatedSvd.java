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
 * Truncated singular value decomposition of sparse rows by randomized subspace iteration (Halko, Martinsson and Tropp,
 * Finding structure with randomness, 2011, algorithm 4.4). Memory is proportional to (rows + columns) times directions;
 * the sparse rows are never made dense.
 *
 * @param directions the first right singular vectors, orthonormal, by descending singular value, each with the sign
 *         that makes its entry of largest magnitude positive
 * @param singularValues of the directions, descending, above 0
 * @param floor the smallest singular value computed beyond those returned: directions hardly above it are hardly more
 *         than noise. 0 if there is none
 */
public record TruncatedSvd(Directions directions, double[] singularValues, double floor) {

    /** Oversampling: the number of additional directions, of which the last converge slowest. */
    private static final int OVERSAMPLING = 10;

    private static final int ITERATIONS = 5;

    /** Relative to the largest eigenvalue (singular value squared); smaller ones are rounding noise. */
    private static final double RELATIVE_ZERO = 1e-9;

    private static final int BLOCK = 256;

    /**
     * @param rows with at min one value
     * @param rank the number of directions, at min 1; fewer are returned if the rows have a lower rank
     * @param seed of the random start
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static TruncatedSvd of(final SparseRows rows, final int rank, final long seed, final Progress progress) {
        final var search = new Search(rows, progress);
        final var width = Math.min(rank + OVERSAMPLING, Math.min(rows.rows(), rows.columns()));
        var basis = search.orthonormal(start(rows.rows(), width, seed));
        for (var i = 0; i < ITERATIONS; i++) {
            progress.report((double)i / ITERATIONS, "Finding the directions in which texts differ");
            final var images = search.transposeTimes(basis);
            basis = search.orthonormal(new Directions(basis.count(), images.project(rows, progress)));
        }
        final var images = search.transposeTimes(basis);
        final var eigen = new Eigen(search.gramMatrix(images));
        final var directions = search.rotated(images, eigen, rank).signed();
        final var singularValues = IntStream.range(0, directions.count()).mapToDouble(eigen::singularValue).toArray();
        return new TruncatedSvd(directions, singularValues,
            eigen.rank() > directions.count() ? eigen.singularValue(eigen.rank() - 1) : 0);
    }

    private static Directions start(final int rows, final int width, final long seed) {
        final var random = new SplittableRandom(seed);
        final var numbers = new float[Math.multiplyExact(rows, width)];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = (float)random.nextGaussian();
        }
        return new Directions(width, numbers);
    }

    /** The matrix products of the iteration. */
    private record Search(SparseRows rows, Progress progress) {

        /** @return {@code rowsᵀ · numbers} */
        Directions transposeTimes(final Directions numbers) {
            final var width = numbers.count();
            final var sums = new float[Math.multiplyExact(rows.columns(), width)];
            for (var row = 0; row < rows.rows(); row++) {
                check(row);
                for (var i = rows.offsets()[row]; i < rows.offsets()[row + 1]; i++) {
                    final var to = rows.indices()[i] * width;
                    final var value = rows.values()[i];
                    for (var d = 0; d < width; d++) {
                        sums[to + d] += value * numbers.values()[row * width + d];
                    }
                }
            }
            return new Directions(width, sums);
        }

        /** @return an orthonormal basis of the span of the directions */
        Directions orthonormal(final Directions directions) {
            return rotated(directions, new Eigen(gramMatrix(directions)), directions.count());
        }

        /** @return the Gram matrix of the directions */
        double[][] gramMatrix(final Directions directions) {
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

        /** @return the directions times the first eigenvectors, each scaled to length 1 */
        Directions rotated(final Directions directions, final Eigen eigen, final int max) {
            final var width = directions.count();
            final var count = Math.min(max, eigen.rank());
            final var rotated = new float[directions.values().length / width * count];
            final var sums = new double[count];
            for (int at = 0, to = 0; at < directions.values().length; at += width, to += count) {
                check(at / width);
                Arrays.fill(sums, 0);
                for (var a = 0; a < width; a++) {
                    final double value = directions.values()[at + a];
                    final var vectors = eigen.entries(a);
                    for (var d = 0; d < count && value != 0; d++) {
                        sums[d] += value * vectors[d];
                    }
                }
                for (var d = 0; d < count; d++) {
                    rotated[to + d] = (float)(sums[d] / eigen.singularValue(d));
                }
            }
            return new Directions(count, rotated);
        }

        private void check(final int row) {
            if (row % BLOCK == 0) {
                progress.checkCanceled();
            }
        }
    }

    /** The eigenvalues of a Gram matrix, the largest first, and their eigenvectors. */
    private static final class Eigen {

        private final double[] singularValues;

        private final double[][] vectors;

        private final int rank;

        Eigen(final double[][] gramMatrix) {
            final var matrix = new Array2DRowRealMatrix(gramMatrix, false);
            double[] values;
            RealMatrix eigenvectors;
            try {
                final var eigen = new EigenDecomposition(matrix);
                values = eigen.getRealEigenvalues();
                eigenvectors = eigen.getV();
            } catch (final MaxCountExceededException e) { // it does not converge for some matrices of low rank
                // equivalent, for a Gram matrix is symmetric and positive semidefinite
                final var svd = new SingularValueDecomposition(matrix);
                values = svd.getSingularValues();
                eigenvectors = svd.getU();
            }
            vectors = eigenvectors.getData();
            final var min = RELATIVE_ZERO * values[0];
            rank = (int)Arrays.stream(values).takeWhile(value -> value > min).count();
            singularValues = Arrays.stream(values).limit(rank).map(Math::sqrt).toArray();
        }

        double singularValue(final int d) {
            return singularValues[d];
        }

        /** @return the entries of all eigenvectors in that dimension */
        double[] entries(final int dimension) {
            return vectors[dimension];
        }

        int rank() {
            return rank;
        }
    }
}
