package org.fewlabel.learn.judge;

import org.fewlabel.learn.data.ClassProbabilities;

/**
 * What was predicted for some rows, and what is true. The arrays are not copied.
 *
 * @param classes the number of classes
 * @param truth one class per row
 * @param predicted one class per row, -1 for an undecided one
 * @param probabilities of the same rows and classes; {@code null} if there are none at all
 */
public record Predictions(int classes, int[] truth, int[] predicted, ClassProbabilities probabilities) {

    /** @throws IllegalArgumentException if the arrays do not fit each other */
    public Predictions {
        if (truth.length != predicted.length
            || probabilities != null
                && (probabilities.classes() != classes || probabilities.rows() != truth.length)) {
            throw new IllegalArgumentException("For " + truth.length + " rows of " + classes + " classes there are "
                + predicted.length + " predictions.");
        }
    }

    /**
     * @param truth one class per row
     * @param probabilities of the same rows
     * @return predictions of the most probable class of each row, the first of equally probable ones
     */
    public static Predictions ofProbabilities(final int[] truth, final ClassProbabilities probabilities) {
        return new Predictions(probabilities.classes(), truth, probabilities.argmax(), probabilities);
    }

    /** @return the number of rows */
    public int rows() {
        return truth.length;
    }

    /**
     * @param rows the indices of the rows wanted; one may come several times
     * @return a copy of those rows
     */
    public Predictions select(final int[] rows) {
        final var t = new int[rows.length];
        final var p = new int[rows.length];
        for (var i = 0; i < rows.length; i++) {
            t[i] = truth[rows[i]];
            p[i] = predicted[rows[i]];
        }
        return new Predictions(classes, t, p, probabilities == null ? null : probabilities.select(rows));
    }

    /** @return whether the row is decided and has probabilities */
    boolean hasProbabilities(final int row) {
        return probabilities != null && predicted[row] >= 0 && probabilities.isPredicted(row);
    }

    /** @return how probable the predicted class of the row was said to be */
    double confidence(final int row) {
        return probabilities.get(row, predicted[row]);
    }
}
