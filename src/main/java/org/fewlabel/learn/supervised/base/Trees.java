package org.fewlabel.learn.supervised.base;

import java.util.List;

/**
 * Decision trees in flat arrays, one tree after another. The nodes of a tree are in level order, so the children of its
 * s-th split are its nodes {@code 2 s + 1} and {@code 2 s + 2} (the root is node 0), no pointers are needed, and a tree
 * ends where every split has both children.
 *
 * @param classes the number of classes of a leaf, at least 1
 * @param dimensions by node the dimension of its split, {@link #LEAF} for a leaf
 * @param bounds by split the threshold, the largest value for the first child
 * @param shares by leaf the class probabilities
 */
record Trees(int classes, int[] dimensions, float[] bounds, float[] shares) {

    /** Marks a leaf in place of a dimension. */
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

    /** @return whether there is a tree and the last one is complete */
    boolean whole() {
        return walk().roots.length > 0 && ends()[1] == dimensions.length;
    }

    /** @return the number of complete trees and the end of the last */
    private int[] ends() {
        var trees = 0;
        var end = 0;
        var missing = 1;
        for (var node = 0; node < dimensions.length; node++) {
            missing += dimensions[node] == LEAF ? -1 : 1;
            if (missing == 0) {
                trees++;
                end = node + 1;
                missing = 1;
            }
        }
        return new int[]{trees, end};
    }

    /** @return an object that finds the leaves of rows */
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
            if (node - root == 2 * splits) { // every split has both children
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
     * @param below the first child of each split
     * @param place the position of each node's bound or shares
     */
    record Walk(Trees trees, int[] roots, int[] below, int[] place) {

        /**
         * @param values of the rows
         * @param first the start of the row; NaN is treated as 0
         * @param sums to which the class probabilities of its leaf in each tree are added
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
