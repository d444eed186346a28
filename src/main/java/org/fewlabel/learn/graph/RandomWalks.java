package org.fewlabel.learn.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;

/**
 * The labeled nodes that short random walks from each node reach: at each step a node combines the values of its
 * neighbors of the previous step and keeps the largest only.
 */
final class RandomWalks {

    private static final int BLOCK = 128;

    /** The iteration ends when a step adds less than this share of the total mass. */
    private static final double MIN_INCREASE = 1e-4;

    private RandomWalks() {
    }

    /**
     * @param alpha the probability to continue at each step; below 1 every labeled node reached counts, at 1 the first
     *            one
     * @param kept the number of values that a node keeps
     * @param sweeps the maximum number of steps of a walk
     */
    static TopShares shares(final Graph graph, final Seeds seeds, final double alpha, final int kept, final int sweeps,
        final Workers workers, final Progress progress) {
        final var n = graph.nodes();
        var sources = new int[n][];
        var values = new double[n][];
        for (var i = 0; i < n; i++) {
            final var labeled = seeds.total(i) > 0;
            sources[i] = labeled ? new int[]{i} : new int[0];
            values[i] = labeled ? new double[]{seeds.total(i)} : new double[0];
        }
        final var startSources = sources.clone();
        final var startValues = values.clone();
        final var roots = IntStream.range(0, n).mapToDouble(i -> Math.sqrt(graph.degree(i))).toArray();
        final var buffer = ThreadLocal.withInitial(() -> new double[n]);
        var before = 0.0;
        for (var sweep = 0; sweep < sweeps; sweep++) {
            progress.report((double)sweep / sweeps, "Finding the labeled rows that decide");
            final var oldSources = sources;
            final var oldValues = values;
            final var newSources = new int[n][];
            final var newValues = new double[n][];
            workers.run(n, BLOCK, (from, to) -> {
                final var sums = buffer.get(); // all 0 before and after
                for (var i = from; i < to; i++) {
                    if (alpha == 1 && seeds.total(i) > 0) {
                        newSources[i] = startSources[i];
                        newValues[i] = startValues[i];
                    } else {
                        step(graph, i, alpha, roots, startSources[i], startValues[i], oldSources, oldValues, kept,
                            sums,
                            newSources, newValues);
                    }
                }
            }, progress, null);
            sources = newSources;
            values = newValues;
            final var mass = Arrays.stream(values).flatMapToDouble(Arrays::stream).sum();
            if (mass - before < MIN_INCREASE * mass) {
                break;
            }
            before = mass;
        }
        final var top = new TopShares(n, kept);
        for (var i = 0; i < n; i++) {
            for (var at = 0; at < sources[i].length; at++) {
                top.offer(i, sources[i][at], values[i][at], values[i][at] / seeds.total(sources[i][at]));
            }
        }
        return top;
    }

    private static void step(final Graph graph, final int node, final double alpha, final double[] roots,
        final int[] ownSources, final double[] ownValues, final int[][] oldSources, final double[][] oldValues,
        final int kept, final double[] sums, final int[][] newSources, final double[][] newValues) {
        final var touched = new int[kept * (graph.start(node + 1) - graph.start(node)) + 1];
        var count = 0;
        for (var e = graph.start(node); e < graph.start(node + 1); e++) {
            final var other = graph.target(e);
            final var weight = alpha * graph.weight(e)
                / (alpha == 1 ? roots[node] * roots[node] : roots[node] * roots[other]);
            for (var at = 0; at < oldSources[other].length; at++) {
                final var source = oldSources[other][at];
                if (sums[source] == 0) {
                    touched[count++] = source;
                }
                sums[source] += weight * oldValues[other][at];
            }
        }
        for (var at = 0; at < ownSources.length && alpha < 1; at++) {
            if (sums[ownSources[at]] == 0) {
                touched[count++] = ownSources[at];
            }
            sums[ownSources[at]] += ownValues[at];
        }
        final var best = largest(touched, count, sums, kept);
        newSources[node] = best;
        newValues[node] = new double[best.length];
        for (var at = 0; at < best.length; at++) {
            newValues[node][at] = sums[best[at]];
        }
        for (var s = 0; s < count; s++) {
            sums[touched[s]] = 0;
        }
    }

    /** Selects the sources with the largest values, sorted, ties by the smaller index. */
    private static int[] largest(final int[] touched, final int count, final double[] sums, final int kept) {
        final var best = new int[Math.min(kept, count)];
        var filled = 0;
        for (var s = 0; s < count; s++) {
            final var source = touched[s];
            var at = filled < best.length ? filled++ : best.length;
            while (at > 0 && (sums[best[at - 1]] < sums[source]
                || sums[best[at - 1]] == sums[source] && best[at - 1] > source)) {
                if (at < best.length) {
                    best[at] = best[at - 1];
                }
                at--;
            }
            if (at < best.length) {
                best[at] = source;
            }
        }
        return best;
    }
}
