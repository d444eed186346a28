package org.fewlabel.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares native products and those in Java with a plain implementation. */
class GemmTest {

    private final SplittableRandom random = new SplittableRandom(1);

    private static Gemm gemm(final String which) {
        return which.equals("Java") ? Gemm.java() : Blas.get(Progress.NONE).orElseThrow().gemm();
    }

    private FloatBuffer random(final int count) {
        final var numbers = Blas.floats(count);
        for (var i = 0; i < count; i++) {
            numbers.put(i, (float)random.nextGaussian());
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Java", "OpenBLAS"})
    void multipliesMatricesOfAnyShape(final String which) {
        for (var round = 0; round < 60; round++) {
            final var large = round % 10 == 0;
            final var m = 1 + random.nextInt(20);
            final var n = 1 + random.nextInt(large ? 600 : 20);
            final var k = 1 + random.nextInt(large ? 600 : 20);
            final var transposeA = random.nextBoolean();
            final var transposeB = random.nextBoolean();
            final var lda = (transposeA ? m : k) + random.nextInt(3);
            final var ldb = (transposeB ? k : n) + random.nextInt(3);
            final var ldc = n + random.nextInt(3);
            final var a = random((transposeA ? k : m) * lda + 5).position(5);
            final var b = random((transposeB ? n : k) * ldb + 3).position(3);
            final var c = random(m * ldc);
            final var before = new float[m * ldc];
            c.get(0, before);
            final var beta = round % 3;
            gemm(which).multiply(transposeA, transposeB, m, n, k, a, lda, b, ldb, beta, c, ldc);
            for (var i = 0; i < m; i++) {
                for (var j = 0; j < ldc; j++) {
                    var expected = j < n ? (double)beta * before[i * ldc + j] : before[i * ldc + j];
                    for (var d = 0; d < k && j < n; d++) {
                        expected += (double)a.get(5 + (transposeA ? d * lda + i : i * lda + d))
                            * b.get(3 + (transposeB ? j * ldb + d : d * ldb + j));
                    }
                    assertThat((double)c.get(i * ldc + j)).isCloseTo(expected, within(3e-6 * k + 1e-5));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Java", "OpenBLAS"})
    void refusesInconsistentShapes(final String which) {
        final var gemm = gemm(which);
        final var ten = Blas.floats(10);
        assertThatThrownBy(() -> gemm.multiply(false, false, 2, 2, 6, ten, 6, ten, 2, 0, ten, 2))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 x 6");
        assertThatThrownBy(() -> gemm.multiply(false, false, 2, 2, 2, ten, 1, ten, 2, 0, ten, 2))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gemm.multiply(false, false, 2, 2, 2, ten, 2, ten, 2, 0, ten, 9))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gemm.multiply(false, false, 2, 0, 2, ten, 2, ten, 2, 0, ten, 2))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gemm.multiply(false, false, 2, 2, 2, FloatBuffer.allocate(10), 2, ten, 2, 0, ten, 2))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Java", "OpenBLAS"})
    void theSameProductHasTheSameBits(final String which) {
        final var a = random(70 * 90);
        final var b = random(90 * 80);
        final var one = Blas.floats(70 * 80);
        final var other = Blas.floats(70 * 80);
        gemm(which).multiply(false, false, 70, 80, 90, a, 90, b, 80, 0, one, 80);
        gemm(which).multiply(false, false, 70, 80, 90, a, 90, b, 80, 0, other, 80);
        assertThat(one).isEqualTo(other);
    }
}
