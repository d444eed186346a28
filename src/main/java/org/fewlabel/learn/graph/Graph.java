package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.neighbor.Kernel;
import org.fewlabel.learn.neighbor.Neighbors;

/**
 * An undirected weighted graph without self-loops, in compressed sparse row format. The edges of node {@code i} are at
 * {@code start(i)} to {@code start(i + 1) - 1}, sorted by target.
 */
public final class Graph {

    private static final int BLOCK = 4096;

    private final int[] starts;

    private final int[] targets;

    private final float[] weights;

    private final int[] components;

    private final int[] order;

    private final int componentCount;

    private Graph(final int[] starts, final int[] targets, final float[] weights, final Progress progress) {
        this.starts = starts;
        this.targets = targets;
        this.weights = weights;
        this.components = new int[starts.length - 1];
        this.order = new int[components.length];
        this.componentCount = findComponents(progress);
    }

    /** Like {@link #of(Neighbors, Workers, Progress)}, on the calling thread. */
    public static Graph of(final Neighbors neighbors) {
        return of(neighbors, Workers.CALLER, Progress.NONE);
    }

    /**
     * Connects each row with its neighbors. The weight of an edge is the mean of its two directed weights:
     * {@code exp(-4 d² / s²)} with {@code s} the distance of a node to its last neighbor, 0 if the other node is not
     * among its neighbors.
     *
     * @param neighbors of each row among the others
     * @return a graph with the rows as nodes
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static Graph of(final Neighbors neighbors, final Workers workers, final Progress progress) {
        final var n = neighbors.rows();
        final var k = neighbors.k();
        final var starts = new int[n + 1];
        for (var at = 0; at < n * k; at++) {
            if (neighbors.index()[at] >= 0) {
                starts[at / k + 1]++;
                starts[neighbors.index()[at] + 1]++;
            }
        }
        for (var i = 0; i < n; i++) {
            starts[i + 1] = Math.addExact(starts[i], starts[i + 1]);
        }
        // each edge twice, once per end: the target in the upper half of the long, the weight's bits in the lower
        final var edges = new long[starts[n]];
        final var next = Arrays.copyOf(starts, n);
        for (var i = 0; i < n; i++) {
            if (i % BLOCK == 0) {
                progress.checkCanceled();
            }
            final var last = Kernel.last(neighbors, i);
            for (var at = i * k; at <= last; at++) {
                final var j = neighbors.index()[at];
                final var halfWeight = (float)(Kernel.weight(neighbors.squaredDistance()[at],
                    neighbors.squaredDistance()[last]) / 2);
                edges[next[i]++] = edge(j, halfWeight);
                edges[next[j]++] = edge(i, halfWeight);
            }
        }
        return merged(starts, edges, workers, progress);
    }

    private static long edge(final int target, final float weight) {
        return (long)target << 32 | Float.floatToIntBits(weight);
    }

    /** Sums the edges from the same node to the same target. */
    private static Graph merged(final int[] unmergedStarts, final long[] edges, final Workers workers,
        final Progress progress) {
        final var n = unmergedStarts.length - 1;
        final var starts = new int[n + 1];
        workers.run(n, BLOCK, (from, to) -> {
            for (var i = from; i < to; i++) {
                Arrays.sort(edges, unmergedStarts[i], unmergedStarts[i + 1]);
                starts[i + 1] = merge(edges, unmergedStarts[i], unmergedStarts[i + 1]);
            }
        }, progress, null);
        for (var i = 0; i < n; i++) {
            starts[i + 1] += starts[i];
        }
        final var targets = new int[starts[n]];
        final var weights = new float[starts[n]];
        workers.run(n, BLOCK, (from, to) -> {
            for (var i = from; i < to; i++) {
                for (var at = starts[i]; at < starts[i + 1]; at++) {
                    final var edge = edges[unmergedStarts[i] + at - starts[i]];
                    targets[at] = (int)(edge >>> 32);
                    weights[at] = Float.intBitsToFloat((int)edge);
                }
            }
        }, progress, null);
        return new Graph(starts, targets, weights, progress);
    }

    /** Sums the sorted edges with the same target. @return the number of remaining edges, at the front */
    private static int merge(final long[] edges, final int from, final int to) {
        var count = 0;
        for (var at = from; at < to; at++) {
            final var before = count == 0 ? 0 : edges[from + count - 1];
            if (count > 0 && before >>> 32 == edges[at] >>> 32) {
                edges[from + count - 1] = edge((int)(before >>> 32),
                    Float.intBitsToFloat((int)before) + Float.intBitsToFloat((int)edges[at]));
            } else {
                edges[from + count++] = edges[at];
            }
        }
        return count;
    }

    /** @return the number of nodes */
    public int nodes() {
        return components.length;
    }

    /** @return the number of edges, each counted once */
    public int edges() {
        return targets.length / 2;
    }

    /** @return the position of the first edge of a node; for the number of nodes, the end of the last one */
    public int start(final int node) {
        return starts[node];
    }

    /** @return the target of the edge at a position */
    public int target(final int edge) {
        return targets[edge];
    }

    /** @return the weight of the edge at a position; above 0, at most 1 */
    public double weight(final int edge) {
        return weights[edge];
    }

    /** @return the sum of the weights of a node's edges */
    public double degree(final int node) {
        var sum = 0.0;
        for (var e = starts[node]; e < starts[node + 1]; e++) {
            sum += weights[e];
        }
        return sum;
    }

    /** @return the number of connected components; a node without an edge is one */
    public int components() {
        return componentCount;
    }

    /** @return the index of the connected component of a node, from 0 */
    public int component(final int node) {
        return components[node];
    }

    /**
     * @return all nodes in breadth-first order: the nodes of a component together, each near its neighbors
     */
    int[] order() {
        return order;
    }

    private int findComponents(final Progress progress) {
        Arrays.fill(components, -1);
        var count = 0;
        var visited = 0;
        for (var first = 0; first < components.length; first++) {
            if (components[first] < 0) {
                components[first] = count;
                order[visited] = first;
                var size = visited + 1;
                for (; visited < size; visited++) {
                    if (visited % BLOCK == 0) {
                        progress.checkCanceled();
                    }
                    for (var e = starts[order[visited]]; e < starts[order[visited] + 1]; e++) {
                        if (components[targets[e]] < 0) {
                            components[targets[e]] = count;
                            order[size++] = targets[e];
                        }
                    }
                }
                count++;
            }
        }
        return count;
    }
}
