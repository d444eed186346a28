package org.fewlabel.learn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;

import org.fewlabel.device.Checks;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class LabelSpreadingTest {

    /** Zhou et al. (2004), equation 3: F* = (1 - alpha) (I - alpha S)^-1 Y; the shares of each row of it. */
    @Property(tries = 60)
    void isTheClosedForm(@ForAll final long seed, @ForAll @IntRange(min = 8, max = 40) final int nodes,
        @ForAll @DoubleRange(min = 0.05, max = 0.99) final double alpha) {
        final var graph = Dense.graph(Dense.random(seed, nodes, 3), 4);
        final var seeds = Dense.seeds(nodes, 2, new int[]{0, 0}, new int[]{1, 1}, new int[]{1, 1}, new int[]{2, 0});
        final var spread = spread(graph, seeds, alpha);
        final var weights = Dense.weights(graph);
        final var expected = new double[2][];
        for (var c = 0; c < 2; c++) {
            final var a = new double[nodes][nodes];
            final var b = new double[nodes];
            for (var i = 0; i < nodes; i++) {
                b[i] = (1 - alpha) * seeds.counts()[2 * i + c];
                for (var j = 0; j < nodes; j++) {
                    a[i][j] = (i == j ? 1 : 0)
                        - alpha * weights[i][j] / Math.sqrt(graph.degree(i)) / Math.sqrt(graph.degree(j));
                }
            }
            expected[c] = Dense.solve(a, b);
        }
        for (var i = 0; i < nodes; i++) {
            final var sum = expected[0][i] + expected[1][i];
            if (!spread.reached()[i]) {
                assertThat(spread.probabilities().values()[2 * i]).isNaN();
            } else if (sum > 1e-6) {
                assertThat(spread.probabilities().values()[2 * i]).isCloseTo(expected[0][i] / sum, within(1e-4));
            }
            if (spread.reached()[i]) {
                assertThat(spread.probabilities().values()[2 * i] + spread.probabilities().values()[2 * i + 1])
                    .isCloseTo(1, within(1e-12));
            }
        }
    }

    /** Far from the labels the mass falls below what numbers can hold; the nearer label must win all the same. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 0.95})
    void everyNodeOfALongPathGetsTheNearerLabel(final double alpha) {
        final var spread = spread(Dense.path(4001), Dense.seeds(4001, 2, new int[]{0, 0}, new int[]{4000, 1}), alpha);
        for (var i = 0; i < 4001; i++) {
            assertThat(spread.reached()[i]).isTrue();
            if (i != 2000) {
                assertThat(spread.probabilities().values()[2 * i] > 0.5).as("node %d", i).isEqualTo(i < 2000);
            }
        }
        assertThat(spread.probabilities().values()[2 * 2000]).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void aLabeledNodeMayBeOutvoted() {
        final var counts = new int[][]{{0, 0}, {1, 0}, {2, 1}, {3, 0}, {4, 0}};
        final var spread = spread(Dense.path(5), Dense.seeds(5, 2, counts), 0.95);
        assertThat(spread.probabilities().values()[2 * 2]).isGreaterThan(0.5);
    }

    @Test
    void moreLabelsOfAClassWeighMore() {
        final var once = spread(Dense.path(3), Dense.seeds(3, 2, new int[]{0, 0}, new int[]{2, 1}), 0.5);
        assertThat(once.probabilities().values()[2]).isCloseTo(0.5, within(1e-9));
        final var twice = spread(Dense.path(3), Dense.seeds(3, 2, new int[]{0, 0}, new int[]{2, 1}, new int[]{2, 1}),
            0.5);
        assertThat(twice.probabilities().values()[2]).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void aLabeledNodeWithoutNeighborsKeepsItsLabel() {
        final var spread = spread(Dense.graph(Dense.random(1, 1, 2), 5), Dense.seeds(1, 2, new int[]{0, 1}), 0.9);
        assertThat(spread.probabilities().values()).containsExactly(0, 1);
        assertThat(spread.unreachedComponents()).isZero();
    }

    @Test
    void alphaLiesBetweenZeroAndOne() {
        for (final var alpha : new double[]{0, 1, -0.1, Double.NaN}) {
            assertThatThrownBy(() -> new LabelSpreading(alpha)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Alpha must lie between 0 and 1");
        }
    }

    @Test
    void cancelIsHeard() {
        final var progress = Checks.canceledAt(21);
        assertThatThrownBy(() -> new LabelSpreading(0.99).spread(Dense.path(500),
            Dense.seeds(500, 1, new int[]{0, 0}), Workers.CALLER, progress)).isInstanceOf(CancellationException.class);
    }

    private static Spread spread(final Graph graph, final Seeds seeds, final double alpha) {
        return new LabelSpreading(alpha).spread(graph, seeds, Workers.CALLER, Progress.NONE);
    }
}
