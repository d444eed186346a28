package org.fewlabel.device;

import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Matrix products in plain Java. Every row of the first matrix is processed in the same order, so equal rows give equal
 * bits. The second matrix is copied to one array per row: the compiler vectorizes a loop over arrays if all of them are
 * read from the same index.
 */
final class JavaGemm implements Gemm {

    /** The columns of the second matrix per block, so that repeatedly read numbers stay in the cache. */
    private static final int COLUMNS = 256;

    /**
     * The inner dimension of a block: after so many products a sum is written to {@code c} and continued from there.
     */
    static final int DEPTH = 256;

    private static final int UNROLL = 4;

    private final AtomicReference<String> note;

    /** @param note returned once by {@link #note} */
    JavaGemm(final String note) {
        this.note = new AtomicReference<>(note);
    }

    @Override
    public String note() {
        return note.getAndSet("");
    }

    @Override
    public String name() {
        return "Java";
    }

    @Override
    public void multiply(final boolean transposeA, final boolean transposeB, final int m, final int n, final int k,
        final FloatBuffer a, final int lda, final FloatBuffer b, final int ldb, final float beta, final FloatBuffer c,
        final int ldc) {
        Gemm.check(transposeA, transposeB, m, n, k, a, lda, b, ldb, c, ldc);
        final var left = new float[DEPTH];
        final var sums = new float[Math.min(COLUMNS, n)];
        final var right = new float[DEPTH][sums.length];
        for (var column = 0; column < n; column += COLUMNS) {
            final var columns = Math.min(COLUMNS, n - column);
            for (var inner = 0; inner < k; inner += DEPTH) {
                final var depth = Math.min(DEPTH, k - inner);
                unpack(transposeB, b, ldb, inner, depth, column, columns, right);
                for (var row = 0; row < m; row++) {
                    for (var d = 0; d < depth; d++) {
                        left[d] = a.get(a.position() + (transposeA ? (inner + d) * lda + row : row * lda + inner + d));
                    }
                    final var at = c.position() + row * ldc + column;
                    start(c, at, columns, inner == 0 ? beta : 1, sums);
                    add(left, right, depth, columns, sums);
                    c.put(at, sums, 0, columns);
                }
            }
        }
    }

    private static void unpack(final boolean transposed, final FloatBuffer b, final int ldb, final int inner,
        final int depth,
        final int column, final int columns, final float[][] right) {
        for (var d = 0; d < depth; d++) {
            if (transposed) {
                for (var i = 0; i < columns; i++) {
                    right[d][i] = b.get(b.position() + (column + i) * ldb + inner + d);
                }
            } else {
                b.get(b.position() + (inner + d) * ldb + column, right[d], 0, columns);
            }
        }
    }

    private static void start(final FloatBuffer c, final int at, final int columns, final float beta,
        final float[] sums) {
        if (beta == 0) {
            java.util.Arrays.fill(sums, 0, columns, 0);
            return;
        }
        c.get(at, sums, 0, columns);
        if (beta != 1) {
            for (var i = 0; i < columns; i++) {
                sums[i] *= beta;
            }
        }
    }

    private static void add(final float[] left, final float[][] right, final int depth, final int columns,
        final float[] sums) {
        var d = 0;
        for (; d + UNROLL <= depth; d += UNROLL) {
            four(left[d], right[d], left[d + 1], right[d + 1], left[d + 2], right[d + 2], left[d + 3], right[d + 3],
                columns, sums);
        }
        for (; d < depth; d++) {
            final var factor = left[d];
            final var row = right[d];
            for (var i = 0; i < columns; i++) {
                sums[i] += factor * row[i];
            }
        }
    }

    private static void four(final float f0, final float[] r0, final float f1, final float[] r1, final float f2,
        final float[] r2, final float f3, final float[] r3, final int columns, final float[] sums) {
        for (var i = 0; i < columns; i++) {
            sums[i] += f0 * r0[i] + f1 * r1[i] + (f2 * r2[i] + f3 * r3[i]);
        }
    }
}
