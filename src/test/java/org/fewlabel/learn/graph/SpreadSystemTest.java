package org.fewlabel.learn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.neighbor.Groups;
import org.junit.jupiter.api.Test;

class SpreadSystemTest {

    private static final double TOLERANCE = 1e-10;

    private final Graph graph = Dense.graph(Groups.of(1, 900, 3, 30), 6);

    /**
     * With 2, 10 and 100 classes the edges are passed as often as the slowest class alone needs, once for each step.
     */
    @Test
    void theCostGrowsWithRowsTimesNeighborsTimesClasses() {
        final var all = known(90);
        final var inner = IntStream.range(0, graph.nodes()).filter(i -> all[i])
            .map(
                i -> (int)IntStream.range(graph.start(i), graph.start(i + 1)).filter(e -> all[graph.target(e)]).count())
            .sum();
        for (final var classes : new int[]{2, 10, 100}) {
            final var system = new SpreadSystem(graph, all, 0.95, classes);
            final var b = new double[graph.nodes() * classes];
            for (var i = 0; i < graph.nodes(); i++) {
                b[i * classes + i % classes] = i % 7 == 0 ? 1 : 0;
            }
            system.solve(b, TOLERANCE, Workers.CALLER, Progress.NONE);
            assertThat(system.edgesVisited()).isEqualTo((long)system.iterations() * inner);
            assertThat(system.iterations()).isBetween(10, 150); // however many classes
        }
    }

    @Test
    void theSolutionIsThatOfElimination() {
        for (final var damping : new double[]{0.5, 0.95, 0.99, 1}) {
            final var unknown = known(5);
            final var system = new SpreadSystem(graph, unknown, damping, 2);
            final var b = new double[graph.nodes() * 2];
            Arrays.setAll(b, at -> unknown[at / 2] ? Math.sin(at) : 0);
            final var a = matrix(unknown, damping, system.inverseRoots());
            final var expected = Dense.solve(a,
                IntStream.range(0, graph.nodes()).mapToDouble(i -> b[2 * i + 1]).toArray());
            final var found = system.solve(b.clone(), TOLERANCE, Workers.CALLER, Progress.NONE);
            for (var i = 0; i < expected.length; i++) {
                assertThat(found[2 * i + 1]).isCloseTo(expected[i], within(1e-6 * (1 + Math.abs(expected[i]))));
            }
        }
    }

    private double[][] matrix(final boolean[] unknown, final double damping, final double[] inverseRoots) {
        final var a = new double[graph.nodes()][graph.nodes()];
        final var weights = Dense.weights(graph);
        for (var i = 0; i < a.length; i++) {
            for (var j = 0; j < a.length; j++) {
                a[i][j] = (i == j ? 1 : 0) - (unknown[i] && unknown[j]
                    ? damping * inverseRoots[i] * inverseRoots[j] * weights[i][j] : 0);
            }
        }
        return a;
    }

    /** All but some nodes of every group. */
    private boolean[] known(final int every) {
        final var unknown = new boolean[graph.nodes()];
        for (var i = 0; i < unknown.length; i++) {
            unknown[i] = i % every != 0 && i >= 30;
        }
        return unknown;
    }

    /** Without the tree, conjugate gradients need at least a step for every node of a path. */
    @Test
    void farEndsMeetInFewerStepsThanNodesLieBetween() {
        final var path = Dense.path(4000);
        final var unknown = new boolean[4000];
        Arrays.fill(unknown, 1, 4000, true);
        final var system = new SpreadSystem(path, unknown, 1, 1);
        final var b = new double[4000];
        b[3999] = 1;
        final var x = system.solve(b, 1e-9, Workers.CALLER, Progress.NONE);
        assertThat(system.iterations()).isLessThan(1200);
        final var height = x[3999] * system.inverseRoots()[3999];
        for (var i = 1; i < 4000; i += 300) { // it rises evenly from the known end
            assertThat(x[i] * system.inverseRoots()[i] / height).isCloseTo(i / 3999.0, within(1e-4));
        }
    }

    @Test
    void threadsDoNotChangeTheSolution() {
        final var large = Dense.graph(Dense.random(2, 9000, 2), 5);
        final var unknown = new boolean[9000];
        Arrays.fill(unknown, 10, 9000, true);
        final var b = new double[9000 * 3];
        Arrays.setAll(b, at -> at < 30 ? 0 : Math.cos(at));
        final var one = new SpreadSystem(large, unknown, 0.999, 3).solve(b.clone(), 1e-9, Workers.CALLER,
            Progress.NONE);
        final var two = new SpreadSystem(large, unknown, 0.999, 3).solve(b.clone(), 1e-9, Workers.own(2),
            Progress.NONE);
        assertThat(two).containsExactly(one);
    }

    @Test
    void cancelIsHeardAtEveryStep() {
        final var steps = new int[1];
        final var progress = new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                steps[0]++;
            }

            @Override
            public void checkCanceled() {
                if (steps[0] == 3) {
                    throw new CancellationException();
                }
            }
        };
        final var b = new double[graph.nodes()];
        b[101] = 1;
        final var system = new SpreadSystem(graph, known(5), 0.95, 1);
        assertThatThrownBy(() -> system.solve(b, TOLERANCE, Workers.CALLER, progress))
            .isInstanceOf(CancellationException.class);
        assertThat(steps[0]).isEqualTo(3);
    }
}
