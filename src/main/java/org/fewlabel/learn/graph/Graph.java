package org.fewlabel.learn.graph;

import java.util.Arrays;

/**
 * Nodes joined by weighted edges, the same in both directions and never from a node to itself. The edges of node
 * {@code i} lie at {@code start(i)} to {@code start(i + 1) - 1}, by ascending target.
 */
public final class Graph {

    private final int[] starts;

    private final int[] targets;

    private final float[] weights;

    private final int[] components;

    private final int componentCount;

    private Graph(final int[] starts, final int[] targets, final float[] weights) {
        this.starts = starts;
        this.targets = targets;
        this.weights = weights;
        this.components = new int[starts.length - 1];
        this.componentCount = findComponents();
    }

    /**
     * Joins each row with its neighbours. The weight of an edge is the mean of what its two ends see:
     * {@code exp(-4 d² / s²)} with {@code s} the distance of an end to its last neighbour, 0 if the other is none of
     * its neighbours.
     *
     * @param neighbours of each row among the others
     * @return a graph with the rows as nodes
     */
    public static Graph of(final Neighbours neighbours) {
        final var n = neighbours.rows();
        final var k = neighbours.k();
        final var starts = new int[n + 1];
        for (var at = 0; at < n * k; at++) {
            if (neighbours.index()[at] >= 0) {
                starts[at / k + 1]++;
                starts[neighbours.index()[at] + 1]++;
            }
        }
        for (var i = 0; i < n; i++) {
            starts[i + 1] = Math.addExact(starts[i], starts[i + 1]);
        }
        // each edge twice, from either end: the target in the upper half of the long, the weight's bits in the lower
        final var edges = new long[starts[n]];
        final var next = Arrays.copyOf(starts, n);
        for (var i = 0; i < n; i++) {
            final var last = Kernel.last(neighbours, i);
            for (var at = i * k; at <= last; at++) {
                final var j = neighbours.index()[at];
                final var seen =
                    (float)(Kernel.weight(neighbours.squaredDistance()[at], neighbours.squaredDistance()[last]) / 2);
                edges[next[i]++] = edge(j, seen);
                edges[next[j]++] = edge(i, seen);
            }
        }
        return merged(starts, edges);
    }

    private static long edge(final int target, final float weight) {
        return (long)target << 32 | Float.floatToIntBits(weight);
    }

    /** Adds up the edges from the same node to the same target. */
    private static Graph merged(final int[] looseStarts, final long[] edges) {
        final var n = looseStarts.length - 1;
        final var starts = new int[n + 1];
        final var targets = new int[edges.length];
        final var weights = new float[edges.length];
        var count = 0;
        for (var i = 0; i < n; i++) {
            Arrays.sort(edges, looseStarts[i], looseStarts[i + 1]);
            starts[i] = count;
            for (var at = looseStarts[i]; at < looseStarts[i + 1]; at++) {
                final var target = (int)(edges[at] >>> 32);
                final var weight = Float.intBitsToFloat((int)edges[at]);
                if (count > starts[i] && targets[count - 1] == target) {
                    weights[count - 1] += weight;
                } else {
                    targets[count] = target;
                    weights[count++] = weight;
                }
            }
        }
        starts[n] = count;
        return new Graph(starts, Arrays.copyOf(targets, count), Arrays.copyOf(weights, count));
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

    private int findComponents() {
        Arrays.fill(components, -1);
        final var open = new int[components.length];
        var count = 0;
        for (var first = 0; first < components.length; first++) {
            if (components[first] < 0) {
                components[first] = count;
                open[0] = first;
                for (var size = 1; size > 0;) {
                    final var node = open[--size];
                    for (var e = starts[node]; e < starts[node + 1]; e++) {
                        if (components[targets[e]] < 0) {
                            components[targets[e]] = count;
                            open[size++] = targets[e];
                        }
                    }
                }
                count++;
            }
        }
        return count;
    }
}
