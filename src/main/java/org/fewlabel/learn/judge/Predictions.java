package org.fewlabel.learn.judge;

import org.fewlabel.learn.data.ClassProbabilities;

/**
 * Predicted and true classes of some rows. The arrays are not copied.
 *
 * @param classes the number of classes
 * @param truth the true class of each row
 * @param predicted the predicted class of each row, -1 if undecided
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
     * @param truth the true class of each row
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
     * @param rows the indices of the selected rows; duplicates are allowed
     * @return a copy of these rows
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

    /** @return the predicted probability of the predicted class */
    double confidence(final int row) {
        return probabilities.get(row, predicted[row]);
    }
}
