package org.fewlabel.learn.net.blas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadTunerTest {

    private final ThreadTuner pace = new ThreadTuner();

    /** @return how many of so many steps were done alone */
    private int alone(final int steps, final long withHelpers, final long without) {
        var count = 0;
        for (var i = 0; i < steps; i++) {
            final var alone = pace.alone();
            count += alone ? 1 : 0;
            pace.took(alone ? without : withHelpers);
        }
        return count;
    }

    @Test
    void goesTheFasterWayAndTriesTheOtherSeldom() {
        assertThat(alone(2000, 60, 100)).isBetween(6, 100);
    }

    @Test
    void goesAloneWhereHelpersAreKeptWaiting() {
        assertThat(alone(2000, 140, 100)).isBetween(1900, 1994);
    }

    @Test
    void noticesWhenTheMachineIsQuietAgain() {
        assertThat(alone(2000, 140, 100)).isGreaterThan(1900);
        assertThat(alone(2000, 60, 100)).isLessThan(900);
    }
}
