package org.fewlabel.learn.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;

/**
 * What makes {@link SpreadSystem} quick where groups of nodes hang together by few edges: a tree whose leaves are the
 * nodes, and in which nodes joined by heavy edges have a common parent, these parents again, until nothing is joined
 * any more (Gremban, Combinatorial preconditioners for sparse, symmetric, diagonally dominant linear systems, 1996).
 * Applied to a residual it adds up, over all levels, the residual of each group divided by the weight of the edges that
 * leave the group (Bramble, Pasciak and Xu, Parallel multilevel preconditioners, 1990).
 */
final class TreePreconditioner {

    private static final int BLOCK = 1024;

    /** So many children are added up class by class: they stay in the processor's cache. */
    private static final int NEAR = 32;

    /** How many nodes are looked at between two questions whether the user canceled. */
    private static final int MANY = 1 << 16;

    /**
     * Groups of the nodes, or of the groups of the level below.
     *
     * @param parents per child its group; -1 for none
     * @param starts where the children of each group begin, and where the last ones end
     * @param children group by group, ascending
     * @param inverse per group 1 / (what leaves it); 0 if nothing does
     */
    private record Level(int[] parents, int[] starts, int[] children, double[] inverse) {

        int size() {
            return inverse.length;
        }
    }

    private final List<Level> levels = new ArrayList<>();

    /**
     * @param nodes joined by the edges of the system
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    TreePreconditioner(final Subgraph nodes, final Progress progress) {
        var joined = nodes;
        while (joined.targets().length > 0) {
            final var level = level(joined, progress);
            joined = above(joined, level, progress);
            for (var g = 0; g < level.size(); g++) {
                final var leaving = joined.leaving(g);
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
     * Each joins the one that it is most strongly joined with, for that one's size. Of equally strong edges any counts
     * as the strongest, but the same for both ends, or a path of equal edges would become one group.
     */
    private static Level level(final Subgraph joined, final Progress progress) {
        final var n = joined.size();
        final var roots = new double[n];
        final var sets = new int[n];
        for (var i = 0; i < n; i++) {
            check(i, progress);
            roots[i] = Math.sqrt(joined.leaving(i));
            sets[i] = i;
        }
        for (var i = 0; i < n; i++) {
            check(i, progress);
            var best = -1;
            var strongest = 0.0;
            for (var e = joined.starts()[i]; e < joined.starts()[i + 1]; e++) {
                final var other = joined.targets()[e];
                final var strength = joined.weights()[e] / roots[other];
                if (strength > strongest || strength == strongest && lot(i, other) > lot(i, best)) {
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
        return grouped(sets, joined);
    }

    /** A number for an edge, the same from both ends. */
    private static int lot(final int a, final int b) {
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

    private static Level grouped(final int[] sets, final Subgraph joined) {
        final var n = sets.length;
        final var parents = new int[n];
        var groups = 0;
        for (var i = 0; i < n; i++) {
            final var first = find(sets, i);
            final var none = joined.starts()[i] == joined.starts()[i + 1]; // joined with no other
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

    /** The edges between the groups of a level. */
    private static Subgraph above(final Subgraph joined, final Level level, final Progress progress) {
        final var starts = new int[level.size() + 1];
        final var targets = new int[joined.targets().length];
        final var weights = new float[targets.length];
        final var leaks = new double[level.size()];
        final var places = new int[level.size()];
        Arrays.fill(places, -1);
        var count = 0;
        for (var g = 0; g < level.size(); g++) {
            check(g, progress);
            starts[g] = count;
            for (var at = level.starts()[g]; at < level.starts()[g + 1]; at++) {
                final var child = level.children()[at];
                leaks[g] += joined.leaks()[child];
                for (var e = joined.starts()[child]; e < joined.starts()[child + 1]; e++) {
                    final var other = level.parents()[joined.targets()[e]];
                    if (other != g && places[other] < starts[g]) {
                        places[other] = count;
                        targets[count] = other;
                        weights[count++] = joined.weights()[e];
                    } else if (other != g) {
                        weights[places[other]] += joined.weights()[e];
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
     * @param to takes the direction in which the residual falls
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

    /** Divides the sums by what leaves the groups, and adds what comes from above. */
    private static void spread(final Level level, final double[] sums, final double[] above, final int[] parents,
        final int classes, final Workers workers, final Progress progress) {
        workers.run(level.size(), BLOCK, (from, to) -> {
            for (var g = from; g < to; g++) {
                final var parent = parents == null ? -1 : parents[g];
                for (var c = 0; c < classes; c++) {
                    final var at = g * classes + c;
                    sums[at] = level.inverse()[g] * sums[at] + (parent < 0 ? 0 : above[parent * classes + c]);
                }
            }
        }, progress, null);
    }
}
