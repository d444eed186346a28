package org.fewlabel.device;

import java.nio.FloatBuffer;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The only class that knows the native library; loaded with it, not before. */
final class OpenBlas {

    private OpenBlas() {
    }

    /** @return the product of the library, set to one thread for each call */
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
