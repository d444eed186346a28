package org.fewlabel.learn.net.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialTest {

    private static float[] exponentials(final float... x) {
        new Exponential().apply(x, x.length, 1, 0);
        return x;
    }

    @Test
    void isCorrectToTheLastDigitsWhereverItIsANumber() {
        final var count = 20_000; // several pieces
        final var x = new float[count];
        for (var i = 0; i < count; i++) {
            x[i] = -87 + i * 175f / count;
        }
        final var given = x.clone();
        exponentials(x);
        for (var i = 0; i < count; i++) {
            assertThat(x[i] / Math.exp(given[i])).as("exp %s", given[i]).isCloseTo(1, within(2.5e-7));
        }
    }

    @Test
    void endsWhereNumbersEnd() {
        final var x = exponentials(0, -1000, Float.NEGATIVE_INFINITY, 1000, Float.NaN);
        assertThat(x[0]).isEqualTo(1);
        assertThat(x[1]).isBetween(0f, 1.3e-38f);
        assertThat(x[2]).isBetween(0f, 1.3e-38f);
        assertThat(x[3]).isGreaterThan(1e38f).isFinite();
        assertThat(x[4]).isNaN();
    }

    @Test
    void scalesAndShifts() {
        final var x = new float[]{0.5f, 1, 9};
        new Exponential().apply(x, 2, 2, -1);
        assertThat(x).containsExactly(new float[]{1, (float)Math.E, 9}, within(1e-6f));
    }
}
