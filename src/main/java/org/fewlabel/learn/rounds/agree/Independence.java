package org.fewlabel.learn.rounds.agree;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Shuffle;

/**
 * A permutation test of the independence of two views within classes: the RV coefficient of the class-centered rows,
 * compared with its values when the rows of the second view are shuffled within the classes.
 *
 * @param dependence the coefficient, 0 to 1; NaN if undefined
 * @param expected the mean over the permutations
 * @param probability the p-value, the share of at least the coefficient among the permutations and the observed value
 */
record Independence(double dependence, double expected, double probability) {

    private static final int PERMUTATIONS = 199;

    /** The maximum number of labeled rows, which is enough for the test. */
    private static final int MAX_ROWS = 500;

    /** @param labels of the rows; only labeled rows of classes with at least two are used */
    static Independence of(final DenseRows first, final DenseRows second, final Labels labels, final long seed,
        final Progress progress) {
        final var counts = labels.counts();
        final var random = new SplittableRandom(seed);
        final var repeated = Arrays.stream(labels.labeled()).filter(row -> counts[labels.codes()[row]] > 1).toArray();
        Shuffle.all(repeated, random);
        final var rows = Arrays.stream(repeated).limit(MAX_ROWS).sorted().toArray();
        final var codes = labels.select(rows).codes();
        final var one = products(centered(first.select(rows), codes, labels.classes().size()), progress);
        final var other = products(centered(second.select(rows), codes, labels.classes().size()), progress);
        final var scale = Math.sqrt(inner(one, one, null) * inner(other, other, null));
        if (!(scale > 0)) {
            return new Independence(Double.NaN, Double.NaN, Double.NaN);
        }
        final var observed = inner(one, other, null) / scale;
        var sum = 0.0;
        var atLeast = 1;
        for (var s = 0; s < PERMUTATIONS; s++) {
            progress.checkCanceled();
            final var shuffled = inner(one, other, withinClasses(codes, random)) / scale;
            sum += shuffled;
            atLeast += shuffled >= observed ? 1 : 0;
        }
        return new Independence(observed, sum / PERMUTATIONS, (double)atLeast / (PERMUTATIONS + 1));
    }

    /** Subtracts class means; missing values become the mean of their class, 0. */
    private static double[][] centered(final DenseRows rows, final int[] codes, final int classes) {
        final var centered = new double[rows.rows()][rows.columns()];
        for (var d = 0; d < rows.columns(); d++) {
            final var sums = new double[classes];
            final var counts = new int[classes];
            for (var i = 0; i < codes.length; i++) {
                final var value = rows.values()[i * rows.columns() + d];
                sums[codes[i]] += Float.isNaN(value) ? 0 : value;
                counts[codes[i]] += Float.isNaN(value) ? 0 : 1;
            }
            for (var i = 0; i < codes.length; i++) {
                final var value = rows.values()[i * rows.columns() + d];
                centered[i][d] = Float.isNaN(value) ? 0 : value - sums[codes[i]] / counts[codes[i]];
            }
        }
        return centered;
    }

    private static double[][] products(final double[][] rows, final Progress progress) {
        final var products = new double[rows.length][rows.length];
        for (var i = 0; i < rows.length; i++) {
            progress.checkCanceled();
            for (var j = 0; j <= i; j++) {
                for (var d = 0; d < rows[i].length; d++) {
                    products[i][j] += rows[i][d] * rows[j][d];
                }
                products[j][i] = products[i][j];
            }
        }
        return products;
    }

    /** @param order of the second's rows; {@code null} for the given one */
    private static double inner(final double[][] one, final double[][] other, final int[] order) {
        var sum = 0.0;
        for (var i = 0; i < one.length; i++) {
            final var row = other[order == null ? i : order[i]];
            for (var j = 0; j < one.length; j++) {
                sum += one[i][j] * row[order == null ? j : order[j]];
            }
        }
        return sum;
    }

    private static int[] withinClasses(final int[] codes, final SplittableRandom random) {
        final var order = IntStream.range(0, codes.length).toArray();
        for (final var c : Arrays.stream(codes).distinct().toArray()) {
            final var ofClass = IntStream.range(0, codes.length).filter(i -> codes[i] == c).toArray();
            final var shuffled = ofClass.clone();
            Shuffle.all(shuffled, random);
            for (var i = 0; i < ofClass.length; i++) {
                order[ofClass[i]] = shuffled[i];
            }
        }
        return order;
    }
}
