package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;

/**
 * The harmonic function of a graph: labeled nodes keep their label, every other node is the mean of its neighbors,
 * weighted by the edges, and (with the share {@code pull}) of its own guidance. These are the absorption probabilities
 * of a random walk that stops at labeled nodes and, before each step, with the probability {@code pull} at the guidance
 * of the current node: the "dongle" nodes by which Zhu, Ghahramani and Lafferty (Semi-supervised learning using
 * Gaussian fields and harmonic functions, 2003, section 5) attach another classifier to a graph.
 *
 * @param values {@code nodes * classes}, node by node; NaN if no label reaches the node
 * @param reached per node whether a label reaches it
 * @param iterations the number of iterations of the solver
 */
record HarmonicFunction(double[] values, boolean[] reached, int iterations) {

    private static final double TOLERANCE = 1e-10;

    /** With guidance a node is never far from a known value, so a lower precision suffices. */
    private static final double GUIDED_TOLERANCE = 1e-7;

    /**
     * @param pull the share of the guidance; 0 for none, below 1
     * @param guidance the probabilities, node by node; {@code null} if pull is 0
     */
    static HarmonicFunction of(final Graph graph, final Seeds seeds, final double pull, final double[] guidance,
        final Workers workers, final Progress progress) {
        final var classes = seeds.classes();
        final var reached = seeds.reached(graph);
        final var values = new double[seeds.counts().length];
        final var unknown = new boolean[graph.nodes()];
        for (var i = 0; i < unknown.length; i++) {
            final var total = seeds.total(i);
            unknown[i] = reached[i] && total == 0;
            for (var c = 0; c < classes && total > 0; c++) {
                values[i * classes + c] = seeds.counts()[i * classes + c] / total;
            }
        }
        final var system = new SpreadSystem(graph, unknown, 1 - pull, classes);
        final var received = received(graph, values, unknown, 1 - pull, system.inverseRoots(), classes);
        for (var i = 0; i < unknown.length && pull > 0; i++) {
            for (var c = 0; c < classes && unknown[i]; c++) {
                received[i * classes + c] += pull * guidance[i * classes + c] / system.inverseRoots()[i];
            }
        }
        final var solution = system.solve(received, pull > 0 ? GUIDED_TOLERANCE : TOLERANCE, workers, progress);
        for (var i = 0; i < unknown.length; i++) {
            if (!reached[i]) {
                Arrays.fill(values, i * classes, (i + 1) * classes, Double.NaN);
            } else if (unknown[i]) {
                Normalize.of(solution, i * classes, values, i * classes, classes);
            }
        }
        return new HarmonicFunction(values, reached, system.iterations());
    }

    /** The right-hand side: what the unlabeled nodes receive from the labeled ones. */
    private static double[] received(final Graph graph, final double[] values, final boolean[] unknown,
        final double damping, final double[] inverseRoot, final int classes) {
        final var received = new double[values.length];
        for (var j = 0; j < unknown.length; j++) { // few nodes are labeled, and edges are symmetric
            for (var e = graph.start(j); e < graph.start(j + 1) && labeled(values, j, classes); e++) {
                final var i = graph.target(e);
                for (var c = 0; c < classes && unknown[i]; c++) {
                    received[i * classes + c] += damping * inverseRoot[i] * graph.weight(e) * values[j * classes + c];
                }
            }
        }
        return received;
    }

    private static boolean labeled(final double[] values, final int node, final int classes) {
        for (var c = 0; c < classes; c++) {
            if (values[node * classes + c] > 0) {
                return true;
            }
        }
        return false;
    }

    Spread spread(final Graph graph, final Seeds seeds) {
        return new Spread(new ClassProbabilities(seeds.classes(), values), reached, seeds.unreachedComponents(graph),
            iterations);
    }
}
