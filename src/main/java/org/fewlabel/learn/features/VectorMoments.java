package org.fewlabel.learn.features;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.VectorColumn;

/**
 * The statistics of a vector column per dimension, without missing numbers.
 *
 * @param known the number of values
 * @param lowest the minimum; above {@code highest} if there is no value
 * @param highest the maximum
 * @param means the mean; 0 if there is no value
 * @param deviations the standard deviation; 0 if there is no value
 */
public record VectorMoments(int[] known, double[] lowest, double[] highest, double[] means, double[] deviations) {

    /** @throws java.util.concurrent.CancellationException if the user canceled */
    public static VectorMoments of(final VectorColumn column, final Progress progress) {
        final var width = column.width();
        final var moments = new VectorMoments(new int[width], new double[width], new double[width], new double[width],
            new double[width]);
        Arrays.fill(moments.lowest, Double.POSITIVE_INFINITY);
        Arrays.fill(moments.highest, Double.NEGATIVE_INFINITY);
        moments.addMeans(column, progress);
        moments.addDeviations(column, progress);
        return moments;
    }

    // neither sums nor squares can overflow: a double holds the squares of far more floats than an array does

    private void addMeans(final VectorColumn column, final Progress progress) {
        for (var row = 0; row < column.size(); row++) {
            progress.checkCanceled();
            for (var d = 0; d < known.length; d++) {
                final var value = column.values()[row * known.length + d];
                if (Float.isFinite(value)) {
                    known[d]++;
                    lowest[d] = Math.min(lowest[d], value);
                    highest[d] = Math.max(highest[d], value);
                    means[d] += value;
                }
            }
        }
        for (var d = 0; d < known.length; d++) {
            means[d] /= Math.max(1, known[d]);
        }
    }

    private void addDeviations(final VectorColumn column, final Progress progress) {
        for (var row = 0; row < column.size(); row++) {
            progress.checkCanceled();
            for (var d = 0; d < known.length; d++) {
                final var difference = column.values()[row * known.length + d] - means[d];
                deviations[d] += Double.isFinite(difference) ? difference * difference : 0;
            }
        }
        for (var d = 0; d < known.length; d++) {
            deviations[d] = Math.sqrt(deviations[d] / Math.max(1, known[d]));
        }
    }

    /** @return the dimensions that vary, ascending */
    public int[] varying() {
        return dimensions(d -> lowest[d] < highest[d]);
    }

    /** @return the dimensions with at least one value, ascending */
    int[] present() {
        return dimensions(d -> known[d] > 0);
    }

    private int[] dimensions(final IntPredicate condition) {
        return IntStream.range(0, known.length).filter(condition).toArray();
    }

    /** @return the largest absolute value of all numbers; 0 if there is none */
    double largest() {
        return IntStream.of(present()).mapToDouble(d -> Math.max(-lowest[d], highest[d])).max().orElse(0);
    }

    /**
     * @param dimensions that vary
     * @return their pooled standard deviation, the root of the mean variance
     */
    double pooled(final int[] dimensions) {
        return Math.sqrt(IntStream.of(dimensions).mapToDouble(d -> deviations[d] * deviations[d]).average().orElse(1));
    }
}
