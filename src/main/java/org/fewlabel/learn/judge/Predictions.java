package org.fewlabel.learn.judge;

import java.util.Arrays;

/**
 * Predicted and true classes of some rows. The arrays are not copied.
 *
 * @param classes the number of classes
 * @param truth the true class of each row
 * @param predicted the predicted class of each row, -1 if undecided
 * @param probabilities row by row, {@code rows * classes}, all NaN where there are none for a row; {@code null} if
 *            there are none at all
 */
public record Predictions(int classes, int[] truth, int[] predicted, double[] probabilities) {

    /** @throws IllegalArgumentException if the arrays do not fit each other */
    public Predictions {
        if (truth.length != predicted.length
            || probabilities != null && probabilities.length != (long)truth.length * classes) {
            throw new IllegalArgumentException("For " + truth.length + " rows of " + classes + " classes there are "
                + predicted.length + " predictions.");
        }
    }

    /**
     * @param truth the true class of each row
     * @param probabilities row by row, {@code rows * classes}, NaN for an undecided row
     * @return predictions of the most probable class of each row, the first of equally probable ones
     */
    public static Predictions ofProbabilities(final int classes, final int[] truth, final double[] probabilities) {
        return new Predictions(classes, truth, mostProbable(classes, probabilities), probabilities);
    }

    /**
     * @param probabilities row by row, {@code rows * classes}, NaN for an undecided row
     * @return per row the most probable class, the first of equally probable ones; -1 for an undecided row
     */
    public static int[] mostProbable(final int classes, final double[] probabilities) {
        final var predicted = new int[probabilities.length / classes];
        Arrays.fill(predicted, -1);
        for (var i = 0; i < predicted.length; i++) {
            var best = Double.NEGATIVE_INFINITY;
            for (var c = 0; c < classes; c++) {
                if (probabilities[i * classes + c] > best) {
                    best = probabilities[i * classes + c];
                    predicted[i] = c;
                }
            }
        }
        return predicted;
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
        final var q = probabilities == null ? null : new double[Math.multiplyExact(rows.length, classes)];
        for (var i = 0; i < rows.length; i++) {
            t[i] = truth[rows[i]];
            p[i] = predicted[rows[i]];
            if (q != null) {
                System.arraycopy(probabilities, rows[i] * classes, q, i * classes, classes);
            }
        }
        return new Predictions(classes, t, p, q);
    }

    /** @return whether the row is decided and has probabilities */
    boolean hasProbabilities(final int row) {
        return probabilities != null && predicted[row] >= 0 && !Double.isNaN(probabilities[row * classes]);
    }

    /** @return the predicted probability of the predicted class */
    double confidence(final int row) {
        return probabilities[row * classes + predicted[row]];
    }
}
