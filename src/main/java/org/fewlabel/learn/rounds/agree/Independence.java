package org.fewlabel.learn.rounds.agree;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Shuffle;

/**
 * Whether two views are independent within classes: the RV coefficient of the rows less the means of their classes,
 * beside what it is when the rows of the second view are shuffled within the classes.
 *
 * @param dependence the coefficient, 0 to 1; NaN if it cannot be told
 * @param expected the mean over the shuffles
 * @param probability of at least the coefficient, among the shuffles and what was found itself
 */
record Independence(double dependence, double expected, double probability) {

    private static final int SHUFFLES = 199;

    /** More labeled rows than these are not needed to tell. */
    private static final int MOST_ROWS = 500;

    /** @param labels of the rows; only labeled rows count, of classes with at least two */
    static Independence of(final DenseRows first, final DenseRows second, final Labels labels, final long seed,
        final Progress progress) {
        final var counts = labels.counts();
        final var random = new SplittableRandom(seed);
        final var several = Arrays.stream(labels.labeled()).filter(row -> counts[labels.codes()[row]] > 1).toArray();
        Shuffle.all(several, random);
        final var rows = Arrays.stream(several).limit(MOST_ROWS).sorted().toArray();
        final var codes = labels.select(rows).codes();
        final var one = products(centered(first.select(rows), codes, labels.classes().size()), progress);
        final var other = products(centered(second.select(rows), codes, labels.classes().size()), progress);
        final var scale = Math.sqrt(inner(one, one, null) * inner(other, other, null));
        if (!(scale > 0)) {
            return new Independence(Double.NaN, Double.NaN, Double.NaN);
        }
        final var found = inner(one, other, null) / scale;
        var sum = 0.0;
        var asMuch = 1;
        for (var s = 0; s < SHUFFLES; s++) {
            progress.checkCanceled();
            final var shuffled = inner(one, other, withinClasses(codes, random)) / scale;
            sum += shuffled;
            asMuch += shuffled >= found ? 1 : 0;
        }
        return new Independence(found, sum / SHUFFLES, (double)asMuch / (SHUFFLES + 1));
    }

    /** Missing numbers become the mean of their class, which is 0 then. */
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

    /** @param order in which the second's rows are taken; {@code null} as they are */
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
            final var own = IntStream.range(0, codes.length).filter(i -> codes[i] == c).toArray();
            final var shuffled = own.clone();
            Shuffle.all(shuffled, random);
            for (var i = 0; i < own.length; i++) {
                order[own[i]] = shuffled[i];
            }
        }
        return order;
    }
}
