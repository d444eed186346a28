package org.fewlabel.learn.neighbor;

import java.util.Arrays;

/**
 * The k nearest candidates of one query. Candidates are offered with a rough distance; those that may be among the
 * nearest are kept and finally compared exactly. Ties go to the smallest index.
 */
final class TopK {

    private static final int MIN_CAPACITY = 64;

    /** The maximum distance of a neighbor: what exceeds single precision or cannot be compared is none. */
    private static final double FURTHEST = Float.MAX_VALUE;

    private final RowDistance exact;

    private final int query;

    /** The smallest rough distances so far, ascending. */
    private final float[] rough;

    /** The candidates that may be among the nearest, with their rough distances. */
    private final int[] kept;

    private final float[] keptRough;

    private int count;

    /** @param k at least 1 */
    TopK(final RowDistance exact, final int query, final int k) {
        this.exact = exact;
        this.query = query;
        this.rough = new float[k];
        this.kept = new int[Math.max(MIN_CAPACITY, 4 * k)];
        this.keptRough = new float[kept.length];
        Arrays.fill(rough, Float.POSITIVE_INFINITY);
    }

    /**
     * Offers the candidates {@code first}, {@code first + 1}, … of the order with their rough distances.
     *
     * @param order the candidates; {@code null} for the natural order
     * @param queryInBlock the number of this query in the block
     */
    void offer(final float[] distances, final int size, final int first, final int[] order, final Screen.Bound screen,
        final int queryInBlock) {
        var bound = screen.bound(queryInBlock, worst());
        for (var j = next(distances, 0, size, bound); j < size; j = next(distances, j + 1, size, bound)) {
            keep(order == null ? first + j : order[first + j], distances[j], screen, queryInBlock);
            bound = screen.bound(queryInBlock, worst());
        }
    }

    /** @return the first position from {@code from} on with at most the bound, or the size; never a NaN */
    private static int next(final float[] distances, final int from, final int size, final float bound) {
        for (var j = from; j < size; j++) {
            if (distances[j] <= bound) {
                return j;
            }
        }
        return size;
    }

    /** @return the k-th smallest rough distance so far */
    float worst() {
        return rough[rough.length - 1];
    }

    /** Keeps a candidate within the bound. */
    void keep(final int candidate, final float distance, final Screen.Bound screen, final int queryInBlock) {
        if (distance < worst()) {
            var at = rough.length - 1;
            while (at > 0 && rough[at - 1] > distance) {
                rough[at] = rough[at - 1];
                at--;
            }
            rough[at] = distance;
        }
        if (count == kept.length) {
            prune(screen.bound(queryInBlock, worst()));
        }
        kept[count] = candidate;
        keptRough[count++] = distance;
    }

    /** Drops candidates beyond the current bound; if that is not enough, all but the exactly nearest. */
    private void prune(final float bound) {
        var left = 0;
        for (var i = 0; i < count; i++) {
            if (keptRough[i] <= bound) {
                kept[left] = kept[i];
                keptRough[left++] = keptRough[i];
            }
        }
        count = left;
        if (count > kept.length / 2) {
            final var nearest = new Sorted(rough.length);
            for (var i = 0; i < count; i++) {
                nearest.insert(exact.squared(query, kept[i]), kept[i], keptRough[i]);
            }
            count = nearest.size;
            System.arraycopy(nearest.index, 0, kept, 0, count);
            System.arraycopy(nearest.rough, 0, keptRough, 0, count);
        }
    }

    /**
     * Compares the remaining candidates exactly.
     *
     * @param at the start of this query in the arrays
     */
    void copyTo(final int[] toIndex, final float[] toDistance, final int at, final Screen.Bound screen,
        final int queryInBlock) {
        final var bound = screen.bound(queryInBlock, worst());
        final var nearest = new Sorted(rough.length);
        for (var i = 0; i < count; i++) {
            if (keptRough[i] <= bound) {
                nearest.insert(exact.squared(query, kept[i]), kept[i], keptRough[i]);
            }
        }
        for (var m = 0; m < rough.length; m++) {
            toIndex[at + m] = m < nearest.size ? nearest.index[m] : -1;
            toDistance[at + m] = m < nearest.size ? (float)nearest.distance[m] : Float.POSITIVE_INFINITY;
        }
    }

    /** The exactly nearest candidates, sorted by distance, ties by the smaller index. */
    private static final class Sorted {

        private final int[] index;

        private final double[] distance;

        private final float[] rough;

        private int size;

        Sorted(final int k) {
            index = new int[k];
            distance = new double[k];
            rough = new float[k];
        }

        void insert(final double d, final int candidate, final float r) {
            if (!(d <= FURTHEST) || size == index.length && !before(d, candidate, size - 1)) {
                return;
            }
            var at = size < index.length ? size++ : size - 1;
            while (at > 0 && before(d, candidate, at - 1)) {
                distance[at] = distance[at - 1];
                index[at] = index[at - 1];
                rough[at] = rough[at - 1];
                at--;
            }
            distance[at] = d;
            index[at] = candidate;
            rough[at] = r;
        }

        private boolean before(final double d, final int candidate, final int at) {
            return d < distance[at] || d == distance[at] && candidate < index[at];
        }
    }
}
