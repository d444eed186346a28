package org.fewlabel.learn.probe;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.fewlabel.device.Detached;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Shuffle;

/**
 * How an embedding uses its space, whatever the classes.
 *
 * @param dimensions how many it has
 * @param effectiveRank how many it really uses: the exponential of the entropy of the shares of the singular values of
 *            the centered rows (Roy &amp; Vetterli 2007); 0 if all rows are the same
 * @param deadShare the share of dimensions that hardly vary: whose standard deviation is below a hundredth of the
 *             largest
 * @param alignment the mean squared distance of rows of the same class, on the unit sphere (Wang &amp; Isola 2020); the
 *            smaller the better; NaN without two labeled rows of a class
 * @param uniformity the logarithm of the mean of {@code exp(-2 d²)} over pairs of rows, on the unit sphere (ibid.); the
 *            smaller the better, 0 if all are the same
 */
public record EmbeddingShape(int dimensions, double effectiveRank, double deadShare, double alignment,
    double uniformity) {

    private static final int MOST_ROWS = 400;

    private static final double DEAD = 0.01;

    private static final double LEAST_RANK = 1.5;

    private static final double LEAST_USED = 0.05;

    /**
     * The uniformity of rows that differ by two thousandths of their length, which no offset that makes sense leaves.
     */
    private static final double NEARLY_THE_SAME = -1e-5;

    /**
     * @param embedding of all rows, without missing numbers
     * @param labels of the same rows
     * @param seed of the choice of rows, if there are very many
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static EmbeddingShape of(final DenseRows embedding, final Labels labels, final long seed,
        final Progress progress) {
        final var chosen = choose(embedding.rows(), seed);
        final var rows = rows(embedding, chosen);
        final var uniformity = uniformity(unit(rows), progress);
        // among rows drawn from all there may be none of the few labeled ones
        final var known = labels.labeled();
        final var labeled = Arrays.stream(choose(known.length, seed)).map(i -> known[i]).toArray();
        final var alignment = alignment(unit(rows(embedding, labeled)),
            Arrays.stream(labeled).map(row -> labels.codes()[row]).toArray(), progress);
        center(rows);
        return new EmbeddingShape(embedding.columns(), effectiveRank(rows, progress), deadShare(rows), alignment,
            uniformity);
    }

    private static double[][] rows(final DenseRows embedding, final int[] chosen) {
        final var rows = new double[chosen.length][embedding.columns()];
        for (var i = 0; i < chosen.length; i++) {
            for (var d = 0; d < embedding.columns(); d++) {
                final var value = embedding.values()[chosen[i] * embedding.columns() + d];
                rows[i][d] = Float.isNaN(value) ? 0 : value;
            }
        }
        return rows;
    }

    private static double[][] unit(final double[][] rows) {
        return Arrays.stream(rows).map(EmbeddingShape::unit).toArray(double[][]::new);
    }

    /** @return whether nearly all rows have become the same, or all but one direction is lost */
    public boolean collapsed() {
        return lostDirections() || dimensions > 1 && uniformity > NEARLY_THE_SAME;
    }

    /** @return whether so few directions are used that rows cannot be told apart by more than one number, or none */
    public boolean lostDirections() {
        return effectiveRank == 0 || dimensions > 1 && (effectiveRank < LEAST_RANK || deadShare > 1 - LEAST_USED);
    }

    private static int[] choose(final int rows, final long seed) {
        return Shuffle.first(IntStream.range(0, rows).toArray(), Math.min(rows, MOST_ROWS),
            new SplittableRandom(seed));
    }

    private static double[] unit(final double[] row) {
        final var length = Math.sqrt(dot(row, row));
        return Arrays.stream(row).map(value -> length > 0 ? value / length : 0).toArray();
    }

    private static double dot(final double[] a, final double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void center(final double[][] rows) {
        for (var d = 0; rows.length > 0 && d < rows[0].length; d++) {
            final var dimension = d;
            final var mean = Arrays.stream(rows).mapToDouble(row -> row[dimension]).average().orElse(0);
            for (final var row : rows) {
                row[d] -= mean;
            }
        }
    }

    /**
     * From the smaller of the two products of the rows with themselves, whose eigenvalues are the squared singular
     * values.
     */
    private static double effectiveRank(final double[][] rows, final Progress progress) {
        if (rows.length == 0 || rows[0].length == 0) {
            return 0;
        }
        final var vectors = rows.length <= rows[0].length ? rows : transposed(rows);
        final var products = new double[vectors.length][vectors.length];
        for (var i = 0; i < vectors.length; i++) {
            progress.checkCanceled();
            for (var j = 0; j <= i; j++) {
                products[i][j] = dot(vectors[i], vectors[j]);
                products[j][i] = products[i][j];
            }
        }
        // the library cannot be canceled; of so few rows it needs about a second
        final var singular = Arrays.stream(Detached.call(() -> eigenvalues(products), progress))
            .map(value -> Math.sqrt(Math.max(0, value))).toArray();
        final var sum = Arrays.stream(singular).sum();
        if (sum < 1e-9) {
            return 0;
        }
        return Math.exp(Arrays.stream(singular).map(value -> value / sum).filter(share -> share > 1e-12)
            .map(share -> -share * Math.log(share)).sum());
    }

    /** @param products symmetric, with no eigenvalue below 0 */
    static double[] eigenvalues(final double[][] products) {
        final var matrix = new Array2DRowRealMatrix(products, false);
        try {
            return new EigenDecomposition(matrix).getRealEigenvalues();
        } catch (final MaxCountExceededException e) { // it does not come to an end with some matrices of low rank
            return new SingularValueDecomposition(matrix).getSingularValues(); // the same for such a matrix
        }
    }

    private static double[][] transposed(final double[][] rows) {
        final var columns = new double[rows[0].length][rows.length];
        for (var i = 0; i < rows.length; i++) {
            for (var d = 0; d < columns.length; d++) {
                columns[d][i] = rows[i][d];
            }
        }
        return columns;
    }

    private static double deadShare(final double[][] centered) {
        if (centered.length == 0 || centered[0].length == 0) {
            return 1;
        }
        final var deviations = Arrays.stream(transposed(centered)).mapToDouble(column -> Math.sqrt(dot(column, column)))
            .toArray();
        final var largest = Arrays.stream(deviations).max().orElse(0);
        return Arrays.stream(deviations).filter(deviation -> deviation <= DEAD * largest).count()
            / (double)deviations.length;
    }

    private static double alignment(final double[][] unit, final int[] codes, final Progress progress) {
        var sum = 0.0;
        var pairs = 0L;
        for (var i = 0; i < unit.length; i++) {
            progress.checkCanceled();
            for (var j = 0; j < i; j++) {
                if (codes[i] == codes[j]) {
                    sum += squaredDistance(unit[i], unit[j]);
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }

    private static double uniformity(final double[][] unit, final Progress progress) {
        var sum = 0.0;
        var pairs = 0L;
        for (var i = 0; i < unit.length; i++) {
            progress.checkCanceled();
            for (var j = 0; j < i; j++) {
                sum += Math.exp(-2 * squaredDistance(unit[i], unit[j]));
                pairs++;
            }
        }
        return pairs == 0 ? 0 : Math.log(sum / pairs);
    }

    private static double squaredDistance(final double[] a, final double[] b) {
        return Math.max(0, dot(a, a) + dot(b, b) - 2 * dot(a, b));
    }
}
