package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.neighbor.Kernel;
import org.fewlabel.learn.neighbor.Neighbors;

/**
 * Nodes joined by weighted edges, the same in both directions and never from a node to itself. The edges of node
 * {@code i} lie at {@code start(i)} to {@code start(i + 1) - 1}, by ascending target.
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

    /** As {@link #of(Neighbors, Workers, Progress)}, by this thread alone. */
    public static Graph of(final Neighbors neighbors) {
        return of(neighbors, Workers.CALLER, Progress.NONE);
    }

    /**
     * Joins each row with its neighbors. The weight of an edge is the mean of what its two ends see:
     * {@code exp(-4 d² / s²)} with {@code s} the distance of an end to its last neighbor, 0 if the other is none of
     * its neighbors.
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
        // each edge twice, from either end: the target in the upper half of the long, the weight's bits in the lower
        final var edges = new long[starts[n]];
        final var next = Arrays.copyOf(starts, n);
        for (var i = 0; i < n; i++) {
            if (i % BLOCK == 0) {
                progress.checkCanceled();
            }
            final var last = Kernel.last(neighbors, i);
            for (var at = i * k; at <= last; at++) {
                final var j = neighbors.index()[at];
                final var seen = (float)(Kernel.weight(neighbors.squaredDistance()[at],
                    neighbors.squaredDistance()[last]) / 2);
                edges[next[i]++] = edge(j, seen);
                edges[next[j]++] = edge(i, seen);
            }
        }
        return merged(starts, edges, workers, progress);
    }

    private static long edge(final int target, final float weight) {
        return (long)target << 32 | Float.floatToIntBits(weight);
    }

    /** Adds up the edges from the same node to the same target. */
    private static Graph merged(final int[] looseStarts, final long[] edges, final Workers workers,
        final Progress progress) {
        final var n = looseStarts.length - 1;
        final var starts = new int[n + 1];
        workers.run(n, BLOCK, (from, to) -> {
            for (var i = from; i < to; i++) {
                Arrays.sort(edges, looseStarts[i], looseStarts[i + 1]);
                starts[i + 1] = merge(edges, looseStarts[i], looseStarts[i + 1]);
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
                    final var edge = edges[looseStarts[i] + at - starts[i]];
                    targets[at] = (int)(edge >>> 32);
                    weights[at] = Float.intBitsToFloat((int)edge);
                }
            }
        }, progress, null);
        return new Graph(starts, targets, weights, progress);
    }

    /** Adds up the sorted edges with the same target. @return how many are left, at the front */
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

    /** @return where the edges of that node begin; for the number of nodes: where those of the last one end */
    public int start(final int node) {
        return starts[node];
    }

    /** @return the node that the edge at that position leads to */
    public int target(final int edge) {
        return targets[edge];
    }

    /** @return the weight of the edge at that position; above 0, at most 1 */
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

    /** @return how many connected parts there are; a node without an edge is one */
    public int components() {
        return componentCount;
    }

    /** @return the number of the connected part that a node belongs to, from 0 */
    public int component(final int node) {
        return components[node];
    }

    /**
     * @return all nodes, those of a connected part together, each near to its neighbors: as they are met breadth first
     */
    int[] order() {
        return order;
    }

    private int findComponents(final Progress progress) {
        Arrays.fill(components, -1);
        var count = 0;
        var met = 0;
        for (var first = 0; first < components.length; first++) {
            if (components[first] < 0) {
                components[first] = count;
                order[met] = first;
                var size = met + 1;
                for (; met < size; met++) {
                    if (met % BLOCK == 0) {
                        progress.checkCanceled();
                    }
                    for (var e = starts[order[met]]; e < starts[order[met] + 1]; e++) {
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
