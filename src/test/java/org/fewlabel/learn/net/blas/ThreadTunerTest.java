package org.fewlabel.learn.net.blas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadTunerTest {

    private final ThreadTuner tuner = new ThreadTuner();

    /** @return how many of the steps ran on a single thread */
    private int singleThread(final int steps, final long withHelpers, final long without) {
        var count = 0;
        for (var i = 0; i < steps; i++) {
            final var single = tuner.singleThread();
            count += single ? 1 : 0;
            tuner.took(single ? without : withHelpers);
        }
        return count;
    }

    @Test
    void usesTheFasterModeAndTriesTheOtherSeldom() {
        assertThat(singleThread(2000, 60, 100)).isBetween(6, 100);
    }

    @Test
    void usesASingleThreadWhereHelpersAreKeptWaiting() {
        assertThat(singleThread(2000, 140, 100)).isBetween(1900, 1994);
    }

    @Test
    void noticesWhenTheMachineIsQuietAgain() {
        assertThat(singleThread(2000, 140, 100)).isGreaterThan(1900);
        assertThat(singleThread(2000, 60, 100)).isLessThan(900);
    }
}
