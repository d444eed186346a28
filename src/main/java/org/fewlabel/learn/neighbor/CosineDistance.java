package org.fewlabel.learn.neighbor;

import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;
import org.fewlabel.learn.data.DenseRows;

/**
 * The squared cosine distance, 2 - 2 cos, over the dimensions that both rows have; infinite if one of them has only
 * zeros there. It is the squared Euclidean distance of the two rows scaled to length 1.
 */
record CosineDistance(DenseRows queries, DenseRows among) implements RowDistance {

    /** The error of the squared distance of rows of length 1 that are rounded to single precision. */
    static final double ROUNDING = 64 * 0x1p-24;

    /** The first dimension of a row of zeros: further from all rows of length 1 than any of those is. */
    private static final float FAR = 4;

    @Override
    public double squared(final int query, final int candidate) {
        final var columns = queries.columns();
        var product = 0.0;
        var a = 0.0;
        var b = 0.0;
        for (var d = 0; d < columns; d++) {
            final double x = queries.values()[query * columns + d];
            final double y = among.values()[candidate * columns + d];
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                product += x * y;
                a += x * x;
                b += y * y;
            }
        }
        // two separate square roots, since the product of very short rows may be 0
        return a > 0 && b > 0 ? Math.max(0, 2 - 2 * (product / Math.sqrt(a) / Math.sqrt(b)))
            : Double.POSITIVE_INFINITY;
    }

    /**
     * @return the rows scaled to length 1, rows of zeros far away; nothing is missing
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static DenseRows ofLengthOne(final DenseRows rows, final Progress progress) {
        final var columns = rows.columns();
        final var unit = new float[rows.values().length];
        final var cancelCheck = new CancelCheck(progress);
        for (var from = 0; from < unit.length; from += columns) {
            cancelCheck.before(columns);
            var square = 0.0;
            for (var i = from; i < from + columns; i++) {
                square += (double)rows.values()[i] * rows.values()[i];
            }
            final var length = Math.sqrt(square);
            for (var i = from; i < from + columns && length > 0; i++) {
                unit[i] = (float)(rows.values()[i] / length);
            }
            unit[from] = length > 0 ? unit[from] : FAR;
        }
        return new DenseRows(rows.rows(), columns, unit);
    }
}
