package org.fewlabel.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Products that are divided into parts, between which the user can cancel. */
class CancellableGemmTest {

    private static final int LARGEST = 700;

    private final SplittableRandom random = new SplittableRandom(1);

    private FloatBuffer random(final int count) {
        final var numbers = Blas.floats(count);
        for (var i = 0; i < count; i++) {
            numbers.put(i, (float)random.nextGaussian());
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Java", "OpenBLAS"})
    void thePartsAreTheWhole(final String which) {
        final var gemm = which.equals("Java") ? Gemm.java() : Blas.get(Progress.NONE).orElseThrow().gemm();
        for (var round = 0; round < 24; round++) {
            final var m = 1 + random.nextInt(round % 3 == 0 ? LARGEST : 40);
            final var n = 1 + random.nextInt(round % 3 == 1 ? LARGEST : 40);
            final var k = 1 + random.nextInt(round % 3 == 2 ? 2 * LARGEST : 40);
            final var transposeA = random.nextBoolean();
            final var transposeB = random.nextBoolean();
            final var lda = (transposeA ? m : k) + random.nextInt(3);
            final var ldb = (transposeB ? k : n) + random.nextInt(3);
            final var ldc = n + random.nextInt(3);
            final var a = random((transposeA ? k : m) * lda + 5).position(5);
            final var b = random((transposeB ? n : k) * ldb + 3).position(3);
            final var whole = random(m * ldc + 2).position(2);
            final var inParts = Blas.floats(m * ldc + 2).put(0, whole, 0, m * ldc + 2).position(2);
            final var beta = round % 2;
            final var checks = Checks.patient();

            gemm.multiply(transposeA, transposeB, m, n, k, a, lda, b, ldb, beta, whole, ldc);
            new CancellableGemm(gemm, checks, 1).multiply(transposeA, transposeB, m, n, k, a, lda, b, ldb, beta,
                inParts, ldc);

            assertThat(checks.count()).isGreaterThan(Math.max(Math.max(m, n), k) > JavaGemm.DEPTH ? 1 : 0);
            for (var i = 0; i < whole.capacity(); i++) {
                if (which.equals("Java")) {
                    assertThat(inParts.get(i)).isEqualTo(whole.get(i));
                } else {
                    assertThat(inParts.get(i)).isCloseTo(whole.get(i), within(1e-5f * (10 + k)));
                }
            }
        }
    }

    /** Long and narrow, wide, deep, and large on all sides. */
    @ParameterizedTest
    @CsvSource({"256,4096,4096", "100000,40,300", "30,20,400000", "3000,2000,5000", "1,9000,9000", "20,20,20"})
    void noPartIsLongAndNoneIsTiny(final int m, final int n, final int k) {
        for (final var transposed : new boolean[]{false, true}) {
            final var checks = Checks.patient();
            new CountedGemm(null, checks).canceledBy(checks).multiply(transposed, transposed, m, n, k,
                Blas.floats(m * k),
                transposed ? m : k, Blas.floats(n * k), transposed ? k : n, 0, Blas.floats(m * n), n);
            final var all = (long)m * n * k;
            assertThat(checks.total()).isEqualTo(all);
            assertThat(checks.longest()).isLessThanOrEqualTo(Gemm.MAX_MULTIPLICATIONS);
            // each part and each division checks; on average a part has half of the maximum size
            assertThat(checks.count()).isLessThanOrEqualTo(Math.max(1, 8 * all / Gemm.MAX_MULTIPLICATIONS));
        }
    }

    @Test
    void aCancelEndsAProductBetweenItsParts() {
        final var checks = Checks.canceledAt(10);
        final var square = Blas.floats(2000 * 2000);
        assertThatThrownBy(() -> new CountedGemm(null, checks).canceledBy(checks).multiply(false, false, 2000, 2000,
            2000, square, 2000, square, 2000, 0, square, 2000)).isInstanceOf(CancellationException.class);
        assertThat(checks.total()).isPositive();
        assertThat(checks.afterwards()).isZero();
        assertThat(checks.checksAfterCancel()).isZero();
    }
}
