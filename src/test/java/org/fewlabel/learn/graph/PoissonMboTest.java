package org.fewlabel.learn.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.assertj.core.api.Assertions;
import org.fewlabel.device.Checks;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PoissonMboTest {

    /** Calder et al. (2020), algorithm 2 without shares, written out with full matrices. */
    @Property(tries = 25)
    void isThePrintedAlgorithm(@ForAll final long seed) {
        final var nodes = 30;
        final var graph = Dense.graph(Dense.random(seed, nodes, 2), 5);
        Assume.that(graph.components() == 1);
        final var seeds = Dense.seeds(nodes, 2, new int[]{0, 0}, new int[]{1, 1});
        final var weights = Dense.weights(graph);
        final var start = new PoissonLearning().spread(graph, seeds, Workers.CALLER, Progress.NONE).probabilities();
        var u = new double[nodes][2];
        for (var i = 0; i < nodes; i++) {
            u[i] = Arrays.copyOfRange(start.values(), 2 * i, 2 * i + 2);
        }
        var most = 0.0;
        for (var i = 0; i < nodes; i++) {
            most = Math.max(most, graph.degree(i));
        }
        for (var round = 0; round < 20; round++) {
            for (final var row : u) {
                final var first = row[0] >= row[1];
                row[0] = first ? 1 : 0;
                row[1] = first ? 0 : 1;
            }
            for (var step = 0; step < 40; step++) {
                final var old = Arrays.stream(u).map(double[]::clone).toArray(double[][]::new);
                for (var i = 0; i < nodes; i++) {
                    for (var c = 0; c < 2; c++) {
                        var change = i > 1 ? 0 : i == c ? 0.5 : -0.5;
                        for (var j = 0; j < nodes; j++) {
                            change -= weights[i][j] * (old[i][c] - old[j][c]);
                        }
                        u[i][c] += change / most;
                    }
                }
            }
        }
        final var spread = new PoissonMbo().spread(graph, seeds, Workers.CALLER, Progress.NONE);
        for (var i = 0; i < nodes; i++) {
            if (Math.abs(u[i][0] - u[i][1]) > 1e-6) {
                assertThat(spread.probabilities().values()[2 * i] > 0.5).as("node %d", i).isEqualTo(u[i][0] > u[i][1]);
            }
        }
    }

    @Test
    void sharesAreKept() {
        final var random = new Random(5);
        final var values = new float[1000];
        for (var i = 0; i < 1000; i++) {
            values[i] = random.nextFloat();
        }
        final var rows = new DenseRows(500, 2, values);
        final var graph = Dense.graph(rows, 10);
        final var seeds = Dense.seeds(500, 2, new int[]{0, 0}, new int[]{1, 1});
        for (final var share : new double[]{0.35, 0.5, 0.65}) {
            final var spread = new PoissonMbo(new double[]{share, 1 - share}).spread(graph, seeds, Workers.CALLER,
                Progress.NONE);
            var first = 0;
            for (var i = 0; i < 500; i++) {
                first += spread.probabilities().values()[2 * i] > 0.5 ? 1 : 0;
            }
            assertThat(first / 500.0).isBetween(share - 0.05, share + 0.05);
        }
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        final var graph = Dense.graph(Dense.random(3, 5000, 3), 10);
        final var seeds = Dense.seeds(5000, 2, new int[]{0, 0}, new int[]{1, 1});
        for (final var method : new GraphMethod[]{new PoissonMbo(new double[]{1, 2}), new PoissonLearning()}) {
            final var one = method.spread(graph, seeds, Workers.CALLER, Progress.NONE).probabilities();
            assertThat(method.spread(graph, seeds, Workers.own(3), Progress.NONE).probabilities().values())
                .containsExactly(one.values());
        }
    }

    @Test
    void cancelIsHeard() {
        final var progress = Checks.canceledAt(201);
        Assertions.assertThatThrownBy(() -> new PoissonMbo(new double[]{1, 1}).spread(Dense.path(300),
            Dense.seeds(300, 2, new int[]{0, 0}, new int[]{299, 1}), Workers.CALLER, progress))
            .isInstanceOf(CancellationException.class);
    }
}
