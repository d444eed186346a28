package org.fewlabel.learn.supervised.base;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.supervised.TrainingLabels;

/**
 * Weighted means and variances of the dimensions per class, over the rows that have them. For a dimension without
 * values in a class those of all rows are used.
 *
 * @param columns the number of dimensions
 * @param weights by class and dimension the total weight of the rows that have the dimension
 * @param means by class and dimension
 * @param squares by class and dimension the weighted sum of the squared differences from the mean
 * @param largest the largest variance of a dimension over all rows of any class
 */
record Moments(int columns, double[] weights, double[] means, double[] squares, double largest) {

    /** The lower bound of variances, which keeps their logarithm and reciprocal finite. */
    static final double MIN_VARIANCE = 1e-30;

    /** @param known the classes to include */
    static Moments of(final DenseRows rows, final TrainingLabels targets, final int[] known, final Progress progress) {
        final var columns = rows.columns();
        final var used = targets.used();
        final var weights = new double[Math.multiplyExact(known.length, columns)];
        final var means = new double[weights.length];
        final var squares = new double[weights.length];
        final var allWeights = new double[columns];
        final var allMeans = new double[columns];
        final var allSquares = new double[columns];
        for (final var row : used) {
            progress.checkCanceled();
            final var weight = targets.weight(row);
            for (var d = 0; d < columns; d++) {
                final var value = rows.values()[row * columns + d];
                if (!Float.isNaN(value)) {
                    add(allWeights, allMeans, allSquares, d, value, weight);
                    for (var m = 0; m < known.length; m++) {
                        add(weights, means, squares, m * columns + d, value, targets.mass(row, known[m]));
                    }
                }
            }
        }
        var largest = 0.0;
        for (var d = 0; d < columns; d++) {
            largest = Math.max(largest, allWeights[d] > 0 ? allSquares[d] / allWeights[d] : 0);
            for (var m = 0; m < known.length; m++) {
                if (weights[m * columns + d] == 0) {
                    means[m * columns + d] = allMeans[d];
                }
            }
        }
        return new Moments(columns, weights, means, squares, largest);
    }

    /** Updates a weighted mean and sum of squares by a value (West 1979). */
    private static void add(final double[] weights, final double[] means, final double[] squares, final int at,
        final double value, final double weight) {
        if (weight > 0) {
            weights[at] += weight;
            final var step = (value - means[at]) * weight / weights[at];
            squares[at] += weight * (value - means[at]) * (value - means[at] - step);
            means[at] += step;
        }
    }

    /** @return by class, the variance of each dimension, at least {@link #MIN_VARIANCE} */
    double[] variances(final GaussianNaiveBayes.Smoothing smoothing) {
        final var variances = new double[weights.length];
        final var known = columns == 0 ? 0 : weights.length / columns;
        for (var d = 0; d < columns; d++) {
            var sum = 0.0;
            var weight = 0.0;
            for (var m = 0; m < known; m++) {
                sum += squares[m * columns + d];
                weight += weights[m * columns + d];
            }
            final var degreesOfFreedom = weight - known; // each mean takes one degree of freedom
            final var within = degreesOfFreedom > 0 ? sum / degreesOfFreedom : 0;
            // the fewer the rows, the stronger the shrinkage toward the total variance, which encoders scale to 1
            final var pooled = (Math.max(0, degreesOfFreedom) * within + 1) / (Math.max(0, degreesOfFreedom) + 1);
            for (var m = 0; m < known; m++) {
                final var at = m * columns + d;
                final var all = weights[at] + smoothing.pooled();
                final var variance = all > 0 ? (squares[at] + smoothing.pooled() * pooled) / all : pooled;
                variances[at] = Math.max(MIN_VARIANCE, variance + smoothing.share() * largest);
            }
        }
        return variances;
    }
}
