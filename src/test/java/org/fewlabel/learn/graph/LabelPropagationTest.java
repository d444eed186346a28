package org.fewlabel.learn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LabelPropagationTest {

    private static final Offset<Double> CLOSE = within(1e-7);

    private final LabelPropagation propagation = new LabelPropagation();

    /** Zhu, Ghahramani and Lafferty (2003), equation 5: f_u = (D_uu - W_uu)^-1 W_ul f_l. */
    @Property(tries = 60)
    void isTheHarmonicSolution(@ForAll final long seed, @ForAll @IntRange(min = 8, max = 40) final int nodes) {
        final var graph = Dense.graph(Dense.random(seed, nodes, 3), 4);
        final var seeds = Dense.seeds(nodes, 3, new int[]{0, 0}, new int[]{1, 1}, new int[]{2, 2}, new int[]{3, 0});
        final var spread = spread(graph, seeds);
        final var weights = Dense.weights(graph);
        for (var c = 0; c < 3; c++) {
            final var a = new double[nodes][nodes];
            final var b = new double[nodes];
            for (var i = 0; i < nodes; i++) {
                a[i][i] = 1;
                if (i < 4 || !spread.reached()[i]) { // given, or without a solution
                    b[i] = seeds.counts()[i * 3 + c];
                } else {
                    for (var j = 0; j < nodes; j++) {
                        a[i][j] -= weights[i][j] / graph.degree(i);
                    }
                }
            }
            final var expected = Dense.solve(a, b);
            for (var i = 0; i < nodes; i++) {
                if (spread.reached()[i]) {
                    assertThat(spread.probabilities().values()[i * 3 + c]).isCloseTo(expected[i], CLOSE);
                } else {
                    assertThat(spread.probabilities().values()[i * 3 + c]).isNaN();
                }
            }
        }
    }

    @Test
    void fallsEvenlyAlongAPath() {
        final var spread = spread(Dense.path(5), Dense.seeds(5, 2, new int[]{0, 0}, new int[]{4, 1}));
        for (var i = 0; i < 5; i++) {
            assertThat(spread.probabilities().values()[2 * i + 1]).isCloseTo(i / 4.0, CLOSE);
        }
    }

    @Test
    void aLongPathIsSolvedToTheEnd() {
        final var nodes = 1001;
        final var spread = spread(Dense.path(nodes), Dense.seeds(nodes, 2, new int[]{0, 0}, new int[]{1000, 1}));
        for (var i = 0; i < nodes; i++) {
            assertThat(spread.probabilities().values()[2 * i + 1]).isCloseTo(i / 1000.0, within(1e-6));
        }
    }

    @Test
    void aNodeWithContradictingLabelsKeepsTheirShares() {
        final var spread = spread(Dense.path(3),
            Dense.seeds(3, 2, new int[]{0, 0}, new int[]{0, 0}, new int[]{0, 0}, new int[]{0, 1}));
        for (var i = 0; i < 3; i++) {
            assertThat(spread.probabilities().values()[2 * i]).isCloseTo(0.75, CLOSE);
        }
    }

    @Test
    void whatNoLabelReachesIsNaNAndCounted() {
        final var graph = Dense.graph(
            new DenseRows(7, 1, new float[]{0, 1, 2, 50, 51, 52, Float.NaN}), 2);
        final var spread = spread(graph, Dense.seeds(7, 2, new int[]{1, 1}));
        assertThat(spread.reached()).containsExactly(true, true, true, false, false, false, false);
        assertThat(spread.unreachedComponents()).isEqualTo(2);
        assertThat(spread.unreachedRows()).isEqualTo(4);
        assertThat(spread.probabilities().values()).startsWith(0, 1, 0, 1, 0, 1).endsWith(Double.NaN, Double.NaN);
    }

    @Test
    void oneClassOrAllNodesLabeledNeedNoSolver() {
        final var one = spread(Dense.path(3), Dense.seeds(3, 1, new int[]{0, 0}));
        assertThat(one.probabilities().values()).containsExactly(1, 1, 1);
        final var all = spread(Dense.path(2), Dense.seeds(2, 2, new int[]{0, 0}, new int[]{1, 1}));
        assertThat(all.probabilities().values()).containsExactly(1, 0, 0, 1);
        assertThat(all.iterations()).isZero();
    }

    @Test
    void threadsDoNotChangeTheResult() {
        final var graph = Dense.graph(Dense.random(4, 5000, 3), 6); // several blocks
        final var seeds = Dense.seeds(5000, 2, new int[]{0, 0}, new int[]{1, 1});
        final var four = propagation.spread(graph, seeds, Workers.own(4), Progress.NONE);
        assertThat(four.probabilities().values()).containsExactly(spread(graph, seeds).probabilities().values());
    }

    private Spread spread(final Graph graph, final Seeds seeds) {
        return propagation.spread(graph, seeds, Workers.CALLER, Progress.NONE);
    }
}
