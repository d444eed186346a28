package org.fewlabel.learn.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.State;

/**
 * The scaling of a number column: {@code (value - center) / spread}, compressed below {@code low} and above {@code
 * high}.
 * <p>
 * One rule serves two kinds of tables. Measurements in different units have to be standardized column by column,
 * otherwise the largest unit dominates. Columns that are readings of one instrument (pixels, answers from 1 to 5, flags
 * 0 and 1) must not be: that would inflate those that hardly ever vary, like the pixels at the border of an image. The
 * second kind is recognized by its bounds. Columns <i>share a scale</i> if at least three of them have exactly the same
 * minimum and maximum; columns within the same bounds that reach one of them join the group (if the exact ones are all
 * integers, only columns of integers), as long as the exact ones are at least half of it. A group is divided by its
 * pooled standard deviation, so that its columns have a mean variance of 1, and limited to its bounds. Any other column
 * is standardized by the mean and standard deviation of its winsorized values (clipped to the 1st and 99th percentile),
 * and limited to ±3 standard deviations, so that neither a typing error nor a long tail dominates distances. Values
 * beyond the limits still differ a little (by less than 0.2 in total), so that a distant group of rows does not
 * collapse to one point.
 *
 * @param center is subtracted
 * @param spread is the divisor; above 0
 * @param low results below are compressed; at most 0
 * @param high results above are compressed; at least 0
 */
public record NumberScale(double center, double spread, double low, double high) {

    private static final int MIN_GROUP = 3;

    private static final double TAIL = 0.01;

    private static final double LIMIT = 3;

    /** the maximum distance of values beyond the limits, enough to distinguish the rows of a group of outliers */
    private static final double BEYOND = 0.2;

    /** @return the scaled value; NaN for a missing or infinite number */
    public float apply(final double value) {
        return Double.isFinite(value) ? scaled(value, center, spread, low, high) : Float.NaN;
    }

    /** @return a finite value scaled with these parameters */
    public static float scaled(final double value, final double center, final double spread, final double low,
        final double high) {
        final var scaled = (value - center) / spread;
        if (scaled > high) {
            return (float)(high + beyond(scaled - high));
        }
        return (float)(scaled < low ? low - beyond(low - scaled) : scaled);
    }

    private static double beyond(final double excess) {
        return Double.isInfinite(excess) ? BEYOND : BEYOND * excess / (1 + excess);
    }

