package org.fewlabel.learn.graph;

import java.util.Arrays;

/**
 * The k nearest candidates of one query. Candidates are offered by a rough distance; only those that may be near enough
 * are compared exactly, some at a time. Of equally near ones those with the smallest index stay, in whatever order they
 * came.
 */
final class Nearest {

    private static final int PENDING = 16;

    /** What is further away than single precision can say, or cannot be compared, is no neighbour. */
    private static final double FURTHEST = Float.MAX_VALUE;

    private final RowDistance exact;

    private final int query;

    private final int[] index;

    private final double[] distance;

    private final int[] pending;

    private int waiting;

    /** @param k at least 1 */
    Nearest(final RowDistance exact, final int query, final int k) {
        this.exact = exact;
        this.query = query;
        this.index = new int[k];
        this.distance = new double[k];
        this.pending = new int[Math.max(PENDING, k)];
        Arrays.fill(index, -1);
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
    }

    /** @return the exact squared distance of the last of k neighbours as far as they are known; infinite if fewer are */
    double limit() {
        return distance[distance.length - 1];
    }

    /** @return whether the limit is lower now */
    boolean offer(final int candidate) {
        pending[waiting++] = candidate;
        if (waiting < pending.length) {
            return false;
        }
        final var before = limit();
        settle();
        return limit() < before;
    }

    /** Compares exactly those that were offered and are still waiting. */
    void settle() {
        for (var i = 0; i < waiting; i++) {
            insert(exact.squared(query, pending[i]), pending[i]);
        }
        waiting = 0;
    }

    private void insert(final double d, final int candidate) {
        var at = index.length - 1;
        if (!(d <= FURTHEST) || d > distance[at] || d == distance[at] && candidate > index[at]) {
            return;
        }
        while (at > 0 && (distance[at - 1] > d || distance[at - 1] == d && index[at - 1] > candidate)) {
            distance[at] = distance[at - 1];
            index[at] = index[at - 1];
            at--;
        }
        distance[at] = d;
        index[at] = candidate;
    }

    void copyTo(final int[] toIndex, final float[] toDistance, final int at) {
        settle();
        for (var m = 0; m < index.length; m++) {
            toIndex[at + m] = index[m];
            toDistance[at + m] = (float)distance[m];
        }
    }
}
