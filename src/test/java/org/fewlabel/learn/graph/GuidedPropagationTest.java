package org.fewlabel.learn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class GuidedPropagationTest {

    /** Zhu, Ghahramani and Lafferty (2003), section 5: f = (I - (1-p) P_UU)^-1 ((1-p) P_UL Y + p h) with P = D^-1 W. */
    @Property(tries = 60)
    void isTheClosedForm(@ForAll final long seed, @ForAll @IntRange(min = 8, max = 40) final int nodes,
        @ForAll @DoubleRange(min = 0.01, max = 0.9) final double pull) {
        final var graph = Dense.graph(Dense.random(seed, nodes, 3), 4);
        final var seeds = Dense.seeds(nodes, 2, new int[]{0, 0}, new int[]{1, 1}, new int[]{2, 0}, new int[]{2, 1});
        final var guidance = guidance(nodes, seed);
        final var spread = new GuidedPropagation(pull, of(guidance)).spread(graph, seeds, Workers.CALLER,
            Progress.NONE);
        final var weights = Dense.weights(graph);
        final var a = new double[nodes][nodes];
        final var b = new double[nodes];
        for (var i = 0; i < nodes; i++) {
            a[i][i] = 1;
            final var labeled = seeds.total(i) > 0;
            b[i] = labeled ? seeds.counts()[2 * i] / seeds.total(i) : pull * guidance[2 * i];
            for (var j = 0; j < nodes && !labeled; j++) {
                a[i][j] -= (1 - pull) * weights[i][j] / graph.degree(i);
            }
        }
        final var expected = Dense.solve(a, b);
        for (var i = 0; i < nodes; i++) {
            if (spread.reached()[i]) {
                assertThat(spread.probabilities().values()[2 * i]).isCloseTo(expected[i], within(1e-5));
                assertThat(spread.probabilities().values()[2 * i + 1]).isCloseTo(1 - expected[i], within(1e-5));
            } else {
                assertThat(spread.probabilities().values()[2 * i]).isNaN();
            }
        }
    }

    @Test
    void withoutPullItIsPropagationAndWithAllTheGuidance() {
        final var graph = Dense.path(9);
        final var seeds = Dense.seeds(9, 2, new int[]{0, 0}, new int[]{8, 1});
        final var guidance = guidance(9, 1);
        final var plain = new LabelPropagation().spread(graph, seeds, Workers.CALLER, Progress.NONE);
        final var faint = new GuidedPropagation(1e-9, of(guidance)).spread(graph, seeds, Workers.CALLER, Progress.NONE);
        final var strong = new GuidedPropagation(1 - 1e-9, of(guidance)).spread(graph, seeds, Workers.CALLER,
            Progress.NONE);
        for (var at = 2; at < 16; at++) {
            assertThat(faint.probabilities().values()[at]).isCloseTo(plain.probabilities().values()[at], within(1e-5));
            assertThat(strong.probabilities().values()[at]).isCloseTo(guidance[at], within(1e-5));
        }
    }

    @Test
    void guidanceDoesNotReachWhatNoLabelReaches() {
        final var graph = Dense.graph(new org.fewlabel.learn.data.DenseRows(6, 1, new float[]{0, 1, 2, 50, 51, 52}), 2);
        final var spread = new GuidedPropagation(0.5, of(guidance(6, 2))).spread(graph,
            Dense.seeds(6, 2, new int[]{0, 1}),
            Workers.CALLER, Progress.NONE);
        assertThat(spread.unreachedRows()).isEqualTo(3);
        assertThat(spread.probabilities().values()[2 * 4]).isNaN();
    }

    @Test
    void refusesWhatDoesNotFit() {
        for (final var pull : new double[]{0, 1, Double.NaN}) {
            assertThatThrownBy(() -> new GuidedPropagation(pull, of(new double[2])))
                .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new GuidedPropagation(0.5, of(new double[2])).spread(Dense.path(3),
            Dense.seeds(3, 2, new int[]{0, 0}), Workers.CALLER, Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 probabilities");
    }

    private static double[] guidance(final int nodes, final long seed) {
        final var random = new Random(seed);
        final var guidance = new double[2 * nodes];
        for (var i = 0; i < nodes; i++) {
            guidance[2 * i] = random.nextDouble();
            guidance[2 * i + 1] = 1 - guidance[2 * i];
        }
        return guidance;
    }

    private static ClassProbabilities of(final double[] values) {
        return new ClassProbabilities(2, values);
    }
}
