package org.fewlabel.learn.supervised.calibrate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * An isotonic regression by the pool-adjacent-violators algorithm (Ayer, Brunk, Ewing, Reid and Silverman 1955), with
 * linear interpolation between its points and constant extrapolation.
 *
 * @param x the abscissas of its points, strictly ascending; at least one
 * @param y the ordinates, never decreasing
 */
record IsotonicCurve(double[] x, double[] y) {

    /** @throws IllegalArgumentException if there is no point, or the points do not ascend */
    IsotonicCurve {
        var valid = x.length > 0 && x.length == y.length;
        for (var i = 0; valid && i < x.length; i++) {
            valid = Double.isFinite(x[i]) && Double.isFinite(y[i]) && (i == 0 || x[i] > x[i - 1] && y[i] >= y[i - 1]);
        }
        if (!valid) {
            throw new IllegalArgumentException("A curve that never falls must have points that ascend.");
        }
    }

    /**
     * Fits the nondecreasing curve with the smallest sum of squared errors. Equal scores are pooled.
     *
     * @param scores at least one, finite
     * @param outcomes of the same rows
     */
    static IsotonicCurve fit(final double[] scores, final double[] outcomes) {
        final var order = IntStream.range(0, scores.length).boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i])).mapToInt(i -> i).toArray();
        // a block: its first and last score, its mean, its number of rows
        final var first = new double[scores.length];
        final var last = new double[scores.length];
        final var mean = new double[scores.length];
        final var rows = new double[scores.length];
        var blocks = 0;
        for (var from = 0; from < order.length;) {
            var to = from;
            var sum = 0.0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                sum += outcomes[order[to++]];
            }
            first[blocks] = scores[order[from]];
            last[blocks] = first[blocks];
            rows[blocks] = to - from;
            mean[blocks] = sum / rows[blocks];
            blocks++;
            while (blocks > 1 && mean[blocks - 2] >= mean[blocks - 1]) {
                blocks--;
                final var all = rows[blocks - 1] + rows[blocks];
                mean[blocks - 1] = (mean[blocks - 1] * rows[blocks - 1] + mean[blocks] * rows[blocks]) / all;
                rows[blocks - 1] = all;
                last[blocks - 1] = last[blocks];
            }
            from = to;
        }
        return ofBlocks(Arrays.copyOf(first, blocks), last, mean);
    }

    private static IsotonicCurve ofBlocks(final double[] first, final double[] last, final double[] mean) {
        final var x = new double[2 * first.length];
        final var y = new double[x.length];
        var points = 0;
        for (var b = 0; b < first.length; b++) {
            x[points] = first[b];
            y[points++] = mean[b];
            if (last[b] > first[b]) {
                x[points] = last[b];
                y[points++] = mean[b];
            }
        }
        return new IsotonicCurve(Arrays.copyOf(x, points), Arrays.copyOf(y, points));
    }

    /** @return the same curve clipped to a range */
    IsotonicCurve clippedTo(final double lowest, final double highest) {
        return new IsotonicCurve(x, Arrays.stream(y).map(v -> Math.max(lowest, Math.min(highest, v))).toArray());
    }

    /** @return the value at a score */
    double at(final double score) {
        final var found = Arrays.binarySearch(x, score);
        if (found >= 0) {
            return y[found];
        }
        final var next = -found - 1;
        if (next == 0) {
            return y[0];
        }
        if (next == x.length) {
            return y[x.length - 1];
        }
        return y[next - 1] + (score - x[next - 1]) / (x[next] - x[next - 1]) * (y[next] - y[next - 1]);
    }
}
