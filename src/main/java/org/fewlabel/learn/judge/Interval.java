package org.fewlabel.learn.judge;

import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * Where a figure probably lies.
 *
 * @param low the lower end, NaN if unknown
 * @param high the upper end, NaN if unknown
 */
public record Interval(double low, double high) {

    /**
     * The interval of a share by Wilson (Probable inference, 1927), which stays within 0 and 1 and holds for few rows.
     *
     * @param right how many of the rows
     * @param rows how many rows; without any, all that is known is 0 to 1
     * @param level how probable it is that the interval holds the share, between 0 and 1
     */
    public static Interval wilson(final int right, final int rows, final double level) {
        if (rows == 0) {
            return new Interval(0, 1);
        }
        final var found = new WilsonScoreInterval().createInterval(rows, right, level);
        return new Interval(right == 0 ? 0 : found.getLowerBound(), right == rows ? 1 : found.getUpperBound());
    }
}
