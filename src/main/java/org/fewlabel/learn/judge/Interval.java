package org.fewlabel.learn.judge;

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
     * @param z how many standard errors either way, 1.96 for 95%
     */
    public static Interval wilson(final long right, final long rows, final double z) {
        if (rows == 0) {
            return new Interval(0, 1);
        }
        final var n = (double)rows;
        final var share = right / n;
        final var center = (share + z * z / (2 * n)) / (1 + z * z / n);
        final var half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        return new Interval(right == 0 ? 0 : center - half, right == rows ? 1 : center + half);
    }
}
