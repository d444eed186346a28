package org.fewlabel.learn.supervised.base;

import java.util.List;

/**
 * Decision trees in flat arrays, one tree after the other. The nodes of a tree are in the order of their levels, so the
 * two below its s-th split are its nodes {@code 2 s + 1} and {@code 2 s + 2} (the root is node 0), nothing needs to
 * point anywhere, and a tree ends where every split has both.
 *
 * @param classes how many shares a leaf has, at least 1
 * @param dimensions node by node the dimension that it splits, {@link #LEAF} for a leaf
 * @param bounds split by split the largest number that goes to the first node below it
 * @param shares leaf by leaf how probable each class is there
 */
record Trees(int classes, int[] dimensions, float[] bounds, float[] shares) {

    /** What stands in place of a dimension where nothing is split. */
    static final int LEAF = -1;

    static Trees join(final List<Trees> parts) {
        final var dimensions = new int[Math.toIntExact(parts.stream().mapToLong(p -> p.dimensions.length).sum())];
        final var bounds = new float[Math.toIntExact(parts.stream().mapToLong(p -> p.bounds.length).sum())];
        final var shares = new float[Math.toIntExact(parts.stream().mapToLong(p -> p.shares.length).sum())];
        var node = 0;
        var split = 0;
        var share = 0;
        for (final var part : parts) {
            System.arraycopy(part.dimensions, 0, dimensions, node, part.dimensions.length);
            System.arraycopy(part.bounds, 0, bounds, split, part.bounds.length);
            System.arraycopy(part.shares, 0, shares, share, part.shares.length);
            node += part.dimensions.length;
            split += part.bounds.length;
            share += part.shares.length;
        }
        return new Trees(parts.get(0).classes, dimensions, bounds, shares);
    }

    /** @return whether there is a tree, and the nodes end where a tree does */
    boolean whole() {
        return walk().roots.length > 0 && ends()[1] == dimensions.length;
    }

    /** @return how many trees end, and where the last of them does */
    private int[] ends() {
        var trees = 0;
        var end = 0;
        var wanted = 1;
        for (var node = 0; node < dimensions.length; node++) {
            wanted += dimensions[node] == LEAF ? -1 : 1;
            if (wanted == 0) {
                trees++;
                end = node + 1;
                wanted = 1;
            }
        }
        return new int[]{trees, end};
    }

    /** @return what finds the leaves of rows */
    Walk walk() {
        final var roots = new int[ends()[0]];
        final var below = new int[dimensions.length];
        final var place = new int[dimensions.length];
        var tree = 0;
        var root = 0;
        var splits = 0;
        var allSplits = 0;
        for (var node = 0; tree < roots.length; node++) {
            if (dimensions[node] == LEAF) {
                place[node] = (node - allSplits) * classes;
            } else {
                place[node] = allSplits++;
                below[node] = root + 2 * splits++ + 1;
            }
            if (node - root == 2 * splits) { // every split has both nodes
                roots[tree++] = root;
                root = node + 1;
                splits = 0;
            }
        }
        return new Walk(this, roots, below, place);
    }

    /**
     * Finds the leaves of rows.
     *
     * @param roots of the trees
     * @param below per split the first of the two nodes below it
     * @param place per node where its bound or its shares are
     */
    record Walk(Trees trees, int[] roots, int[] below, int[] place) {

        /**
         * @param values of rows
         * @param first where the row begins; NaN counts as 0
         * @param sums to which the shares of its leaf in each tree are added
         */
        void add(final float[] values, final int first, final double[] sums) {
            for (final var root : roots) {
                var node = root;
                while (trees.dimensions[node] != LEAF) {
                    final var value = values[first + trees.dimensions[node]];
                    node = below[node] + ((Float.isNaN(value) ? 0 : value) <= trees.bounds[place[node]] ? 0 : 1);
                }
                for (var m = 0; m < sums.length; m++) {
                    sums[m] += trees.shares[place[node] + m];
                }
            }
        }
    }
}
