package org.fewlabel.learn.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.concurrent.CancellationException;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private final Bootstrap bootstrap = new Bootstrap(2000, 0.95, 7);

    @Test
    void theIntervalOfAShareIsThatOfTheBinomialDistribution() {
        // 300 of 400 correct: 0.75 ± 1.96 √(0.75 · 0.25 / 400) = 0.7076 to 0.7924
        final var interval = bootstrap.interval(400, rows -> Arrays.stream(rows).filter(i -> i < 300).count() / 400.0,
            Workers.CALLER, Progress.NONE);
        assertThat(interval.low()).isCloseTo(0.7076, within(0.006));
        assertThat(interval.high()).isCloseTo(0.7924, within(0.006));
    }

    @Test
    void aPairedDifferenceIsNarrowerThanItsParts() {
        // one method is correct where the other is, and on 10 of 400 rows more
        final var difference = bootstrap.interval(400,
            rows -> Arrays.stream(rows).filter(i -> i >= 290 && i < 300).count() / 400.0, Workers.CALLER,
            Progress.NONE);
        assertThat(difference.low()).isPositive();
        assertThat(difference.high() - difference.low()).isLessThan(0.035);
    }

    @Test
    void theSeedMakesTheSamplesWhateverTheThreads() {
        final var one = interval(bootstrap, Workers.CALLER);
        assertThat(interval(bootstrap, Workers.own(4))).isEqualTo(one);
        assertThat(interval(new Bootstrap(2000, 0.95, 8), Workers.CALLER)).isNotEqualTo(one);
    }

    private static Interval interval(final Bootstrap bootstrap, final Workers workers) {
        return bootstrap.interval(50, rows -> Arrays.stream(rows).mapToDouble(Math::sqrt).average().orElseThrow(),
            workers, Progress.NONE);
    }

    @Test
    void samplesOfNeighboringSeedsHaveNothingInCommon() {
        final var sums = new HashSet<Double>();
        for (var seed = 0; seed < 20; seed++) {
            sums.add(new Bootstrap(1, 0.5, seed).interval(1000,
                rows -> Arrays.stream(rows).mapToDouble(i -> (double)i * i).sum(), Workers.CALLER, Progress.NONE)
                .low());
        }
        assertThat(sums).hasSize(20);
    }

    @Test
    void aSampleWithoutAValueIsSkipped() {
        final var some = bootstrap.interval(10, rows -> rows[0] < 5 ? Double.NaN : 3, Workers.CALLER, Progress.NONE);
        assertThat(some).isEqualTo(new Interval(3, 3));
        final var none = bootstrap.interval(10, rows -> Double.NaN, Workers.CALLER, Progress.NONE);
        assertThat(none.low()).isNaN();
        assertThat(bootstrap.interval(0, rows -> 1, Workers.CALLER, Progress.NONE).high()).isNaN();
    }

    @Test
    void percentilesLieBetweenTheNearestValues() {
        assertThat(Bootstrap.percentile(new double[]{1, 2, 4}, 0.75)).isEqualTo(3);
        assertThat(Bootstrap.percentile(new double[]{1, 2, 4}, 1)).isEqualTo(4);
    }

    @Test
    void cancelIsHeard() {
        final var progress = new Progress() {
            private int asked;

            @Override
            public void report(final double fraction, final String message) {
                assertThat(message).isEqualTo("Drawing samples of the rows");
            }

            @Override
            public void checkCanceled() {
                if (++asked > 5) {
                    throw new CancellationException();
                }
            }
        };
        assertThatThrownBy(() -> bootstrap.interval(10, rows -> 1, Workers.CALLER, progress))
            .isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new Bootstrap(0, 0.95, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bootstrap(10, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
