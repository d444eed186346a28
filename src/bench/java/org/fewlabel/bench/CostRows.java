package org.fewlabel.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.DenseRows;

/**
 * Generated rows of any number, for measuring the cost of a graph.
 *
 * @param rows the rows
 * @param groups the group of each row; all 0 for noise
 */
record CostRows(DenseRows rows, int[] groups) {

    /** Groups that lie on a curved surface: their number, its dimension, how far they are apart, and the noise. */
    private static final int GROUPS = 300;

    private static final int SURFACE = 10;

    private static final double APART = 3;

    private static final double BEND = 0.5;

    private static final double NOISE = 0.1;

    /** The standard deviation of the sum of four uniform numbers. */
    private static final double FOUR = Math.sqrt(4 / 12.0);

    /**
     * @param kind {@code groups}: 300 normal distributions of 10 dimensions, embedded by a nonlinear map, plus noise;
     *            {@code noise}: one normal distribution, in which no search is faster than brute force
     */
    static CostRows of(final String kind, final int n, final int d) {
        return kind.equals("noise") ? noise(n, d) : groups(n, d);
    }

    private static CostRows noise(final int n, final int d) {
        final var random = new Random(1);
        final var values = new float[Math.multiplyExact(n, d)];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float)random.nextGaussian();
        }
        return new CostRows(new DenseRows(n, d, values), new int[n]);
    }

    private static CostRows groups(final int n, final int d) {
        final var normal = new Random(1);
        final var uniform = new SplittableRandom(1);
        final var centers = normal(normal, GROUPS * SURFACE, APART);
        final var straight = normal(normal, SURFACE * d, 1 / Math.sqrt(d));
        final var bent = normal(normal, SURFACE * d, APART / Math.sqrt(d));
        final var noise = NOISE * Math.sqrt((double)SURFACE / d) / FOUR;
        final var values = new float[Math.multiplyExact(n, d)];
        final var groups = new int[n];
        final var place = new float[SURFACE];
        final var flat = new float[d];
        final var angle = new float[d];
        for (var i = 0; i < n; i++) {
            groups[i] = uniform.nextInt(GROUPS);
            Arrays.fill(flat, 0);
            Arrays.fill(angle, 0);
            for (var s = 0; s < SURFACE; s++) {
                place[s] = (float)(centers[groups[i] * SURFACE + s] + normal.nextGaussian());
                for (var c = 0; c < d; c++) {
                    flat[c] += place[s] * straight[s * d + c];
                    angle[c] += place[s] * bent[s * d + c];
                }
            }
            for (var c = 0; c < d; c++) {
                final var four = uniform.nextDouble() + uniform.nextDouble() + uniform.nextDouble()
                    + uniform.nextDouble() - 2;
                values[i * d + c] = (float)(flat[c] + BEND * Math.sin(angle[c]) + noise * four);
            }
        }
        return new CostRows(new DenseRows(n, d, values), groups);
    }

    private static float[] normal(final Random random, final int count, final double width) {
        final var numbers = new float[count];
        for (var i = 0; i < count; i++) {
            numbers[i] = (float)(width * random.nextGaussian());
        }
        return numbers;
    }
}
