package org.fewlabel.learn.label.calibrate;

import java.util.Arrays;

import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.label.Temperature;

/**
 * How confidences are calibrated. A temperature is one number and can be told from few rows, but it assumes that the
 * classifier is everywhere too sure, or not sure enough, in the same way. Curves assume nothing but that more probable is
 * more often right, and need many rows: with fewer than about 1,000 they were no better than one such number on most of the
 * classifiers and tables that Niculescu-Mizil and Caruana compared (Predicting good probabilities with supervised learning,
 * 2005, section 5), and with few they follow chance.
 */
public enum CalibrationMethod {

        /** A temperature, or curves if there are {@value #MANY_ROWS} rows or more. */
        AUTOMATIC,

        /** A {@link Temperature}. */
        TEMPERATURE,

        /** {@link Isotonic}; with fewer than {@value Isotonic#FEWEST_ROWS} rows a temperature. */
        ISOTONIC,

        /** Probabilities stay as they are. */
        NONE;

    private static final int MANY_ROWS = 1000;

    /**
     * @param said row by row, {@code codes.length * classes} probabilities of rows that the classifier was not told the
     *            class of; NaN for an undecided row
     * @param codes the true classes of these rows; rows of {@link Labels#UNLABELLED} do not count
     * @param classes the number of classes
     * @return what suits what was said
     */
    public Calibrator fit(final double[] said, final int[] codes, final int classes) {
        final var rows = Arrays.stream(codes).filter(code -> code >= 0).count();
        return switch (this) {
            case NONE -> Calibrator.NONE;
            case TEMPERATURE -> new Tempered(Temperature.fit(said, codes, classes));
            case AUTOMATIC -> (rows < MANY_ROWS ? TEMPERATURE : ISOTONIC).fit(said, codes, classes);
            case ISOTONIC -> rows < Isotonic.FEWEST_ROWS ? TEMPERATURE.fit(said, codes, classes)
                : Isotonic.fit(said, codes, classes);
        };
    }
}
