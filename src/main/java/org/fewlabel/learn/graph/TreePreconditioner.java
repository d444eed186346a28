package org.fewlabel.learn.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;

/**
 * A multilevel (support-tree) preconditioner for {@link ConjugateGradients}, for graphs whose groups of nodes are
 * joined by few edges. The leaves of the tree are the nodes; nodes joined by heavy edges share a parent, level by
 * level, until no edge is left (Gremban, Combinatorial preconditioners for sparse, symmetric, diagonally dominant
 * linear systems, 1996). Applied to a residual it sums, over all levels, the residual of each group divided by the
 * weight of the edges that leave the group (Bramble, Pasciak and Xu, Parallel multilevel preconditioners, 1990).
 */
final class TreePreconditioner {

    private static final int BLOCK = 1024;

    /** Up to this number of children, sums are computed class by class: the values stay in the processor's cache. */
    private static final int NEAR = 32;

    /** The number of nodes between two checks for cancellation. */
    private static final int MANY = 1 << 16;

    /**
     * Groups of the nodes, or of the groups of the level below.
     *
     * @param parents per child its group; -1 for none
     * @param starts the first child of each group, and the end of the last
     * @param children group by group, ascending
     * @param inverse per group 1 / (the weight of the edges that leave it); 0 if none does
     */
    private record Level(int[] parents, int[] starts, int[] children, double[] inverse) {

        int size() {
            return inverse.length;
        }
    }

    private final List<Level> levels = new ArrayList<>();

    /**
     * @param nodes connected by the edges of the system
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    TreePreconditioner(final Subgraph nodes, final Progress progress) {
        var subgraph = nodes;
        while (subgraph.targets().length > 0) {
            final var level = level(subgraph, progress);
            subgraph = coarsen(subgraph, level, progress);
            for (var g = 0; g < level.size(); g++) {
                final var leaving = subgraph.leaving(g);
                level.inverse()[g] = leaving > 0 ? 1 / leaving : 0;
            }
            levels.add(level);
        }
    }

    private static void check(final int i, final Progress progress) {
        if (i % MANY == 0) {
            progress.checkCanceled();
        }
    }

    /**
     * Joins each node with the neighbor of the heaviest edge relative to the neighbor's size. Ties between equally
     * strong edges are broken alike at both ends; otherwise a path of equal edges would become one group.
     */
    private static Level level(final Subgraph subgraph, final Progress progress) {
        final var n = subgraph.size();
        final var roots = new double[n];
        final var sets = new int[n];
        for (var i = 0; i < n; i++) {
            check(i, progress);
            roots[i] = Math.sqrt(subgraph.leaving(i));
            sets[i] = i;
        }
        for (var i = 0; i < n; i++) {
            check(i, progress);
            var best = -1;
            var strongest = 0.0;
            for (var e = subgraph.starts()[i]; e < subgraph.starts()[i + 1]; e++) {
                final var other = subgraph.targets()[e];
                final var strength = subgraph.weights()[e] / roots[other];
                if (strength > strongest || strength == strongest && tieBreak(i, other) > tieBreak(i, best)) {
                    strongest = strength;
                    best = other;
                }
            }
            if (best >= 0) { // the smaller index stands for a set, so groups are numbered by their first member
                final var own = find(sets, i);
                final var other = find(sets, best);
                sets[Math.max(own, other)] = Math.min(own, other);
            }
        }
        return grouped(sets, subgraph);
    }

    /** A symmetric hash of an edge that breaks ties: equal from both ends. */
    private static int tieBreak(final int a, final int b) {
        final var mixed = (a + b) * 0x9e3779b9 ^ a * b * 0x85ebca6b;
        return (mixed ^ mixed >>> 15) * 0xc2b2ae35;
    }

    private static int find(final int[] sets, final int of) {
        var i = of;
        while (sets[i] != i) {
            sets[i] = sets[sets[i]];
            i = sets[i];
        }
        return i;
    }

