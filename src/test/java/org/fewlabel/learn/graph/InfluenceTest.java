package org.fewlabel.learn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.neighbor.ExactSearch;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class InfluenceTest {

    private static final int NODES = 30;

    /** The shares of the rows of a class add up to the probability that label propagation gives it. */
    @Property(tries = 40)
    void sharesAddUpToTheProbabilities(@ForAll final long seed) {
        final var rows = Dense.random(seed, NODES, 3);
        final var joined = RowGraph.of(rows, 5, new ExactSearch(), Workers.CALLER, Progress.NONE);
        final var labels = labels(NODES, 0, 1, 1, 0, 1);
        final var spread = joined.ofRows(joined.spread(new LabelPropagation(), labels, Workers.CALLER, Progress.NONE));
        final var influence = Influence.of(joined, labels, 1, 5, Workers.CALLER, Progress.NONE);
        for (var i = 0; i < NODES; i++) {
            final var sum = new double[2];
            for (var at = 5 * i; at < 5 * i + 5 && influence.rows()[at] >= 0; at++) {
                sum[labels.codes()[influence.rows()[at]]] += influence.shares()[at];
            }
            if (spread.reached()[i]) {
                assertThat(sum[0]).isCloseTo(spread.probabilities().values()[2 * i], within(1e-4));
                assertThat(sum[0] + sum[1]).isCloseTo(1, within(1e-4));
            } else {
                assertThat(influence.rows()[5 * i]).isEqualTo(-1);
            }
        }
        assertThat(influence.rows()[0]).isZero();
        assertThat(influence.shares()[0]).isEqualTo(1);
    }

    @Property(tries = 40)
    void thoseOfSpreadingToo(@ForAll final long seed, @ForAll @DoubleRange(min = 0.3, max = 0.98) final double alpha) {
        final var joined = RowGraph.of(Dense.random(seed, NODES, 3), 5, new ExactSearch(), Workers.CALLER,
            Progress.NONE);
        final var labels = labels(NODES, 0, 1, 1, 0, 1);
        final var spread = joined
            .ofRows(joined.spread(new LabelSpreading(alpha), labels, Workers.CALLER, Progress.NONE));
        final var influence = Influence.of(joined, labels, alpha, 5, Workers.CALLER, Progress.NONE);
        for (var i = 0; i < NODES; i++) {
            var first = 0.0;
            for (var at = 5 * i; at < 5 * i + 5; at++) {
                first += influence.rows()[at] >= 0 && labels.codes()[influence.rows()[at]] == 0 ? influence.shares()[at]
                    : 0;
            }
            if (spread.reached()[i]) {
                assertThat(first).isCloseTo(spread.probabilities().values()[2 * i], within(1e-3));
            }
        }
    }

    @Test
    void equalLabeledRowsShareAlikeAndTheLargestComeFirst() {
        // 0 comes twice, both labeled; the path 0 - 1 - 2 - 3 has its other label at 3
        final var rows = new DenseRows(5, 1, new float[]{0, 0, 1, 2, 3});
        final var joined = RowGraph.of(rows, 1, new ExactSearch(), Workers.CALLER, Progress.NONE);
        final var influence = Influence.of(joined, new Labels(new int[]{0, 0, -1, -1, 1}, List.of("a", "b")), 1, 3,
            Workers.CALLER, Progress.NONE);
        assertThat(Arrays.copyOfRange(influence.rows(), 0, 3)).containsExactly(0, 1, -1);
        assertThat(Arrays.copyOfRange(influence.shares(), 0, 3)).containsExactly(0.5f, 0.5f, 0);
        final var third = influence.rows()[3 * 3];
        assertThat(third).isEqualTo(4);
        assertThat(influence.shares()[3 * 3 + 1]).isEqualTo(influence.shares()[3 * 3 + 2]);
        assertThat(influence.shares()[9] + influence.shares()[10] + influence.shares()[11]).isCloseTo(1, within(1e-5f));
    }

    @Test
    void shortWalksComeCloseToTheSolution() {
        final var joined = RowGraph.of(Dense.random(4, 400, 2), 8, new ExactSearch(), Workers.CALLER, Progress.NONE);
        final var labels = labels(400, IntStream.range(0, 60).map(i -> i % 2).toArray());
        for (final var alpha : new double[]{1, 0.8}) {
            final var exact = Influence.of(joined, labels, alpha, 3, Workers.CALLER, Progress.NONE);
            final var walked = Influence.of(joined, labels, alpha, 3, 0, Workers.own(2), Progress.NONE);
            var same = 0;
            for (var i = 0; i < 400; i++) {
                same += exact.rows()[3 * i] == walked.rows()[3 * i] ? 1 : 0;
                assertThat(walked.shares()[3 * i]).isCloseTo(exact.shares()[3 * i], within(0.1f));
            }
            assertThat(same).isGreaterThan(390);
        }
    }

    @Test
    void moreThanABatchOfLabelsIsTheSameAsOne() {
        final var joined = RowGraph.of(Dense.random(6, 300, 2), 8, new ExactSearch(), Workers.CALLER, Progress.NONE);
        final var labels = labels(300, IntStream.range(0, 100).map(i -> i % 2).toArray());
        final var influence = Influence.of(joined, labels, 1, 100, Workers.own(3), Progress.NONE);
        final var spread = joined.ofRows(joined.spread(new LabelPropagation(), labels, Workers.CALLER, Progress.NONE));
        for (var i = 0; i < 300; i++) {
            var first = 0.0;
            for (var at = 100 * i; at < 100 * i + 100; at++) {
                first += influence.rows()[at] >= 0 && influence.rows()[at] % 2 == 0 ? influence.shares()[at] : 0;
            }
            assertThat(first).isCloseTo(spread.probabilities().values()[2 * i], within(1e-3));
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        final var joined = RowGraph.of(Dense.random(1, 5, 2), 2, new ExactSearch(), Workers.CALLER, Progress.NONE);
        for (final var alpha : new double[]{0, 1.5, Double.NaN}) {
            assertThatThrownBy(() -> Influence.of(joined, labels(5, 0, 1), alpha, 3, Workers.CALLER, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Influence.of(joined, labels(5, 0, 1), 1, 0, Workers.CALLER, Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class);
    }

    private static Labels labels(final int rows, final int... first) {
        final var codes = Arrays.copyOf(first, rows);
        Arrays.fill(codes, first.length, rows, Labels.UNLABELED);
        return new Labels(codes, List.of("a", "b"));
    }
}
