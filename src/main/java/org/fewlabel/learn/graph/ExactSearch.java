package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/**
 * Compares every row with every other: exact, and the same on every machine. The squared distance is Euclidean. Where a
 * dimension is missing in one of two rows, its part is estimated: with {@code d} the squared distance over the
 * dimensions that both have, {@code O} the sum of the variances of those dimensions and {@code T} of all,
 * {@code d + (T - O) (d + 2 p) / (O + p)} with {@code p = T / 5}. That is the mean of the missing part as seen from the
 * observed one (the usual scaling with T / O) drawn towards what two random rows are apart (2 (T - O)), the more so the
 * less is observed; measured, neither alone does well at both few and many missing cells. Two rows without a common
 * dimension are never neighbours.
 */
public final class ExactSearch implements NeighbourSearch {

    /** How strongly the estimate is drawn to a random pair's, as a share of all dimensions. */
    private static final double PRIOR = 0.2;

    /** Queries of one block of work. */
    private static final int QUERIES = 16;

    /** Candidates held in the processor's cache while all queries of a block meet them: floats of one panel. */
    private static final int PANEL = 1 << 15;

    @Override
    public Neighbours within(final DenseRows rows, final int k, final Workers workers, final Progress progress) {
        return search(rows, rows, true, Math.min(k, rows.rows() - 1), workers, progress);
    }

    @Override
    public Neighbours between(final DenseRows queries, final DenseRows among, final int k, final Workers workers,
        final Progress progress) {
        if (queries.columns() != among.columns()) {
            throw new IllegalArgumentException("Rows of " + queries.columns() + " dimensions cannot be compared with "
                + "rows of " + among.columns() + ".");
        }
        return search(queries, among, false, Math.min(k, among.rows()), workers, progress);
    }

    private static Neighbours search(final DenseRows queries, final DenseRows among, final boolean same,
        final int wanted, final Workers workers, final Progress progress) {
        final var k = Math.max(0, wanted);
        final var n = queries.rows();
        final var index = new int[Math.multiplyExact(n, k)];
        final var distance = new float[index.length];
        if (queries.columns() == 0) { // nothing to compare them by
            Arrays.fill(index, -1);
            Arrays.fill(distance, Float.POSITIVE_INFINITY);
        } else if (k > 0) {
            final var panels = new Panels(among, Math.max(256, PANEL / queries.columns()), hasMissing(queries));
            workers.run(n, QUERIES, (from, to) -> {
                final var nearest = new Nearest[to - from];
                Arrays.setAll(nearest, i -> new Nearest(k));
                final var distances = panels.buffer();
                for (var p = 0; p < panels.count(); p++) {
                    progress.checkCancelled();
                    for (var q = from; q < to; q++) {
                        panels.distances(queries, q, p, distances);
                        if (same && panels.holds(p, q)) {
                            distances.squared()[q - panels.first(p)] = Float.POSITIVE_INFINITY;
                        }
                        nearest[q - from].offer(distances.squared(), panels.size(p), panels.first(p));
                    }
                }
                for (var q = from; q < to; q++) {
                    nearest[q - from].copyTo(index, distance, q * k);
                }
            }, progress, "Finding the " + k + " nearest rows of " + n);
        }
        return new Neighbours(n, k, index, distance);
    }

