package org.fewlabel.learn.probe;

import org.fewlabel.device.Progress;

/** The eigenvalues of a symmetric matrix, by Jacobi's rotations (1846). */
final class Eigenvalues {

    private static final int MOST_SWEEPS = 30;

    private static final double EXACT = 1e-18;

    private Eigenvalues() {
    }

    /**
     * @param matrix symmetric; destroyed
     * @return its eigenvalues, in no order
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static double[] eigenvalues(final double[][] matrix, final Progress progress) {
        final var n = matrix.length;
        for (var sweep = 0; sweep < MOST_SWEEPS && outside(matrix) > EXACT * (1 + inside(matrix)); sweep++) {
            for (var p = 0; p < n - 1; p++) {
                progress.checkCanceled();
                for (var q = p + 1; q < n; q++) {
                    rotate(matrix, p, q);
                }
            }
        }
        final var values = new double[n];
        for (var i = 0; i < n; i++) {
            values[i] = matrix[i][i];
        }
        return values;
    }

    private static double outside(final double[][] matrix) {
        var sum = 0.0;
        for (var i = 0; i < matrix.length; i++) {
            for (var j = 0; j < i; j++) {
                sum += 2 * matrix[i][j] * matrix[i][j];
            }
        }
        return sum;
    }

    private static double inside(final double[][] matrix) {
        var sum = 0.0;
        for (var i = 0; i < matrix.length; i++) {
            sum += matrix[i][i] * matrix[i][i];
        }
        return sum;
    }

    private static void rotate(final double[][] m, final int p, final int q) {
        if (m[p][q] == 0) {
            return;
        }
        final var theta = (m[q][q] - m[p][p]) / (2 * m[p][q]);
        final var t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        final var c = 1 / Math.sqrt(t * t + 1);
        final var s = t * c;
        for (var k = 0; k < m.length; k++) {
            final var kp = m[k][p];
            final var kq = m[k][q];
            m[k][p] = c * kp - s * kq;
            m[k][q] = s * kp + c * kq;
        }
        final var rowP = m[p];
        final var rowQ = m[q];
        for (var k = 0; k < m.length; k++) {
            final var pk = rowP[k];
            final var qk = rowQ[k];
            rowP[k] = c * pk - s * qk;
            rowQ[k] = s * pk + c * qk;
        }
    }
}
