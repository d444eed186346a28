package org.fewlabel.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Random;

import org.junit.jupiter.api.Test;

class BlasTest {

    @Test
    void multipliesRowsWithRows() {
        final var blas = Blas.get(Progress.NONE).orElseThrow(() -> new AssertionError(Blas.problem(Progress.NONE)));
        final var random = new Random(1);
        final var a = random(random, 7 * 5);
        final var b = random(random, 9 * 5);
        final var c = Blas.floats(7 * 9);
        blas.multiply(a, 7, b, 9, 5, c);
        for (var i = 0; i < 7; i++) {
            for (var j = 0; j < 9; j++) {
                var sum = 0.0;
                for (var d = 0; d < 5; d++) {
                    sum += a.get(i * 5 + d) * b.get(j * 5 + d);
                }
                assertThat((double)c.get(i * 9 + j)).isCloseTo(sum, within(1e-5));
            }
        }
        assertThat(Blas.problem(Progress.NONE)).isEmpty();
    }

    private static FloatBuffer random(final Random random, final int count) {
        final var numbers = Blas.floats(count);
        for (var i = 0; i < count; i++) {
            numbers.put(i, (float)random.nextGaussian());
        }
        return numbers;
    }

    /** The library would read and write beyond the ends, and crash the process. */
    @Test
    void refusesBuffersThatAreTooShortOrNotNative() {
        final var blas = Blas.get(Progress.NONE).orElseThrow();
        final var ten = Blas.floats(10);
        assertThatThrownBy(() -> blas.multiply(ten, 2, ten, 2, 6, ten)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blas.multiply(ten, 4, ten, 4, 2, ten)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blas.multiply(ten, 65536, ten, 65536, 1, ten))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blas.multiply(ten, 1, ten, 1, 0, ten)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blas.multiply(FloatBuffer.allocate(4), 2, ten, 2, 2, ten))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLibraryThatCannotBeLoadedIsReportedNotThrown() {
        final var attempt = Blas.attempt(() -> {
            throw new UnsatisfiedLinkError("no jnijavacpp in java.library.path");
        });
        assertThat(attempt.blas()).isNull();
        assertThat(attempt.problem()).contains("OpenBLAS cannot be loaded on " + System.getProperty("os.name"),
            "no jnijavacpp in java.library.path", "computed in Java, more slowly", "install the extension again");
    }

    @Test
    void aMissingLibraryIsReportedNotThrown() {
        assertThat(Blas.attempt(() -> {
            throw new NoClassDefFoundError("org/bytedeco/javacpp/Loader");
        }).problem()).contains("org/bytedeco/javacpp/Loader");
    }

    @Test
    void aLibraryThatComputesWrongResultsIsNotUsed() {
        assertThat(Blas.attempt(() -> (a, m, b, n, d, c) -> c.put(0, 1)).problem()).contains("computes wrong products");
    }

    /** Runs a process without the library, for in this one it is loaded. */
    @Test
    void canBeSwitchedOff() throws Exception {
        final var process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Dfewlabel.blas=off",
            "-cp",
            System.getProperty("java.class.path"), SwitchedOff.class.getName()).redirectErrorStream(true).start();
        final var output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        assertThat(output.trim()).isEqualTo("false It is switched off by the system property fewlabel.blas.");
    }

    /** Prints whether the library is available and its problem. */
    static final class SwitchedOff {

        private SwitchedOff() {
        }

        public static void main(final String[] arguments) {
            System.out.println(
                Blas.get(Progress.NONE).isPresent() + " " + Blas.problem(Progress.NONE).orElse("nothing"));
        }
    }
}
