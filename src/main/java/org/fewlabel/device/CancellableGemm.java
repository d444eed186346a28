package org.fewlabel.device;

import java.nio.FloatBuffer;

/**
 * Products that ask whether the user canceled, before each and between the parts of a large one. A part is as near to
 * a cube as halving makes it: then it does most for the numbers that it reads.
 */
final class CancellableGemm implements Gemm {

    private final Gemm gemm;

    private final Progress progress;

    private final long most;

    /**
     * @param gemm multiplies
     * @param progress asked for cancel by each thread that multiplies
     * @param most multiplications of a part; one no longer than {@link JavaGemm#DEPTH} on each side is never cut
     */
    CancellableGemm(final Gemm gemm, final Progress progress, final long most) {
        this.gemm = gemm;
        this.progress = progress;
        this.most = most;
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
        if ((long)m * n * k <= most || Math.max(Math.max(m, n), k) <= JavaGemm.DEPTH) {
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
            // where the products in Java begin anew too, so that there a part has the bits that it has in the whole
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
