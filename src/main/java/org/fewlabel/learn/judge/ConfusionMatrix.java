package org.fewlabel.learn.judge;

/**
 * How often which class was taken for which.
 *
 * @param classes the number of classes
 * @param counts true class by true class, {@code classes * (classes + 1)}: how many rows were predicted to be of each
 *            class, and last how many are undecided
 */
public record ConfusionMatrix(int classes, long[] counts) {

    /** @throws IllegalArgumentException if the array does not have {@code classes * (classes + 1)} counts */
    public ConfusionMatrix {
        if (classes < 1 || counts.length != classes * (classes + 1L)) {
            throw new IllegalArgumentException(counts.length + " counts for " + classes + " classes.");
        }
    }

    /**
     * @param truth one class per row
     * @param predicted one class per row, -1 for an undecided one
     * @param classes the number of classes
     * @throws IllegalArgumentException if the two differ in length, or a code is no class
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

    /** @return how many rows of the true class were predicted to be of the other */
    public long count(final int truth, final int predicted) {
        return counts[truth * (classes + 1) + predicted];
    }

    /** @return how many rows of the true class are undecided */
    public long undecided(final int truth) {
        return count(truth, classes);
    }

    /** @return how many rows are of that class */
    public long actual(final int truth) {
        var sum = 0L;
        for (var p = 0; p <= classes; p++) {
            sum += count(truth, p);
        }
        return sum;
    }

    /** @return how many rows were predicted to be of that class */
    public long predicted(final int predicted) {
        var sum = 0L;
        for (var t = 0; t < classes; t++) {
            sum += count(t, predicted);
        }
        return sum;
    }

    /** @return how many rows there are */
    public long rows() {
        var sum = 0L;
        for (final var count : counts) {
            sum += count;
        }
        return sum;
    }

    /** @return how many rows are undecided */
    public long undecided() {
        return predicted(classes);
    }

    /** @return the share of rows predicted right; NaN without rows */
    public double accuracy() {
        return (double)right() / rows();
    }

    /** @return the mean over the classes that occur of the share of their rows predicted right; NaN without rows */
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

    /** @return the harmonic mean of a class's precision and recall; 0 if it was never right, NaN if it is nowhere */
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
     * correlation coefficient, 2004): 1 if all is right, 0 if no better than chance. Undecided counts as a further
     * class that is never right.
     *
     * @return R_K; 0 if all rows are of one class or predicted to be
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
        final var spread = Math.sqrt((n * n - squaredActual) * (n * n - squaredPredicted));
        return spread > 0 ? (right() * n - cross) / spread : 0;
    }

    private long right() {
        var sum = 0L;
        for (var c = 0; c < classes; c++) {
            sum += count(c, c);
        }
        return sum;
    }
}
