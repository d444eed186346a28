package org.fewlabel.learn.judge;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;

/**
 * Bootstrap percentile intervals (Efron 1979): the same statistic over many samples of as many rows, drawn with
 * replacement. For a paired bootstrap of two methods pass the <i>difference</i> of their statistics over the same rows:
 * pairing cancels what makes a row difficult for both.
 *
 * @param samples the number of samples, at least 1
 * @param level the confidence level, such as 0.95
 * @param seed the same seed gives the same samples, whatever the number of threads
 */
public record Bootstrap(int samples, double level, long seed) {

    /** @throws IllegalArgumentException if there are no samples, or the level is not between 0 and 1 */
    public Bootstrap {
        if (samples < 1 || !(level > 0 && level < 1)) {
            throw new UserMessageException("No interval of " + level + " from " + samples + " samples.");
        }
    }

    /**
     * @param rows the number of rows of the statistic
     * @param figure computes the statistic of row indices with duplicates; called from several threads; NaN if it is
     *            undefined for these rows, and the sample is skipped
     * @return the percentile interval; NaN if there are no rows, or no sample has a value
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Interval interval(final int rows, final ToDoubleFunction<int[]> figure, final Workers workers,
        final Progress progress) {
        return intervals(rows, 1, sample -> new double[]{figure.applyAsDouble(sample)}, workers, progress)[0];
    }

    /**
     * @param rows the number of rows of the statistics
     * @param count the number of statistics
     * @param figures computes the statistics of row indices with duplicates; called from several threads; NaN where one
     *            is undefined for these rows, and the sample is skipped for it
     * @return the percentile interval of each; NaN if there are no rows, or no sample has a value
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Interval[] intervals(final int rows, final int count, final Function<int[], double[]> figures,
        final Workers workers, final Progress progress) {
        final var intervals = new Interval[count];
        if (rows == 0) {
            Arrays.fill(intervals, new Interval(Double.NaN, Double.NaN));
            return intervals;
        }
        final var drawn = new double[samples][];
        // hashed seeds, so that neither adjacent samples nor those of adjacent seeds are correlated
        final var first = new SplittableRandom(seed).nextLong();
        workers.run(samples, 1, (from, to) -> {
            final var random = new SplittableRandom(new SplittableRandom(first + from).nextLong());
            drawn[from] = figures.apply(random.ints(rows, 0, rows).toArray());
        }, progress, "Drawing samples of the rows");
        for (var f = 0; f < count; f++) {
            final var figure = f;
            final var values = Arrays.stream(drawn).mapToDouble(d -> d[figure]).toArray();
            intervals[f] = new Interval(percentile(values, (1 - level) / 2), percentile(values, (1 + level) / 2));
        }
        return intervals;
    }

    /** Linear interpolation between the two nearest ranks; NaN is ignored, and the result without values. */
    static double percentile(final double[] values, final double share) {
        return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, 100 * share);
    }
}
