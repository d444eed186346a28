package org.fewlabel.device;

import java.nio.FloatBuffer;

/** Counts the multiplications of each product, which another Gemm computes, or none. */
public final class CountedGemm implements Gemm {

    private final Gemm gemm;

    private final Checks checks;

    /** @param gemm computes; {@code null} to leave all numbers unchanged, which takes no time */
    public CountedGemm(final Gemm gemm, final Checks checks) {
        this.gemm = gemm;
        this.checks = checks;
    }

    @Override
    public String name() {
        return "counted";
    }

    @Override
    public void multiply(final boolean transposeA, final boolean transposeB, final int m, final int n, final int k,
        final FloatBuffer a, final int lda, final FloatBuffer b, final int ldb, final float beta, final FloatBuffer c,
        final int ldc) {
        Gemm.check(transposeA, transposeB, m, n, k, a, lda, b, ldb, c, ldc);
        checks.work((long)m * n * k);
        if (gemm != null) {
            gemm.multiply(transposeA, transposeB, m, n, k, a, lda, b, ldb, beta, c, ldc);
        }
    }
}
