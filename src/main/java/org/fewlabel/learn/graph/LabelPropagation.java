package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;

/**
 * Label propagation (Zhu and Ghahramani, Learning from labeled and unlabeled data with label propagation, 2002;
 * Zhu, Ghahramani and Lafferty, Semi-supervised learning using Gaussian fields and harmonic functions, 2003). Labelled
 * nodes keep their label; every other node is the mean of its neighbours, weighted by the edges. That is the
 * probability that a random walk from the node meets a label of that class first. Nothing corrects for how often the
 * classes occur: with very few labels among very many rows one class may take nearly all of them.
 */
public final class LabelPropagation implements GraphMethod {

    private static final double TOLERANCE = 1e-10;

    @Override
    public Spread spread(final Graph graph, final Seeds seeds, final Workers workers, final Progress progress) {
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
        final var system = new SpreadSystem(graph, unknown, 1, classes);
        final var solution = system.solve(fromLabels(graph, values, unknown, system.inverseRoots(), classes), TOLERANCE,
            workers, progress);
        for (var i = 0; i < unknown.length; i++) {
            if (!reached[i]) {
                Arrays.fill(values, i * classes, (i + 1) * classes, Double.NaN);
            } else if (unknown[i]) {
                Shares.of(solution, i * classes, values, i * classes, classes);
            }
        }
        return new Spread(classes, values, reached, seeds.unreachedComponents(graph), system.iterations());
    }

    /** What the unknown nodes receive from the labelled ones. */
    private static double[] fromLabels(final Graph graph, final double[] values, final boolean[] unknown,
        final double[] inverseRoot, final int classes) {
        final var received = new double[values.length];
        for (var i = 0; i < unknown.length; i++) {
            if (unknown[i]) {
                for (var e = graph.start(i); e < graph.start(i + 1); e++) {
                    final var j = graph.target(e) * classes;
                    for (var c = 0; c < classes; c++) {
                        received[i * classes + c] += inverseRoot[i] * graph.weight(e) * values[j + c];
                    }
                }
            }
        }
        return received;
    }
}
