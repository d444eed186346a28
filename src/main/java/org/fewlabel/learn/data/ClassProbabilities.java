package org.fewlabel.learn.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The class probabilities of rows. The array is not copied, since it may be as large as a table, and must not be
 * changed afterwards.
 *
 * @param classes the number of classes, at least 1
 * @param values row by row, {@code rows * classes}; those of a row sum to 1, or are all NaN if there is no prediction
 */
public record ClassProbabilities(int classes, double[] values) {

    /** @throws IllegalArgumentException if the array is not whole rows */
    public ClassProbabilities {
        Objects.requireNonNull(values);
        if (classes < 1 || values.length % classes != 0) {
            throw new IllegalArgumentException(values.length + " probabilities are no rows of " + classes
                + " classes.");
        }
    }

    /** @return whether both have equal values, with NaN equal to NaN */
    @Override
    public boolean equals(final Object other) {
        return other instanceof ClassProbabilities o && classes == o.classes && Arrays.equals(values, o.values);
    }

    @Override
    public int hashCode() {
        return 31 * classes + Arrays.hashCode(values);
    }

    /** @return the number of rows */
    public int rows() {
        return values.length / classes;
    }

    /** @return the probability of a class for a row; NaN without a prediction */
    public double get(final int row, final int code) {
        return values[row * classes + code];
    }

    /** @return whether there is a prediction for the row */
    public boolean isPredicted(final int row) {
        return !Double.isNaN(values[row * classes]);
    }

    /** @return the most probable class of a row, the first in case of ties; -1 without a prediction */
    public int argmax(final int row) {
        var best = -1;
        var largest = Double.NEGATIVE_INFINITY;
        for (var c = 0; c < classes; c++) {
            final var value = values[row * classes + c];
            if (value > largest) { // false for NaN
                largest = value;
                best = c;
            }
        }
        return best;
    }

    /** @return {@link #argmax(int)} of each row */
    public int[] argmax() {
        final var predicted = new int[rows()];
        Arrays.setAll(predicted, this::argmax);
        return predicted;
    }

    /** @return the probability of the most probable class of a row; NaN without a prediction */
    public double confidence(final int row) {
        final var predicted = argmax(row);
        return predicted < 0 ? Double.NaN : get(row, predicted);
    }

    /**
     * @param rows the indices of the selected rows; duplicates are allowed
     * @return a copy of these rows
     */
    public ClassProbabilities select(final int[] rows) {
        final var selected = new double[Math.multiplyExact(rows.length, classes)];
        for (var i = 0; i < rows.length; i++) {
            copyRow(rows[i], selected, i);
        }
        return new ClassProbabilities(classes, selected);
    }

    /** Copies a row to the position of another in an array of rows. */
    public void copyRow(final int row, final double[] to, final int rowOfTo) {
        System.arraycopy(values, row * classes, to, rowOfTo * classes, classes);
    }

    /**
     * @param other of the same rows and classes
     * @param rows the indices of the compared rows
     * @return the share of these rows with the same prediction, or none, by both; 1 without rows
     */
    public double agreement(final ClassProbabilities other, final int[] rows) {
        return rows.length == 0 ? 1
            : (double)Arrays.stream(rows).filter(row -> argmax(row) == other.argmax(row)).count() / rows.length;
    }

    /**
     * @param labels of the same rows
     * @return per row whether it is labeled and predicted as another class
     */
    public boolean[] contradicted(final Labels labels) {
        final var contradicted = new boolean[labels.size()];
        for (final var row : labels.labeled()) {
            final var predicted = argmax(row);
            contradicted[row] = predicted >= 0 && predicted != labels.codes()[row];
        }
        return contradicted;
    }

    /**
     * @param parts of the same rows and classes, at least one
     * @return their mean over the parts that have a prediction; NaN where none has
     */
    public static ClassProbabilities mean(final List<ClassProbabilities> parts) {
        final var equal = new double[parts.size()];
        Arrays.fill(equal, 1);
        return mean(parts, equal);
    }

    /**
     * @param parts of the same rows and classes, at least one
     * @param weights of the parts
     * @return their weighted mean over the parts that have a prediction; NaN where none with a weight has
     */
    public static ClassProbabilities mean(final List<ClassProbabilities> parts, final double[] weights) {
        final var mean = new double[parts.get(0).values.length];
        for (var at = 0; at < mean.length; at++) {
            var sum = 0.0;
            for (var p = 0; p < weights.length; p++) {
                final var value = parts.get(p).values[at];
                if (!Double.isNaN(value) && weights[p] > 0) {
                    mean[at] += weights[p] * value;
                    sum += weights[p];
                }
            }
            mean[at] /= sum; // 0 / 0 is NaN
        }
        return new ClassProbabilities(parts.get(0).classes, mean);
    }
}
