package org.fewlabel.learn.neighbor;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/**
 * Candidates in the memory of the native library, panel by panel, ready for products with queries: {@code |a|²/2 -
 * q·a}, which is half the squared Euclidean distance of q and a but for {@code |q|²/2}, the same for all candidates of
 * a query. The norm is one more dimension of the product. Rows are moved so that the candidates' mean is 0, which keeps
 * the norms small against the distances.
 */
final class Panels {

    /** Sums of products up to this length are as fast as memory allows; longer panels cost more memory. */
    private static final int QUERIES = 256;

    private static final int PANEL = 2048;

    /** Multiplications of one product; on a slow processor some 0.1 seconds. */
    static final long MOST_WORK = 1L << 30;

    /** Squared norms beyond which single precision may overflow. */
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
     * @param order their order; {@code null} if they stay as they are
     * @param firsts where each panel begins in that order, and where the last one ends
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

    /** @return whether no number is missing, or so large that single precision overflows */
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

    /** @return the most candidates that a panel should have */
    static int width(final int rows, final int columns) {
        return (int)Math.max(16, Math.min(Math.min(PANEL, rows), MOST_WORK / 64 / (columns + 1)));
    }

    /** @return the most queries that should meet a panel together */
    static int height(final int width, final int columns) {
        return (int)Math.max(16, Math.min(QUERIES, MOST_WORK / width / (columns + 1)));
    }

    /** @return where panels of that width begin */
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
     * Makes a row ready to meet the panels.
     *
     * @param to takes {@link #length()} numbers
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
     * By how much two rough distances may be ordered wrongly. A sum of n products, in whatever order, is off by at most
     * about n units of the sum of their sizes (Higham, Accuracy and Stability of Numerical Algorithms, section 3.1);
     * here that sum is at most (|q| + |a|)² / 2. The rest is for moving the rows and for rounding the norms. Both
     * candidates that are compared may be off.
     *
     * @param square the squared norm of the query
     * @param off by how much the distance of the rows given is off the exact one already
     */
    float slack(final double square, final double off) {
        final var reach = Math.sqrt(square) + norm;
        return (float)(2 * (columns + 16) * UNIT * reach * reach + off);
    }

    /** @return how many numbers a row has here */
    int length() {
        return columns + 1;
    }

    /** @return how many panels there are */
    int count() {
        return panels.length;
    }

    /**
     * @return the index of the first candidate of that panel; for the number of panels: how many candidates there are
     */
    int first(final int panel) {
        return firsts[panel];
    }

    /** @return how many candidates the panel has */
    int size(final int panel) {
        return firsts[panel + 1] - firsts[panel];
    }

    /** @return the panel, row by row */
    FloatBuffer floats(final int panel) {
        return panels[panel];
    }
}
