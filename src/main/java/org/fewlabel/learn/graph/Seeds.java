package org.fewlabel.learn.graph;

import java.util.Arrays;

/**
 * The labels of the nodes of a graph. A node may represent several equal rows, so it may have several labels, even of
 * different classes.
 *
 * @param nodes the number of nodes
 * @param classes the number of classes
 * @param counts {@code nodes * classes}, node by node: the number of labels of each class
 * @param rows the number of rows, labeled or not, of each node
 */
public record Seeds(int nodes, int classes, double[] counts, int[] rows) {

    /**
     * @throws IllegalArgumentException if the array does not have {@code nodes * classes} numbers, or one is below 0
     */
    public Seeds {
        if (nodes < 0 || classes < 1 || counts.length != (long)nodes * classes) {
            throw new IllegalArgumentException(
                nodes + " nodes of " + classes + " classes are not " + counts.length + " counts.");
        }
        if (rows.length != nodes) {
            throw new IllegalArgumentException(nodes + " nodes do not stand for " + rows.length + " sets of rows.");
        }
        for (final var count : counts) {
            if (!(count >= 0)) {
                throw new IllegalArgumentException("A node cannot carry " + count + " labels.");
            }
        }
    }

    /** Nodes of one row each. */
    public Seeds(final int nodes, final int classes, final double[] counts) {
        this(nodes, classes, counts, ones(nodes));
    }

    private static int[] ones(final int nodes) {
        final var ones = new int[nodes];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** @return the total number of labels of each class */
    public double[] labels() {
        final var labels = new double[classes];
        for (var i = 0; i < counts.length; i++) {
            labels[i % classes] += counts[i];
        }
        return labels;
    }

    /** @return the number of labels of a node */
    public double total(final int node) {
        var sum = 0.0;
        for (var c = 0; c < classes; c++) {
            sum += counts[node * classes + c];
        }
        return sum;
    }

    /** @return per node whether its connected component has a label */
    boolean[] reached(final Graph graph) {
        final var seeded = seededComponents(graph);
        final var reached = new boolean[nodes];
        for (var i = 0; i < nodes; i++) {
            reached[i] = seeded[graph.component(i)];
        }
        return reached;
    }

    /** @return the number of connected components without a label */
    int unreachedComponents(final Graph graph) {
        var count = 0;
        for (final var seeded : seededComponents(graph)) {
            if (!seeded) {
                count++;
            }
        }
        return count;
    }

    private boolean[] seededComponents(final Graph graph) {
        if (graph.nodes() != nodes) {
            throw new IllegalArgumentException("A graph of " + graph.nodes() + " nodes, labels of " + nodes + ".");
        }
        final var seeded = new boolean[graph.components()];
        for (var i = 0; i < nodes; i++) {
            seeded[graph.component(i)] |= total(i) > 0;
        }
        return seeded;
    }
}
