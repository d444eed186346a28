package org.fewlabel.learn.judge;

/**
 * A confusion matrix with an additional column of undecided rows.
 *
 * @param classes the number of classes
 * @param counts {@code classes * (classes + 1)}, by true class: the number of rows predicted as each class, and last
 *            the number of undecided rows
 */
public record ConfusionMatrix(int classes, long[] counts) {

    /** @throws IllegalArgumentException if the array does not have {@code classes * (classes + 1)} counts */
    public ConfusionMatrix {
        if (classes < 1 || counts.length != classes * (classes + 1L)) {
            throw new IllegalArgumentException(counts.length + " counts for " + classes + " classes.");
        }
    }

    /**
     * @param truth the true class of each row
     * @param predicted the predicted class of each row, -1 if undecided
     * @param classes the number of classes
     * @throws IllegalArgumentException if the two differ in length, or a code is not a class
     */
    public static ConfusionMatrix of(final int[] truth, final int[] predicted, final int classes) {
        if (truth.length != predicted.length) {
            throw new IllegalArgumentException(truth.length + " rows have " + predicted.length + " predictions.");
        }
        final var counts = new long[Math.multiplyExact(classes, classes + 1)];
        for (var i = 0; i < truth.length; i++) {
            if (truth[i] < 0 || truth[i] >= classes || predicted[i] < -1 || predicted[i] >= classes) {
                throw new IllegalArgumentException(
                    "Row " + i + " has the class " + truth[i] + " and the prediction " + predicted[i] + ".");
            }
            counts[truth[i] * (classes + 1) + (predicted[i] < 0 ? classes : predicted[i])]++;
        }
        return new ConfusionMatrix(classes, counts);
    }

    /** @return the number of rows of a true class with a predicted class */
    public long count(final int truth, final int predicted) {
        return counts[truth * (classes + 1) + predicted];
    }

    /** @return the number of undecided rows of a true class */
    public long undecided(final int truth) {
        return count(truth, classes);
    }

    /** @return the number of rows of a true class */
    public long actual(final int truth) {
        var sum = 0L;
        for (var p = 0; p <= classes; p++) {
            sum += count(truth, p);
        }
        return sum;
    }

    /** @return the number of rows with a predicted class */
    public long predicted(final int predicted) {
        var sum = 0L;
        for (var t = 0; t < classes; t++) {
            sum += count(t, predicted);
        }
        return sum;
    }

    /** @return the number of rows */
    public long rows() {
        var sum = 0L;
        for (final var count : counts) {
            sum += count;
        }
        return sum;
    }

    /** @return the number of undecided rows */
    public long undecided() {
        return predicted(classes);
    }

    /** @return the share of rows predicted correctly; NaN without rows */
    public double accuracy() {
        return (double)correct() / rows();
    }

    /** @return the mean recall of the classes that occur; NaN without rows */
    public double balancedAccuracy() {
        var sum = 0.0;
        var occurring = 0;
        for (var c = 0; c < classes; c++) {
            if (actual(c) > 0) {
                sum += (double)count(c, c) / actual(c);
                occurring++;
            }
        }
        return sum / occurring;
    }

    /**
     * @return the harmonic mean of the precision and recall of a class; 0 if never correct, NaN if the class does not
     *         occur
     */
    public double f1(final int c) {
        return 2.0 * count(c, c) / (actual(c) + predicted(c));
    }

    /** @return the mean F1 over the classes that occur or were predicted; NaN without rows */
    public double macroF1() {
        var sum = 0.0;
        var occurring = 0;
        for (var c = 0; c < classes; c++) {
            if (actual(c) + predicted(c) > 0) {
                sum += f1(c);
                occurring++;
            }
        }
        return sum / occurring;
    }

    /**
     * Matthews correlation for any number of classes (Gorodkin, Comparing two K-category assignments by a K-category
     * correlation coefficient, 2004): 1 if all are correct, 0 if no better than chance. Undecided is a further class
     * that is never correct.
     *
     * @return R_K; 0 if all true or all predicted classes are the same
     */
    public double matthews() {
        final double n = rows();
        var cross = 0.0;
        var squaredActual = 0.0;
        var squaredPredicted = 0.0;
        for (var c = 0; c <= classes; c++) {
            final double actual = c < classes ? actual(c) : 0;
            final double predicted = predicted(c);
            cross += actual * predicted;
            squaredActual += actual * actual;
            squaredPredicted += predicted * predicted;
        }
        final var denominator = Math.sqrt((n * n - squaredActual) * (n * n - squaredPredicted));
        return denominator > 0 ? (correct() * n - cross) / denominator : 0;
    }

    private long correct() {
        var sum = 0L;
        for (var c = 0; c < classes; c++) {
            sum += count(c, c);
        }
        return sum;
    }
}
