package org.fewlabel.learn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.neighbor.ExactSearch;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ClassMassNormalizationTest {

    /** Zhu, Ghahramani and Lafferty (2003), equation 9: class 1 if q f / sum(f) is more than (1-q)(1-f) / sum(1-f). */
    @Property(tries = 60)
    void isTheRuleOfThePaper(@ForAll final long seed, @ForAll @DoubleRange(min = 0.05, max = 0.95) final double q) {
        final var graph = Dense.graph(Dense.random(seed, 30, 2), 5);
        final var seeds = Dense.seeds(30, 2, new int[]{0, 0}, new int[]{1, 1}, new int[]{2, 1});
        final var plain = new LabelPropagation().spread(graph, seeds, Workers.CALLER, Progress.NONE);
        final var normalized = new ClassMassNormalization(new LabelPropagation(), new double[]{q, 1 - q}).spread(graph,
            seeds,
            Workers.CALLER, Progress.NONE);
        var first = 0.0;
        var second = 0.0;
        for (var i = 3; i < 30; i++) {
            first += plain.reached()[i] ? plain.probabilities().values()[2 * i] : 0;
            second += plain.reached()[i] ? plain.probabilities().values()[2 * i + 1] : 0;
        }
        for (var i = 0; i < 30; i++) {
            if (i < 3 || !plain.reached()[i]) {
                assertThat(normalized.probabilities().values()[2 * i]).isEqualTo(plain.probabilities().values()[2 * i]);
            } else if (first > 0 && second > 0) {
                final var one = q * plain.probabilities().values()[2 * i] / first;
                final var other = (1 - q) * plain.probabilities().values()[2 * i + 1] / second;
                assertThat(normalized.probabilities().values()[2 * i]).isCloseTo(one / (one + other), within(1e-9));
            }
        }
    }

    @Test
    void aNodeCountsAsManyRowsAsItStandsFor() {
        // the row at 1 comes 9 times: its mass is that of 9 rows
        final var values = new float[]{0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3};
        final var codes = new int[]{0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1};
        final var labels = new Labels(codes, java.util.List.of("a", "b"));
        final var joined = RowGraph.of(new DenseRows(12, 1, values), 2, new ExactSearch(), Workers.CALLER,
            Progress.NONE);
        final var plain = joined.spread(new LabelPropagation(), labels, Workers.CALLER, Progress.NONE).probabilities();
        final var p1 = plain.values()[2];
        final var p2 = plain.values()[4];
        final var normalized = joined
            .spread(new ClassMassNormalization(new LabelPropagation(), new double[]{1, 1}), labels, Workers.CALLER,
                Progress.NONE)
            .probabilities();
        final var one = p1 / (9 * p1 + p2);
        final var other = (1 - p1) / (9 * (1 - p1) + 1 - p2);
        assertThat(normalized.values()[2]).isCloseTo(one / (one + other), within(1e-9));
    }

    @Test
    void refusesWhatAreNoShares() {
        for (final var shares : new double[][]{{0, 0}, {-1, 2}, {Double.NaN, 1}, {Double.POSITIVE_INFINITY, 1}}) {
            assertThatThrownBy(() -> new ClassMassNormalization(new LabelPropagation(), shares))
                .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new PoissonLearning(shares)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new PoissonMbo(shares)).isInstanceOf(IllegalArgumentException.class);
        }
        final var three = new double[]{1, 1, 1};
        for (final var method : new GraphMethod[]{new ClassMassNormalization(new LabelPropagation(), three),
            new PoissonLearning(three), new PoissonMbo(three)}) {
            assertThatThrownBy(() -> method.spread(Dense.path(3), Dense.seeds(3, 2, new int[]{0, 0}), Workers.CALLER,
                Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 shares");
        }
    }
}
