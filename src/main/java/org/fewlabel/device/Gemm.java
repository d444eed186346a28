package org.fewlabel.device;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Matrix products (SGEMM) of row-major matrices in buffers made by {@link Blas#floats}. Each runs on the calling thread
 * only, so equal products of equal shapes have equal bits. Thread-safe.
 */
public interface Gemm {

    /**
     * The maximum multiplications of one product between two checks for cancel. On a slow processor the native library
     * takes 0.05 seconds for them, Java 0.2.
     */
    long MAX_MULTIPLICATIONS = 1L << 28;

    /**
     * @param progress checked for cancel while the library is loaded
     * @return OpenBLAS if it can be loaded, otherwise plain Java
     * @throws java.util.concurrent.CancellationException if the user canceled; the loading continues in the background
     */
    static Gemm here(final Progress progress) {
        return Blas.anyGemm(progress);
    }

    /**
     * @return products in plain Java, at about a third of the speed; for machines without the native library, and where
     *         equal rows of the first matrix must give equal rows of the product, at any position
     */
    static Gemm java() {
        return new JavaGemm("");
    }

    /**
     * @param progress checked for cancel by each thread that multiplies, during the product
     * @return this, with large products divided into parts; products in Java have the same bits, however they are
     *         divided
     */
    default Gemm canceledBy(final Progress progress) {
        return new CancellableGemm(this, progress, MAX_MULTIPLICATIONS);
    }

    /** @return the name of the library, such as "OpenBLAS 0.3.19" */
    String name();

    /** @return why it is slower than it could be, sentences for the user; empty if it is not, or on later calls */
    default String note() {
        return "";
    }

    /**
     * {@code c = op(a) op(b) + beta c}, where {@code op(a)} is {@code m × k} and {@code op(b)} is {@code k × n}; each
     * matrix begins at the position of its buffer.
     *
     * @param transposeA whether {@code a} is passed as {@code k × m}
     * @param transposeB whether {@code b} is passed as {@code n × k}
     * @param lda the leading dimension: the numbers from one row of {@code a}, as it is passed, to the next
     * @param ldb the same for {@code b}
     * @param beta 0 to overwrite {@code c}, 1 to add to it
     * @param ldc the same for {@code c}
     * @throws IllegalArgumentException if a buffer is too short or not native, or a dimension is below 1
     */
    void multiply(boolean transposeA, boolean transposeB, int m, int n, int k, FloatBuffer a, int lda, FloatBuffer b,
        int ldb,
        float beta, FloatBuffer c, int ldc);

    /** Checks the bounds, for the native library would read and write beyond the ends and crash the process. */
    static void check(final boolean transposeA, final boolean transposeB, final int m, final int n, final int k,
        final FloatBuffer a, final int lda, final FloatBuffer b, final int ldb, final FloatBuffer c, final int ldc) {
        if (m < 1 || n < 1 || k < 1 || !holds(a, transposeA ? k : m, transposeA ? m : k, lda)
            || !holds(b, transposeB ? n : k, transposeB ? k : n, ldb) || !holds(c, m, n, ldc)) {
            throw new IllegalArgumentException(
                "No product of " + m + " x " + k + " and " + k + " x " + n + " in buffers of " + a
                    + ", " + b + " and " + c + ".");
        }
    }

    private static boolean holds(final FloatBuffer buffer, final int rows, final int columns, final int step) {
        return buffer.isDirect() && buffer.order() == ByteOrder.nativeOrder() && step >= columns
            && buffer.remaining() >= (long)(rows - 1) * step + columns;
    }
}
