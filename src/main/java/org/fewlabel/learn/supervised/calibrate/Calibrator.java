package org.fewlabel.learn.supervised.calibrate;

/** Turns probabilities into others that mean more nearly what they say. */
public sealed interface Calibrator permits Tempered, Isotonic {

    /** Leaves probabilities as they are. */
    Calibrator NONE = new Tempered(1);

    /**
     * @param probabilities row by row, {@code rows * classes}; NaN for an undecided row
     * @param classes the number of classes
     * @return the calibrated probabilities, those of a row summing to 1; NaN for an undecided row. The argument is not
     *         changed
     */
    double[] apply(double[] probabilities, int classes);

    /** @return what it is, for a model's provenance */
    String text();
}