    /**
     * @param columns per column its finite values, ascending
     * @return per column its scale; {@code null} if it is constant or empty
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static NumberScale[] fit(final List<double[]> columns, final Progress progress) {
        final var scales = new NumberScale[columns.size()];
        final var free = new ArrayList<Integer>();
        for (var c = 0; c < scales.length; c++) {
            final var values = columns.get(c);
            if (values.length > 0 && values[0] < values[values.length - 1]) {
                free.add(c);
            }
        }
        for (var bounds = mostFrequent(columns, free); bounds != null; bounds = mostFrequent(columns, free)) {
            progress.checkCanceled();
            final var group = group(columns, free, bounds);
            free.removeAll(group);
            final var unit = bounds.unit();
            final var pooled = unit * Math.sqrt(group.stream().mapToDouble(c -> {
                progress.checkCanceled();
                return Math.pow(deviation(columns.get(c), unit) / unit, 2);
            }).average().orElse(1));
            for (final int c : group) {
                progress.checkCanceled();
                final var mean = mean(columns.get(c), unit);
                scales[c] = new NumberScale(mean, pooled, (bounds.low - mean) / pooled, (bounds.high - mean) / pooled);
            }
        }
        for (final int c : free) {
            progress.checkCanceled();
            scales[c] = robust(columns.get(c));
        }
        return scales;
    }

    /**
     * @param sorted finite values, ascending
     * @param limit in standard deviations, on both sides
     * @return the scale by mean and standard deviation of all values; {@code null} if they are constant or empty
     */
    public static NumberScale standard(final double[] sorted, final double limit) {
        if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
            return null;
        }
        final var unit = Range.of(sorted).unit();
        final var spread = deviation(sorted, unit);
        return new NumberScale(mean(sorted, unit), spread > 0 ? spread : Double.MIN_NORMAL, -limit, limit);
    }

    public State state() {
        return new State().put("centre", center).put("spread", spread).put("low", low).put("high", high);
    }

    public static NumberScale restore(final State state) {
        return new NumberScale(state.number("centre"), state.number("spread", Double.MIN_VALUE, Double.MAX_VALUE),
            state.number("low", -Float.MAX_VALUE, 0), state.number("high", 0, Float.MAX_VALUE));
    }

    private record Range(double low, double high) {
        static Range of(final double[] sorted) {
            return new Range(sorted[0] + 0.0, sorted[sorted.length - 1] + 0.0); // + 0.0: -0.0 equals 0.0
        }

        /** The divisor of values while they are summed, so that neither sums nor squares overflow. */
        double unit() {
            return Math.max(Math.abs(low), Math.abs(high));
        }
    }

    /** The bounds shared by most columns, at least three; null if there are none. */
    private static Range mostFrequent(final List<double[]> columns, final List<Integer> free) {
        final var counts = new LinkedHashMap<Range, Integer>();
        for (final int c : free) {
            counts.merge(Range.of(columns.get(c)), 1, Integer::sum);
        }
        return counts.entrySet().stream().filter(e -> e.getValue() >= MIN_GROUP)
            .max(Comparator.comparingInt(java.util.Map.Entry<Range, Integer>::getValue)
                .thenComparingDouble(e -> e.getKey().low).thenComparingDouble(e -> e.getKey().high))
            .map(java.util.Map.Entry::getKey).orElse(null);
    }

    private static List<Integer> group(final List<double[]> columns, final List<Integer> free, final Range bounds) {
        final var exact = new ArrayList<Integer>();
        final var near = new ArrayList<Integer>();
        for (final int c : free) {
            final var own = Range.of(columns.get(c));
            if (own.equals(bounds)) {
                exact.add(c);
            } else if (own.low == bounds.low && own.high < bounds.high
                || own.high == bounds.high && own.low > bounds.low) {
                near.add(c);
            }
        }
        if (exact.stream().allMatch(c -> whole(columns.get(c)))) {
            near.removeIf(c -> !whole(columns.get(c)));
        }
        if (near.size() <= exact.size()) {
            exact.addAll(near);
        }
        return exact;
    }

    private static NumberScale robust(final double[] sorted) {
        final var winsorized = sorted.clone();
        final var low = quantile(sorted, TAIL);
        final var high = quantile(sorted, 1 - TAIL);
        for (var i = 0; i < winsorized.length; i++) {
            winsorized[i] = Math.max(low, Math.min(high, winsorized[i]));
        }
        final var values = low < high ? winsorized : sorted; // otherwise the column is nearly constant
        final var unit = Range.of(sorted).unit();
        final var spread = deviation(values, unit);
        return new NumberScale(mean(values, unit), spread > 0 ? spread : Double.MIN_NORMAL, -LIMIT, LIMIT);
    }

    private static boolean whole(final double[] values) {
        return Arrays.stream(values).allMatch(v -> v == Math.rint(v));
    }

    /** The quantile by linear interpolation between the two nearest ranks. */
    private static double quantile(final double[] values, final double share) {
        return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, 100 * share);
    }

    private static double mean(final double[] values, final double unit) {
        var sum = 0.0;
        for (final var value : values) {
            sum += value / unit;
        }
        return sum / values.length * unit;
    }

    /** The standard deviation. */
    private static double deviation(final double[] values, final double unit) {
        final var mean = mean(values, unit) / unit;
        var sum = 0.0;
        for (final var value : values) {
            sum += (value / unit - mean) * (value / unit - mean);
        }
        return Math.sqrt(sum / values.length) * unit;
    }
}
