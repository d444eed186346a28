package org.fewlabel.learn.neighbor;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/**
 * Panels of candidates in native memory for matrix products with queries: {@code |a|²/2 - q·a}, half the squared
 * Euclidean distance of q and a without {@code |q|²/2}, which is the same for all candidates of a query. The norm is an
 * extra dimension of the product. Rows are centered by the candidates' mean, which keeps the norms small relative to
 * the distances.
 */
final class Panels {

    /** Products of this size run at the speed of memory; longer panels need more memory. */
    private static final int QUERIES = 256;

    private static final int PANEL = 2048;

    /** The maximum number of multiplications of one product; about 0.1 seconds on a slow processor. */
    static final long MAX_WORK = 1L << 30;

    /** The squared norm beyond which single precision may overflow. */
    private static final double LARGEST = 1e30;

    /** The unit roundoff of single precision. */
    private static final double UNIT = 0x1p-24;

    private final int columns;

    private final int[] firsts;

    private final double[] center;

    private final FloatBuffer[] panels;

    /** The largest norm of a candidate. */
    private final double norm;

    /**
     * @param among the candidates
     * @param order their order; {@code null} for the given one
     * @param firsts the start of each panel in that order, and the end of the last
     */
    Panels(final DenseRows among, final int[] order, final int[] firsts, final Workers workers,
        final Progress progress) {
        this.columns = among.columns();
        this.firsts = firsts;
        this.center = mean(among, progress);
        this.panels = new FloatBuffer[firsts.length - 1];
        final var squares = new double[panels.length];
        workers.run(panels.length, 1, (from, to) -> {
            for (var p = from; p < to; p++) {
                squares[p] = fill(among, order, p);
            }
        }, progress, null);
        var largest = 0.0;
        for (final var square : squares) {
            largest = Math.max(largest, square);
        }
        this.norm = Math.sqrt(largest);
    }

    /** @return whether no value is missing or so large that single precision overflows */
    static boolean fit(final DenseRows rows, final Progress progress) {
        final var columns = rows.columns();
        final var cancelCheck = new CancelCheck(progress);
        for (var from = 0; from < rows.values().length; from += columns) {
            cancelCheck.before(columns);
            for (var i = from; i < from + columns; i++) {
                final double value = rows.values()[i];
                if (!(value * value * columns < LARGEST)) { // false for NaN too
                    return false;
                }
            }
        }
        return true;
    }

    /** @return the maximum number of candidates per panel */
    static int width(final int rows, final int columns) {
        return (int)Math.max(16, Math.min(Math.min(PANEL, rows), MAX_WORK / 64 / (columns + 1)));
    }

    /** @return the maximum number of queries that are compared with a panel together */
    static int height(final int width, final int columns) {
        return (int)Math.max(16, Math.min(QUERIES, MAX_WORK / width / (columns + 1)));
    }

    /** @return the starts of panels of a width, and the end of the last */
    static int[] cut(final int rows, final int width) {
        return IntStream.rangeClosed(0, (rows + width - 1) / width).map(p -> (int)Math.min(rows, (long)p * width))
            .toArray();
    }

    private static double[] mean(final DenseRows rows, final Progress progress) {
        final var mean = new double[rows.columns()];
        final var cancelCheck = new CancelCheck(progress);
        for (var i = 0; i < rows.rows(); i++) {
            cancelCheck.before(mean.length);
            for (var d = 0; d < mean.length; d++) {
                mean[d] += rows.values()[i * mean.length + d];
            }
        }
        for (var d = 0; d < mean.length; d++) {
            mean[d] /= Math.max(1, rows.rows());
        }
        return mean;
    }

    private double fill(final DenseRows among, final int[] order, final int panel) {
        final var row = new float[columns + 1];
        panels[panel] = Blas.floats(size(panel) * (columns + 1));
        var largest = 0.0;
        for (var at = firsts[panel]; at < firsts[panel + 1]; at++) {
            final var square = centered(among, order == null ? at : order[at], row);
            row[columns] = (float)(square / 2);
            largest = Math.max(largest, square);
            panels[panel].put(row);
        }
        panels[panel].rewind();
        return largest;
    }

    /** @return the squared norm */
    private double centered(final DenseRows from, final int row, final float[] to) {
        var square = 0.0;
        for (var d = 0; d < columns; d++) {
            to[d] = (float)(from.values()[row * columns + d] - center[d]);
            square += (double)to[d] * to[d];
        }
        return square;
    }

    /**
     * Prepares a row for a product with the panels.
     *
     * @param to receives {@link #length()} values
     * @return its squared norm
     */
    double query(final DenseRows from, final int row, final float[] to) {
        final var square = centered(from, row, to);
        for (var d = 0; d < columns; d++) {
            to[d] = -to[d];
        }
        to[columns] = 1;
        return square;
    }

    /**
     * Bounds the difference at which two rough distances may be ordered wrongly. The error of a sum of n products, in
     * any order, is at most about n roundoff units times the sum of their absolute values (Higham, Accuracy and
     * Stability of Numerical Algorithms, section 3.1); here that sum is at most (|q| + |a|)² / 2. The rest covers the
     * centering of the rows and the rounding of the norms. The distances of both candidates may have this error.
     *
     * @param square the squared norm of the query
     * @param error of the distance of the given rows against the exact one
     */
    float slack(final double square, final double error) {
        final var bound = Math.sqrt(square) + norm;
        return (float)(2 * (columns + 16) * UNIT * bound * bound + error);
    }

    /** @return the number of values of a row in a panel */
    int length() {
        return columns + 1;
    }

    /** @return the number of panels */
    int count() {
        return panels.length;
    }

    /**
     * @return the index of the first candidate of a panel; for the number of panels, the number of candidates
     */
    int first(final int panel) {
        return firsts[panel];
    }

    /** @return the number of candidates of a panel */
    int size(final int panel) {
        return firsts[panel + 1] - firsts[panel];
    }

    /** @return the panel, row by row */
    FloatBuffer floats(final int panel) {
        return panels[panel];
    }
}
