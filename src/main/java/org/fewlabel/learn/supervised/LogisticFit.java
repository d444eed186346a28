package org.fewlabel.learn.supervised;

import org.fewlabel.device.CancelCheck;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.text.SparseRows;

/**
 * Fits binary logistic regression: minimizes {@code |w|² / 2} plus the weighted log losses of all rows by a truncated
 * Newton method with conjugate gradients (Dembo and Steihaug 1983) and a backtracking line search. There is one
 * minimum, the same that LIBLINEAR (Fan et al. 2008) finds; but here rows may have weights, or count for both sides,
 * and the user can cancel.
 */
final class LogisticFit {

    private static final int MAX_STEPS = 100;

    private static final int MAX_GRADIENTS = 60;

    /** Of the gradient at the weights 0, at which the search ends. */
    private static final double TOLERANCE = 1e-6;

    /** Of the gradient, to which a Newton step is solved. */
    private static final double ROUGHLY = 0.1;

    /** Of the fall that the gradient promises, what a step must reach. */
    private static final double ENOUGH = 1e-4;

    private static final int MAX_HALVINGS = 40;

    private final int columns;

    private final double constant;

    private final Values values;

    private final double[] positive;

    private final double[] negative;

    private final Progress progress;

    /** The values of the training rows. */
    interface Values {

        /** @return the number of stored values of the row */
        int size(int row);

        /** @return the dot product of the row and the weights */
        double times(int row, double[] weights);

        /** Adds the row times the factor to the sum. */
        void add(int row, double factor, double[] sum);
    }

    /** @param values row by row, {@code columns} numbers each */
    static Values dense(final float[] values, final int columns) {
        return new Values() {
            @Override
            public int size(final int row) {
                return columns;
            }

            @Override
            public double times(final int row, final double[] weights) {
                var sum = 0.0;
                for (var d = 0; d < columns; d++) {
                    sum += values[row * columns + d] * weights[d];
                }
                return sum;
            }

            @Override
            public void add(final int row, final double factor, final double[] sum) {
                for (var d = 0; d < columns; d++) {
                    sum[d] += factor * values[row * columns + d];
                }
            }
        };
    }

    static Values sparse(final SparseRows rows) {
        return new Values() {
            @Override
            public int size(final int row) {
                return rows.offsets()[row + 1] - rows.offsets()[row];
            }

            @Override
            public double times(final int row, final double[] weights) {
                var sum = 0.0;
                for (var i = rows.offsets()[row]; i < rows.offsets()[row + 1]; i++) {
                    sum += rows.values()[i] * weights[rows.indices()[i]];
                }
                return sum;
            }

            @Override
            public void add(final int row, final double factor, final double[] sum) {
                for (var i = rows.offsets()[row]; i < rows.offsets()[row + 1]; i++) {
                    sum[rows.indices()[i]] += factor * rows.values()[i];
                }
            }
        };
    }

    /**
     * @param columns the number of dimensions
     * @param constant the value of an additional constant dimension: the intercept
     * @param values of the rows, without missing values
     * @param positive the weight of each row for the class
     * @param negative the weight of each row for the rest
     */
    LogisticFit(final int columns, final double constant, final Values values, final double[] positive,
        final double[] negative, final Progress progress) {
        this.columns = columns;
        this.constant = constant;
        this.values = values;
        this.positive = positive;
        this.negative = negative;
        this.progress = progress;
    }

    /** @return the weight of each dimension, and last that of the constant one */
    double[] weights() {
        final var weights = new double[columns + 1];
        final var scores = new double[positive.length];
        final var gradient = gradient(weights, scores);
        final var goal = TOLERANCE * norm(gradient);
        var loss = loss(weights, scores);
        for (var step = 0; step < MAX_STEPS && norm(gradient) > goal; step++) {
            final var direction = direction(scores, gradient, goal);
            final var along = scores(direction);
            final var slope = dot(gradient, direction);
            var length = 1.0;
            var decreased = false;
            for (var halving = 0; halving < MAX_HALVINGS && !decreased; halving++) {
                final var tried = moved(weights, direction, length);
                final var triedScores = moved(scores, along, length);
                final var triedLoss = loss(tried, triedScores);
                decreased = triedLoss <= loss + ENOUGH * length * slope;
                if (decreased) {
                    System.arraycopy(tried, 0, weights, 0, weights.length);
                    System.arraycopy(triedScores, 0, scores, 0, scores.length);
                    loss = triedLoss;
                }
                length /= 2;
            }
            if (!decreased) { // converged to machine precision
                break;
            }
            System.arraycopy(gradient(weights, scores), 0, gradient, 0, gradient.length);
        }
        return weights;
    }

    private double loss(final double[] weights, final double[] scores) {
        var loss = dot(weights, weights) / 2;
        for (var i = 0; i < scores.length; i++) {
            loss += positive[i] * softplus(-scores[i]) + negative[i] * softplus(scores[i]);
        }
        return loss;
    }

    /** @return log(1 + e^x) */
    private static double softplus(final double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double logistic(final double score) {
        return 1 / (1 + Math.exp(-score));
    }

    private double[] gradient(final double[] weights, final double[] scores) {
        final var residuals = new double[scores.length];
        for (var i = 0; i < residuals.length; i++) {
            final var p = logistic(scores[i]);
            residuals[i] = negative[i] * p - positive[i] * (1 - p);
        }
        return plusColumns(weights, residuals);
    }

    /** Solves the Newton system approximately by conjugate gradients. */
    private double[] direction(final double[] scores, final double[] gradient, final double goal) {
        final var curvature = new double[scores.length];
        for (var i = 0; i < curvature.length; i++) {
            final var p = logistic(scores[i]);
            curvature[i] = (positive[i] + negative[i]) * p * (1 - p);
        }
        final var solution = new double[gradient.length];
        final var residual = moved(solution, gradient, -1);
        var search = residual.clone();
        var square = dot(residual, residual);
        final var bound = Math.max(goal / 2, ROUGHLY * Math.sqrt(square));
        for (var i = 0; i < MAX_GRADIENTS && Math.sqrt(square) > bound; i++) {
            final var along = scores(search);
            for (var row = 0; row < along.length; row++) {
                along[row] *= curvature[row];
            }
            final var product = plusColumns(search, along);
            final var length = square / dot(search, product);
            for (var d = 0; d < solution.length; d++) {
                solution[d] += length * search[d];
                residual[d] -= length * product[d];
            }
            final var next = dot(residual, residual);
            search = moved(residual, search, next / square);
            square = next;
        }
        return solution;
    }

    /** @return per row the sum of its values times these weights */
    private double[] scores(final double[] weights) {
        final var check = new CancelCheck(progress);
        final var scores = new double[positive.length];
        for (var row = 0; row < scores.length; row++) {
            check.before(values.size(row) + 1L);
            scores[row] = constant * weights[columns] + values.times(row, weights);
        }
        return scores;
    }

    /** @return the vector plus the sum of all rows, each times its factor */
    private double[] plusColumns(final double[] vector, final double[] factors) {
        final var check = new CancelCheck(progress);
        final var sum = vector.clone();
        for (var row = 0; row < factors.length; row++) {
            check.before(values.size(row) + 1L);
            values.add(row, factors[row], sum);
            sum[columns] += factors[row] * constant;
        }
        return sum;
    }

    private static double[] moved(final double[] from, final double[] direction, final double length) {
        final var moved = new double[from.length];
        for (var i = 0; i < moved.length; i++) {
            moved[i] = from[i] + length * direction[i];
        }
        return moved;
    }

    private static double dot(final double[] a, final double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(final double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }
}
