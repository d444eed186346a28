package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;

/**
 * The result of a graph method, for the nodes of a graph or their rows.
 *
 * @param probabilities of the nodes or rows; NaN if no label reaches one
 * @param reached per row whether a path of edges connects it to a labeled row (a labeled row is reached)
 * @param unreachedComponents the number of connected components without a labeled row
 * @param iterations the number of iterations of the solver
 */
public record Spread(ClassProbabilities probabilities, boolean[] reached, int unreachedComponents,
    int iterations) {

    private static final int BLOCK = 2048;

    /** @throws IllegalArgumentException if the arrays do not fit each other */
    public Spread {
        if (probabilities.rows() != reached.length) {
            throw new IllegalArgumentException(
                "Probabilities of " + probabilities.rows() + " rows for " + reached.length + " rows.");
        }
    }

    /** @return the number of rows that no label reaches */
    public int unreachedRows() {
        var count = 0;
        for (final var r : reached) {
            if (!r) {
                count++;
            }
        }
        return count;
    }

    /**
     * Predicts each node from its neighbors, ignoring its own label.
     *
     * @param graph along which the labels were propagated
     * @return of each node the weighted mean of its neighbors' probabilities; NaN if no label reaches any
     */
    ClassProbabilities neighborhood(final Graph graph, final Workers workers, final Progress progress) {
        final var classes = probabilities.classes();
        final var values = probabilities.values();
        final var mean = new double[values.length];
        workers.run(graph.nodes(), BLOCK, (from, to) -> {
            final var received = new double[classes];
            for (var i = from; i < to; i++) {
                Arrays.fill(received, 0);
                for (var e = graph.start(i); e < graph.start(i + 1) && reached[i]; e++) {
                    for (var c = 0; c < classes; c++) {
                        received[c] += graph.weight(e) * values[graph.target(e) * classes + c];
                    }
                }
                if (Normalize.of(received, 0, mean, i * classes, classes) == 0) {
                    Arrays.fill(mean, i * classes, (i + 1) * classes, Double.NaN);
                }
            }
        }, progress, null);
        return new ClassProbabilities(classes, mean);
    }
}
