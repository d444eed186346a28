package org.fewlabel.device;

import java.nio.FloatBuffer;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The only class that refers to the native library; it is loaded with it, not before. */
final class OpenBlas {

    /** SGEMM with bounds checks before the native call. */
    static final Gemm GEMM = new Gemm() {
        @Override
        public String name() {
            return openblas_nolapack.OPENBLAS_VERSION.trim();
        }

        @Override
        public void multiply(final boolean transposeA, final boolean transposeB, final int m, final int n, final int k,
            final FloatBuffer a, final int lda, final FloatBuffer b, final int ldb, final float beta,
            final FloatBuffer c,
            final int ldc) {
            Gemm.check(transposeA, transposeB, m, n, k, a, lda, b, ldb, c, ldc);
            openblas_nolapack.cblas_sgemm(openblas_nolapack.CblasRowMajor, transpose(transposeA), transpose(transposeB),
                m, n, k,
                1, a, lda, b, ldb, beta, c, ldc);
        }

        private int transpose(final boolean transposed) {
            return transposed ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans;
        }
    };

    private OpenBlas() {
    }

    /** @return the product of the library, set to one thread per call */
    static Blas.Product load() {
        Loader.load(openblas_nolapack.class);
        openblas_nolapack.blas_set_num_threads(1);
        return OpenBlas::multiply;
    }

    private static void multiply(final FloatBuffer a, final int rowsOfA, final FloatBuffer b, final int rowsOfB,
        final int columns, final FloatBuffer c) {
        openblas_nolapack.cblas_sgemm(openblas_nolapack.CblasRowMajor, openblas_nolapack.CblasNoTrans,
            openblas_nolapack.CblasTrans, rowsOfA, rowsOfB, columns, 1, a, columns, b, columns, 0, c, rowsOfB);
    }
}
