package org.fewlabel.learn.supervised;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;

/**
 * Soft, weighted labels for training: the weight of each row for each class. A labeled row has the weight 1 for its
 * class; an uncertain one a smaller weight, or weights for several classes; a row of zeros is not used. The array is
 * not copied and must not be changed afterwards.
 *
 * @param classes the number of classes, at least 1
 * @param masses row by row, {@code rows * classes} numbers, each 0 or more and finite
 */
public record TrainingLabels(int classes, double[] masses) {

    /** @throws IllegalArgumentException if the array is not whole rows, or a number is negative or not finite */
    public TrainingLabels {
        if (classes < 1 || masses.length % classes != 0) {
            throw new IllegalArgumentException(masses.length + " numbers are no rows of " + classes + " classes.");
        }
        for (final var mass : masses) {
            if (!(mass >= 0 && mass < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A row cannot count " + mass + " for a class.");
            }
        }
    }

    /** @return targets with the weight 1 for the class of labeled rows and without the others */
    public static TrainingLabels of(final Labels labels) {
        final var weights = new double[labels.size()];
        Arrays.fill(weights, 1);
        return of(labels.codes(), weights, labels.classes().size());
    }

    /**
     * @param codes the class of each row, -1 for a row that is not used
     * @param weights of the rows
     * @throws IllegalArgumentException if the two differ in length, a code is no class, or a weight is negative or not
     *             finite
     */
    public static TrainingLabels of(final int[] codes, final double[] weights, final int classes) {
        if (codes.length != weights.length) {
            throw new IllegalArgumentException(codes.length + " rows have " + weights.length + " weights.");
        }
        final var masses = new double[Math.multiplyExact(codes.length, classes)];
        for (var i = 0; i < codes.length; i++) {
            if (codes[i] >= classes) {
                throw new IllegalArgumentException("There is no class " + codes[i] + " among " + classes + ".");
            }
            if (codes[i] >= 0) {
                masses[i * classes + codes[i]] = weights[i];
            }
        }
        return new TrainingLabels(classes, masses);
    }

    /** @return the number of rows, used or not */
    public int rows() {
        return masses.length / classes;
    }

    /** @return the weight of a row for a class */
    public double mass(final int row, final int c) {
        return masses[row * classes + c];
    }

    /** @return the total weight of a row */
    public double weight(final int row) {
        var sum = 0.0;
        for (var c = 0; c < classes; c++) {
            sum += masses[row * classes + c];
        }
        return sum;
    }

    /**
     * @param encoded the rows of these targets
     * @throws IllegalArgumentException if they are more or fewer, or none has a weight
     */
    public void checkFor(final DenseRows encoded) {
        if (encoded.rows() != rows()) {
            throw new IllegalArgumentException(encoded.rows() + " rows have " + rows() + " targets.");
        }
        if (Arrays.stream(masses).noneMatch(mass -> mass > 0)) {
            throw new UserMessageException("No row is labeled.");
        }
    }

    /** @return the indices of the rows with a weight, ascending */
    public int[] used() {
        return IntStream.range(0, rows()).filter(row -> weight(row) > 0).toArray();
    }

    /** @return the classes with a weight, ascending */
    public int[] known() {
        final var sums = sums();
        return IntStream.range(0, classes).filter(c -> sums[c] > 0).toArray();
    }

    /** @return the total weight of each class */
    public double[] sums() {
        final var sums = new double[classes];
        for (var at = 0; at < masses.length; at++) {
            sums[at % classes] += masses[at];
        }
        return sums;
    }

    /**
     * @param rows the indices of the selected rows, in order; duplicates are allowed
     * @return a copy of these rows
     */
    public TrainingLabels select(final int[] rows) {
        final var selected = new double[Math.multiplyExact(rows.length, classes)];
        for (var i = 0; i < rows.length; i++) {
            System.arraycopy(masses, rows[i] * classes, selected, i * classes, classes);
        }
        return new TrainingLabels(classes, selected);
    }
}
