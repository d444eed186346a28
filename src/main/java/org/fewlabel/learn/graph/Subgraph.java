package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;

/**
 * The unknown nodes of a linear system, or groups of them, with the edges between them.
 *
 * @param starts the first edge of each node, and the end of the last
 * @param targets where the edges lead to
 * @param weights of the edges
 * @param leaks per node the weight of all edges to nodes outside the subgraph, and of damping
 */
record Subgraph(int[] starts, int[] targets, float[] weights, double[] leaks) {

    /** The number of nodes between two checks for cancellation. */
    private static final int MANY = 1 << 16;

    /**
     * @param chosen the selected nodes of the graph, in order
     * @param damping of the system; of every edge {@code 1 - damping} leaks
     * @return the edges between the chosen nodes, renumbered; edges to other nodes are added to the leaks
     */
    static Subgraph of(final Graph graph, final int[] chosen, final double damping, final Progress progress) {
        final var indices = new int[graph.nodes()];
        Arrays.fill(indices, -1);
        for (var i = 0; i < chosen.length; i++) {
            indices[chosen[i]] = i;
        }
        final var starts = new int[chosen.length + 1];
        final var targets = new int[graph.start(graph.nodes())];
        final var weights = new float[targets.length];
        final var leaks = new double[chosen.length];
        var count = 0;
        for (var i = 0; i < chosen.length; i++) {
            if (i % MANY == 0) {
                progress.checkCanceled();
            }
            starts[i] = count;
            for (var e = graph.start(chosen[i]); e < graph.start(chosen[i] + 1); e++) {
                leaks[i] += (1 - damping) * graph.weight(e);
                final var target = indices[graph.target(e)];
                if (target >= 0) {
                    targets[count] = target;
                    weights[count++] = (float)graph.weight(e); // exact: graph weights are single precision
                } else {
                    leaks[i] += graph.weight(e);
                }
            }
        }
        starts[chosen.length] = count;
        return new Subgraph(starts, Arrays.copyOf(targets, count), Arrays.copyOf(weights, count), leaks);
    }

    int size() {
        return leaks.length;
    }

    /** @return the weight of all edges of the node, leaks included */
    double leaving(final int node) {
        var sum = leaks[node];
        for (var e = starts[node]; e < starts[node + 1]; e++) {
            sum += weights[e];
        }
        return sum;
    }
}
