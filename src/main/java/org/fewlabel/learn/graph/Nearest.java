package org.fewlabel.learn.graph;

import java.util.Arrays;

/** The k nearest candidates seen so far, offered in ascending order of their index. */
final class Nearest {

    private final int[] index;

    private final float[] distance;

    private float worst;

    Nearest(final int k) {
        index = new int[k];
        distance = new float[k];
        clear();
    }

    void clear() {
        Arrays.fill(index, -1);
        Arrays.fill(distance, Float.POSITIVE_INFINITY);
        worst = Float.POSITIVE_INFINITY;
    }

    /** Offers the candidates {@code first}, {@code first + 1}, … at those distances. */
    void offer(final float[] distances, final int count, final int first) {
        for (var j = 0; j < count; j++) {
            if (distances[j] < worst) { // of equally near ones the first stays
                insert(distances[j], first + j);
            }
        }
    }

    private void insert(final float d, final int candidate) {
        var at = index.length - 1;
        while (at > 0 && distance[at - 1] > d) {
            distance[at] = distance[at - 1];
            index[at] = index[at - 1];
            at--;
        }
        distance[at] = d;
        index[at] = candidate;
        worst = distance[distance.length - 1];
    }

    void copyTo(final int[] toIndex, final float[] toDistance, final int at) {
        System.arraycopy(index, 0, toIndex, at, index.length);
        System.arraycopy(distance, 0, toDistance, at, distance.length);
    }
}
