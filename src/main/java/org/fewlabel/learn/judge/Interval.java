package org.fewlabel.learn.judge;

import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * A confidence interval.
 *
 * @param low the lower end, NaN if unknown
 * @param high the upper end, NaN if unknown
 */
public record Interval(double low, double high) {

    /**
     * The Wilson interval of a share (Probable inference, 1927), which stays within 0 and 1 and is valid for few rows.
     *
     * @param correct the number of successes
     * @param rows the number of rows; without any, the interval is 0 to 1
     * @param level the confidence level, between 0 and 1
     */
    public static Interval wilson(final int correct, final int rows, final double level) {
        if (rows == 0) {
            return new Interval(0, 1);
        }
        final var found = new WilsonScoreInterval().createInterval(rows, correct, level);
        return new Interval(correct == 0 ? 0 : found.getLowerBound(), correct == rows ? 1 : found.getUpperBound());
    }
}