    private static Level grouped(final int[] sets, final Subgraph subgraph) {
        final var n = sets.length;
        final var parents = new int[n];
        var groups = 0;
        for (var i = 0; i < n; i++) {
            final var first = find(sets, i);
            final var none = subgraph.starts()[i] == subgraph.starts()[i + 1]; // no edge
            parents[i] = none ? -1 : first == i ? groups++ : parents[first];
        }
        final var starts = new int[groups + 1];
        for (final var parent : parents) {
            if (parent >= 0) {
                starts[parent + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        final var next = starts.clone();
        final var children = new int[starts[groups]];
        for (var i = 0; i < n; i++) {
            if (parents[i] >= 0) {
                children[next[parents[i]]++] = i;
            }
        }
        return new Level(parents, starts, children, new double[groups]);
    }

    /** The edges between the groups of a level, those between the same two groups added up. */
    private static Subgraph coarsen(final Subgraph subgraph, final Level level, final Progress progress) {
        final var starts = new int[level.size() + 1];
        final var targets = new int[subgraph.targets().length];
        final var weights = new float[targets.length];
        final var leaks = new double[level.size()];
        final var edgeIndices = new int[level.size()];
        Arrays.fill(edgeIndices, -1);
        var count = 0;
        for (var g = 0; g < level.size(); g++) {
            check(g, progress);
            starts[g] = count;
            for (var at = level.starts()[g]; at < level.starts()[g + 1]; at++) {
                final var child = level.children()[at];
                leaks[g] += subgraph.leaks()[child];
                for (var e = subgraph.starts()[child]; e < subgraph.starts()[child + 1]; e++) {
                    final var other = level.parents()[subgraph.targets()[e]];
                    if (other != g && edgeIndices[other] < starts[g]) {
                        edgeIndices[other] = count;
                        targets[count] = other;
                        weights[count++] = subgraph.weights()[e];
                    } else if (other != g) {
                        weights[edgeIndices[other]] += subgraph.weights()[e];
                    }
                }
            }
        }
        starts[level.size()] = count;
        return new Subgraph(starts, Arrays.copyOf(targets, count), Arrays.copyOf(weights, count), leaks);
    }

    /**
     * @param residual node by node, {@code nodes * classes}, scaled by 1 / √degree as in {@link SpreadSystem}
     * @param inverseRoot per node 1 / √degree
     * @param to takes the preconditioned residual
     */
    void apply(final double[] residual, final double[] inverseRoot, final double[] to, final int classes,
        final Workers workers, final Progress progress) {
        final var sums = new double[levels.size()][];
        for (var l = 0; l < sums.length; l++) {
            sums[l] = sums(levels.get(l), l == 0 ? residual : sums[l - 1], l == 0 ? inverseRoot : null, classes,
                workers,
                progress);
        }
        for (var l = sums.length - 1; l >= 0; l--) {
            spread(levels.get(l), sums[l], l + 1 < sums.length ? sums[l + 1] : null,
                l + 1 < sums.length ? levels.get(l + 1).parents() : null, classes, workers, progress);
        }
        workers.run(inverseRoot.length, BLOCK, (from, last) -> {
            for (var i = from; i < last; i++) {
                final var parent = sums.length == 0 ? -1 : levels.get(0).parents()[i];
                for (var c = 0; c < classes; c++) {
                    final var at = i * classes + c;
                    to[at] = residual[at] + (parent < 0 ? 0 : sums[0][parent * classes + c] / inverseRoot[i]);
                }
            }
        }, progress, null);
    }

    private static double[] sums(final Level level, final double[] of, final double[] inverseRoot, final int classes,
        final Workers workers, final Progress progress) {
        final var sums = new double[level.size() * classes];
        workers.run(level.size(), BLOCK, (from, to) -> {
            for (var g = from; g < to; g++) {
                for (var first = level.starts()[g]; first < level.starts()[g + 1]; first += NEAR) {
                    final var last = Math.min(level.starts()[g + 1], first + NEAR);
                    for (var c = 0; c < classes; c++) {
                        var sum = 0.0;
                        for (var at = first; at < last; at++) {
                            final var child = level.children()[at];
                            final var value = of[child * classes + c];
                            sum += inverseRoot == null ? value : value / inverseRoot[child];
                        }
                        sums[g * classes + c] += sum;
                    }
                }
            }
        }, progress, null);
        return sums;
    }

    /** Divides the sums by the weight of the edges that leave the groups, and adds those of the coarser level. */
    private static void spread(final Level level, final double[] sums, final double[] coarser, final int[] parents,
        final int classes, final Workers workers, final Progress progress) {
        workers.run(level.size(), BLOCK, (from, to) -> {
            for (var g = from; g < to; g++) {
                final var parent = parents == null ? -1 : parents[g];
                for (var c = 0; c < classes; c++) {
                    final var at = g * classes + c;
                    sums[at] = level.inverse()[g] * sums[at] + (parent < 0 ? 0 : coarser[parent * classes + c]);
                }
            }
        }, progress, null);
    }
}
