package org.fewlabel.learn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class PoissonLearningTest {

    private static final int[][] LABELS = {{0, 0}, {1, 1}, {2, 1}, {3, 2}};

    /** L u = source with sum d u = 0 has the one solution of (L + d d') u = source. */
    @Property(tries = 60)
    void solvesPoissonsEquation(@ForAll final long seed, @ForAll @IntRange(min = 8, max = 40) final int nodes) {
        final var graph = Dense.graph(Dense.random(seed, nodes, 3), 6);
        Assume.that(graph.components() == 1);
        final var seeds = Dense.seeds(nodes, 3, LABELS);
        final var source = PoissonSource.of(graph, seeds);
        final var all = new boolean[nodes];
        Arrays.fill(all, true);
        final var u = PoissonLearning.potential(graph, source, new SpreadSystem(graph, all, 1, 3), 3, Workers.CALLER,
            Progress.NONE);
        for (var c = 0; c < 3; c++) {
            final var expected = expected(graph, source, c);
            for (var i = 0; i < nodes; i++) {
                assertThat(u[3 * i + c]).isCloseTo(expected[i], within(1e-5));
            }
        }
    }

    private static double[] expected(final Graph graph, final PoissonSource source, final int c) {
        final var nodes = graph.nodes();
        final var weights = Dense.weights(graph);
        final var a = new double[nodes][nodes];
        final var b = new double[nodes];
        for (var i = 0; i < nodes; i++) {
            b[i] = source.values()[3 * i + c];
            for (var j = 0; j < nodes; j++) {
                a[i][j] = (i == j ? graph.degree(i) : 0) - weights[i][j] + graph.degree(i) * graph.degree(j);
            }
        }
        return Dense.solve(a, b);
    }

    /** Calder et al. (2020), algorithm 1 as it is printed, with so many steps that it has ended. */
    @Property(tries = 30)
    void decidesAsThePrintedAlgorithm(@ForAll final long seed,
        @ForAll @DoubleRange(min = 0.1, max = 0.8) final double share) {
        final var nodes = 25;
        final var graph = Dense.graph(Dense.random(seed, nodes, 2), 6);
        Assume.that(graph.components() == 1);
        final var seeds = Dense.seeds(nodes, 3, LABELS);
        final var shares = new double[]{share, (1 - share) / 2, (1 - share) / 2};
        final var weights = Dense.weights(graph);
        final var mean = new double[]{0.25, 0.5, 0.25};
        final var u = new double[nodes][3];
        for (var step = 0; step < 5000; step++) {
            final var old = Arrays.stream(u).map(double[]::clone).toArray(double[][]::new);
            for (var i = 0; i < nodes; i++) {
                for (var c = 0; c < 3; c++) {
                    var change = seeds.total(i) * (seeds.counts()[3 * i + c] - mean[c]);
                    for (var j = 0; j < nodes; j++) {
                        change -= weights[i][j] * (old[i][c] - old[j][c]);
                    }
                    u[i][c] += change / graph.degree(i);
                }
            }
        }
        final var spread = new PoissonLearning(shares).spread(graph, seeds, Workers.CALLER, Progress.NONE);
        for (var i = 0; i < nodes; i++) {
            final var printed = new double[3];
            for (var c = 0; c < 3; c++) {
                printed[c] = u[i][c] * shares[c] / mean[c];
            }
            final var ours = Arrays.copyOfRange(spread.probabilities().values(), 3 * i, 3 * i + 3);
            final var best = VolumeConstraint.best(printed, 0, new double[]{1, 1, 1});
            final var lead = printed[best] - Arrays.stream(printed).sorted().toArray()[1];
            if (lead > 1e-4) {
                assertThat(VolumeConstraint.best(ours, 0, new double[]{1, 1, 1})).isEqualTo(best);
            }
        }
    }

    @Test
    void oneLabelPerClassIsEnoughForTwoGroups() {
        final var values = new float[2 * 2000];
        final var random = new java.util.Random(1);
        for (var i = 0; i < 2000; i++) {
            values[2 * i] = (float)(random.nextGaussian() + (i % 2 == 0 ? 0 : 5));
            values[2 * i + 1] = (float)random.nextGaussian();
        }
        final var graph = Dense.graph(new DenseRows(2000, 2, values), 10);
        final var seeds = Dense.seeds(2000, 2, new int[]{0, 0}, new int[]{1, 1});
        final var poisson = new PoissonLearning().spread(graph, seeds, Workers.CALLER, Progress.NONE);
        assertThat(right(poisson)).isGreaterThan(1950);
    }

    @Test
    void everyPartDecidesAmongItsOwnClasses() {
        final var graph = Dense.graph(new DenseRows(10, 1, new float[]{0, 1, 2, 50, 51, 52, 53, 100, 101, 102}), 2);
        final var spread = new PoissonLearning().spread(graph,
            Dense.seeds(10, 3, new int[]{0, 0}, new int[]{3, 1}, new int[]{6, 2}), Workers.CALLER, Progress.NONE);
        assertThat(Arrays.copyOfRange(spread.probabilities().values(), 3, 6)).containsExactly(1, 0, 0);
        assertThat(spread.probabilities().values()[3 * 4]).isZero();
        assertThat(spread.probabilities().values()[3 * 4 + 1]).isGreaterThan(0.5);
        assertThat(spread.probabilities().values()[3 * 5 + 2]).isGreaterThan(0.5);
        assertThat(spread.probabilities().values()[3 * 8]).isNaN();
        assertThat(spread.unreachedComponents()).isEqualTo(1);
    }

    static long right(final Spread spread) {
        var right = 0;
        for (var i = 0; i < spread.reached().length; i++) {
            right += spread.probabilities().values()[2 * i + i % 2] > 0.5 ? 1 : 0;
        }
        return right;
    }
}
