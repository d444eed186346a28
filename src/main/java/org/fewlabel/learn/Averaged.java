package org.fewlabel.learn;

import java.util.List;

/** The mean of what several classifiers say of the same rows. */
public final class Averaged {

    private Averaged() {
    }

    /**
     * @param all of each classifier, row by row, the probabilities of the classes; NaN where it cannot tell
     * @param rows how many rows there are
     * @return row by row, the mean of those that can tell; NaN where none can
     */
    public static double[] of(final List<double[]> all, final int rows) {
        final var mean = new double[all.get(0).length];
        final var classes = rows == 0 ? 0 : mean.length / rows;
        for (var row = 0; row < rows; row++) {
            final var at = row * classes;
            var tell = 0;
            for (final var probabilities : all) {
                if (Double.isNaN(probabilities[at])) {
                    continue;
                }
                tell++;
                for (var c = 0; c < classes; c++) {
                    mean[at + c] += probabilities[at + c];
                }
            }
            for (var c = 0; c < classes; c++) {
                mean[at + c] = tell == 0 ? Double.NaN : mean[at + c] / tell;
            }
        }
        return mean;
    }
}
