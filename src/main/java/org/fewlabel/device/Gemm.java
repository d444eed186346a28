package org.fewlabel.device;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Products of matrices that lie row by row in buffers made by {@link Blas#floats}. Each computes on the calling thread
 * alone, so equal products of equal shapes have equal bits; several threads may call it at once.
 */
public interface Gemm {

    /**
     * So many multiplications of one product lie at most between two questions whether the user canceled. On a slow
     * processor the native library takes 0.05 seconds for them, Java 0.2.
     */
    long MOST_MULTIPLICATIONS = 1L << 28;

    /**
     * @param progress asked for cancel while the library is loaded
     * @return OpenBLAS where it can be loaded, plain Java elsewhere
     * @throws java.util.concurrent.CancellationException if the user canceled; the loading goes on by itself
     */
    static Gemm here(final Progress progress) {
        return Blas.anyGemm(progress);
    }

    /**
     * @return the same in plain Java, about a third as fast; for where there is no native library, and for where equal
     *         rows of the first matrix must give equal rows of the product, wherever they lie
     */
    static Gemm java() {
        return new JavaGemm("");
    }

    /**
     * @param progress asked for cancel by each thread that multiplies, as long as it multiplies
     * @return the same, a large product cut into parts; what is in Java has the same bits, whatever is cut
     */
    default Gemm canceledBy(final Progress progress) {
        return new CancellableGemm(this, progress, MOST_MULTIPLICATIONS);
    }

    /** @return what computes, such as "OpenBLAS 0.3.19" */
    String name();

    /**
     * @return why it is slower than it could be, sentences for the user; empty if it is not, or if that was said before
     */
    default String note() {
        return "";
    }

    /**
     * {@code c = op(a) op(b) + beta c}, where {@code op(a)} is {@code m × k} and {@code op(b)} is {@code k × n}; each
     * matrix begins at the position of its buffer.
     *
     * @param transposeA whether {@code a} is given as {@code k × m}
     * @param transposeB whether {@code b} is given as {@code n × k}
     * @param lda how many numbers lie from one row of {@code a} as it is given to the next
     * @param ldb the same of {@code b}
     * @param beta 0 to forget what {@code c} holds, 1 to add to it
     * @param ldc the same of {@code c}
     * @throws IllegalArgumentException if a buffer is too short or not native, or there is nothing to multiply
     */
    void multiply(boolean transposeA, boolean transposeB, int m, int n, int k, FloatBuffer a, int lda, FloatBuffer b,
        int ldb,
        float beta, FloatBuffer c, int ldc);

    /** The native library would read and write beyond the ends, and take the whole program with it. */
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
