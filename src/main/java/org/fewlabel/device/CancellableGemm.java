package org.fewlabel.device;

import java.nio.FloatBuffer;

/**
 * Matrix products (SGEMM) that check for cancel before each product and between the parts of a large one. Products are
 * halved along their longest dimension, so that parts are as close to a cube as possible, which maximizes the
 * operations per number read.
 */
final class CancellableGemm implements Gemm {

    private final Gemm gemm;

    private final Progress progress;

    private final long max;

    /**
     * @param gemm computes the products
     * @param progress checked for cancel by each thread that multiplies
     * @param max the maximum multiplications per part; a part with no side longer than {@link JavaGemm#DEPTH} is never
     *         divided
     */
    CancellableGemm(final Gemm gemm, final Progress progress, final long max) {
        this.gemm = gemm;
        this.progress = progress;
        this.max = max;
    }

    @Override
    public String name() {
        return gemm.name();
    }

    @Override
    public String note() {
        return gemm.note();
    }

    @Override
    public void multiply(final boolean transposeA, final boolean transposeB, final int m, final int n, final int k,
        final FloatBuffer a, final int lda, final FloatBuffer b, final int ldb, final float beta, final FloatBuffer c,
        final int ldc) {
        progress.checkCanceled();
        if ((long)m * n * k <= max || Math.max(Math.max(m, n), k) <= JavaGemm.DEPTH) {
            gemm.multiply(transposeA, transposeB, m, n, k, a, lda, b, ldb, beta, c, ldc);
        } else if (m >= n && m >= k) {
            final var half = m / 2;
            multiply(transposeA, transposeB, half, n, k, a, lda, b, ldb, beta, c, ldc);
            multiply(transposeA, transposeB, m - half, n, k, from(a, transposeA ? half : half * lda), lda, b, ldb, beta,
                from(c, half * ldc), ldc);
        } else if (n >= k) {
            final var half = n / 2;
            multiply(transposeA, transposeB, m, half, k, a, lda, b, ldb, beta, c, ldc);
            multiply(transposeA, transposeB, m, n - half, k, a, lda, from(b, transposeB ? half * ldb : half), ldb, beta,
                from(c, half), ldc);
        } else {
            // at a multiple of the depth at which products in Java are divided too, so that their bits do not depend on
            // the division
            final var half = Math.max(1, k / 2 / JavaGemm.DEPTH) * JavaGemm.DEPTH;
            multiply(transposeA, transposeB, m, n, half, a, lda, b, ldb, beta, c, ldc);
            multiply(transposeA, transposeB, m, n, k - half, from(a, transposeA ? half * lda : half), lda,
                from(b, transposeB ? half : half * ldb), ldb, 1, c, ldc);
        }
    }

    private static FloatBuffer from(final FloatBuffer buffer, final int offset) {
        return buffer.slice(buffer.position() + offset, buffer.remaining() - offset);
    }
}