    private static boolean hasMissing(final DenseRows rows) {
        for (final var value : rows.values()) {
            if (Float.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /** Distances of one query to the candidates of one panel, and how much of them is observed. */
    private record Buffer(float[] squared, float[] observed) {
    }

    /**
     * The candidates, cut into panels of some rows. A panel lies dimension by dimension, each in an array of its own: only
     * loops over arrays from 0 are turned into vector instructions by the compilers of Java 17, which makes them seven
     * times as fast.
     */
    private static final class Panels {

        private final int rows;

        private final int columns;

        private final int width;

        private final boolean missing;

        /** Panel by panel and dimension by dimension; 0 where missing. */
        private final float[][] values;

        /** As the values: 1 where one is there, 0 where not; empty if nothing is missing. */
        private final float[][] there;

        private final float[] weights;

        private final float total;

        Panels(final DenseRows among, final int width, final boolean missingInQueries) {
            this.rows = among.rows();
            this.columns = among.columns();
            this.width = Math.min(width, rows);
            this.missing = missingInQueries || hasMissing(among);
            this.weights = missing ? variances(among) : new float[0];
            var sum = 0.0;
            for (final var weight : weights) {
                sum += weight;
            }
            this.total = (float)sum;
            this.values = new float[count() * columns][];
            this.there = new float[missing ? values.length : 0][];
            for (var p = 0; p < values.length; p++) {
                fill(among, p / columns, p % columns);
            }
        }

        private void fill(final DenseRows among, final int panel, final int dimension) {
            final var at = panel * columns + dimension;
            values[at] = new float[size(panel)];
            if (missing) {
                there[at] = new float[size(panel)];
            }
            for (var j = 0; j < size(panel); j++) {
                final var value = among.values()[(first(panel) + j) * columns + dimension];
                values[at][j] = Float.isNaN(value) ? 0 : value;
                if (missing) {
                    there[at][j] = Float.isNaN(value) ? 0 : 1;
                }
            }
        }

        int count() {
            return (rows + width - 1) / width;
        }

        int first(final int panel) {
            return panel * width;
        }

        int size(final int panel) {
            return Math.min(width, rows - first(panel));
        }

        boolean holds(final int panel, final int row) {
            return row / width == panel;
        }

        Buffer buffer() {
            return new Buffer(new float[width], new float[missing ? width : 0]);
        }

        void distances(final DenseRows queries, final int query, final int panel, final Buffer result) {
            final var size = size(panel);
            final var squared = result.squared();
            final var observed = result.observed();
            Arrays.fill(squared, 0);
            Arrays.fill(observed, 0);
            for (var d = 0; d < columns; d++) {
                final var value = queries.values()[query * columns + d];
                final var at = panel * columns + d;
                if (!missing) {
                    add(value, values[at], squared);
                } else if (!Float.isNaN(value)) {
                    add(value, values[at], there[at], squared);
                    addWeight(weights[d], there[at], observed);
                }
            }
            if (missing) {
                estimate(squared, observed, size);
            }
        }

        private static void add(final float value, final float[] values, final float[] squared) {
            for (var j = 0; j < values.length; j++) {
                final var difference = value - values[j];
                squared[j] += difference * difference;
            }
        }

        private static void add(final float value, final float[] values, final float[] there, final float[] squared) {
            for (var j = 0; j < values.length; j++) {
                final var difference = value - values[j];
                squared[j] += there[j] * (difference * difference);
            }
        }

        private static void addWeight(final float weight, final float[] there, final float[] observed) {
            for (var j = 0; j < there.length; j++) {
                observed[j] += there[j] * weight;
            }
        }

        private void estimate(final float[] squared, final float[] observed, final int size) {
            final var prior = (float)PRIOR * total;
            for (var j = 0; j < size; j++) {
                final var unknown = total - observed[j];
                if (observed[j] == 0) {
                    squared[j] = Float.POSITIVE_INFINITY;
                } else if (unknown > 1e-6f * total) { // else nothing is missing but rounding
                    squared[j] += unknown * (squared[j] + 2 * prior) / (observed[j] + prior);
                }
            }
        }

        /** The variance of each dimension where it is there; all 1 if none varies. */
        private static float[] variances(final DenseRows rows) {
            final var sum = new double[rows.columns()];
            final var squares = new double[rows.columns()];
            final var count = new int[rows.columns()];
            for (var i = 0; i < rows.values().length; i++) {
                final var value = rows.values()[i];
                if (!Float.isNaN(value)) {
                    final var d = i % rows.columns();
                    sum[d] += value;
                    squares[d] += (double)value * value;
                    count[d]++;
                }
            }
            final var variances = new float[rows.columns()];
            var any = false;
            for (var d = 0; d < variances.length; d++) {
                if (count[d] > 0) {
                    final var mean = sum[d] / count[d];
                    variances[d] = (float)Math.max(0, squares[d] / count[d] - mean * mean);
                    any |= variances[d] > 0;
                }
            }
            if (!any) {
                Arrays.fill(variances, 1);
            }
            return variances;
        }
    }
}
