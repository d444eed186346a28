package org.fewlabel.learn.supervised.base;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.supervised.TrainingLabels;

/** Grows one decision tree of a {@link RandomForest}, level by level. */
final class TreeGrower {

    /**
     * The minimum decrease of impurity of a split, as a share of the weight, which excludes rounding errors.
     */
    private static final double MIN_GAIN = 1e-9;

    private final Ranks ranks;

    private final int classes;

    private final SplittableRandom random;

    private final Progress progress;

    private final int[] dimensions;

    private final int drawn;

    /** The bootstrap sample; the rows of a node are adjacent. */
    private final int[] sample;

    /** Per row of the ranks its class in this tree and its weight. */
    private final int[] codes;

    private final double[] weights;

    private final long[] keys;

    // the best split of the current node
    private double bestScore;

    private int bestDimension;

    private int bestRank;

    private float bestBound;

    /** @param known the classes with a row, ascending */
    TreeGrower(final Ranks ranks, final TrainingLabels targets, final int[] known, final SplittableRandom random,
        final Progress progress) {
        this.ranks = ranks;
        this.classes = known.length;
        this.random = random;
        this.progress = progress;
        this.dimensions = new int[ranks.columns()];
        Arrays.setAll(dimensions, d -> d);
        this.drawn = (int)Math.max(1, Math.floor(Math.sqrt(dimensions.length)));
        final var rows = ranks.rows();
        this.codes = new int[rows.length];
        this.weights = new double[rows.length];
        for (var i = 0; i < rows.length; i++) {
            weights[i] = targets.weight(rows[i]);
            codes[i] = draw(targets, rows[i], known, weights[i]);
        }
        this.sample = new int[rows.length];
        Arrays.setAll(sample, i -> random.nextInt(rows.length));
        Arrays.sort(sample);
        this.keys = new long[rows.length];
    }

    private int draw(final TrainingLabels targets, final int row, final int[] known, final double weight) {
        var left = random.nextDouble() * weight;
        var lastKnown = 0;
        for (var m = 0; m < known.length; m++) {
            final var mass = targets.mass(row, known[m]);
            if (mass > 0) {
                lastKnown = m;
                if (left < mass) {
                    return m;
                }
                left -= mass;
            }
        }
        return lastKnown; // only by rounding
    }

    Trees grow() {
        final var maxNodes = 2 * sample.length - 1;
        final var splitDimensions = new int[maxNodes];
        final var bounds = new float[maxNodes];
        final var shares = new Floats();
        final var starts = new int[maxNodes];
        final var ends = new int[maxNodes];
        ends[0] = sample.length;
        var nodes = 1;
        var splits = 0;
        for (var node = 0; node < nodes; node++) {
            final var sums = sums(starts[node], ends[node]);
            if (split(starts[node], ends[node], sums)) {
                splitDimensions[node] = bestDimension;
                bounds[splits++] = bestBound;
                final var middle = divide(starts[node], ends[node]);
                starts[nodes] = starts[node];
                ends[nodes++] = middle;
                starts[nodes] = middle;
                ends[nodes++] = ends[node];
            } else {
                splitDimensions[node] = Trees.LEAF;
                final var all = Arrays.stream(sums).sum();
                for (final var sum : sums) {
                    shares.add((float)(sum / all));
                }
            }
        }
        return new Trees(classes, Arrays.copyOf(splitDimensions, nodes), Arrays.copyOf(bounds, splits),
            shares.toArray());
    }

    private double[] sums(final int from, final int to) {
        final var sums = new double[classes];
        for (var i = from; i < to; i++) {
            sums[codes[sample[i]]] += weights[sample[i]];
        }
        return sums;
    }

    /** Searches for the best split of a node among randomly drawn dimensions that have two distinct values. */
    private boolean split(final int from, final int to, final double[] sums) {
        bestDimension = -1;
        if (Arrays.stream(sums).filter(sum -> sum > 0).count() < 2) {
            return false;
        }
        bestScore = score(sums) + MIN_GAIN * Arrays.stream(sums).sum();
        var triedDimensions = 0;
        for (var left = dimensions.length; left > 0 && triedDimensions < drawn; left--) {
            progress.checkCanceled();
            final var at = random.nextInt(left);
            final var d = dimensions[at];
            dimensions[at] = dimensions[left - 1];
            dimensions[left - 1] = d;
            triedDimensions += splitDimension(d, from, to, sums) ? 1 : 0;
        }
        return bestDimension >= 0;
    }

    /** @return the sum of squares divided by the sum, which is larger for purer nodes */
    private static double score(final double[] sums) {
        var square = 0.0;
        var all = 0.0;
        for (final var sum : sums) {
            square += sum * sum;
            all += sum;
        }
        return square / all;
    }

    /** @return whether the dimension has two distinct values in the node */
    private boolean splitDimension(final int d, final int from, final int to, final double[] sums) {
        final var rank = ranks.ranks()[d];
        for (var i = from; i < to; i++) {
            keys[i] = (long)rank[sample[i]] << Integer.SIZE | sample[i];
        }
        Arrays.sort(keys, from, to);
        if (keys[from] >>> Integer.SIZE == keys[to - 1] >>> Integer.SIZE) {
            return false;
        }
        final var right = sums.clone();
        final var left = new double[classes];
        var leftSquares = 0.0;
        var leftAll = 0.0;
        var rightSquares = Arrays.stream(sums).map(sum -> sum * sum).sum();
        var rightAll = Arrays.stream(sums).sum();
        for (var i = from; i < to - 1; i++) {
            final var row = (int)keys[i];
            final var weight = weights[row];
            final var code = codes[row];
            leftSquares += weight * (2 * left[code] + weight);
            rightSquares -= weight * (2 * right[code] - weight);
            left[code] += weight;
            right[code] -= weight;
            leftAll += weight;
            rightAll -= weight;
            final var here = keys[i] >>> Integer.SIZE;
            final var next = keys[i + 1] >>> Integer.SIZE;
            if (here != next && rightAll > 0) { // a tiny weight may be 0 after rounding
                final var score = leftSquares / leftAll + rightSquares / rightAll;
                if (score > bestScore) {
                    bestScore = score;
                    bestDimension = d;
                    bestRank = (int)here;
                    bestBound = ranks.bound(d, (int)here, (int)next);
                }
            }
        }
        return true;
    }

    /**
     * Partitions the rows of a node stably into those of its first and second child, and returns the start of the
     * second.
     */
    private int divide(final int from, final int to) {
        final var rank = ranks.ranks()[bestDimension];
        var first = from;
        var others = 0;
        for (var i = from; i < to; i++) {
            if (rank[sample[i]] <= bestRank) {
                sample[first++] = sample[i];
            } else {
                keys[others++] = sample[i];
            }
        }
        for (var i = 0; i < others; i++) {
            sample[first + i] = (int)keys[i];
        }
        return first;
    }

    /** A growing array. */
    private static final class Floats {

        private float[] values = new float[64];

        private int size;

        void add(final float value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        float[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
