package org.fewlabel.learn.supervised.calibrate;

/** A fitted calibration, which maps probabilities to calibrated ones. */
public sealed interface Calibrator permits Tempered, Isotonic {

    /** The identity. */
    Calibrator NONE = new Tempered(1);

    /**
     * @param probabilities row by row, {@code rows * classes}; NaN for an undecided row
     * @param classes the number of classes
     * @return the calibrated probabilities, which sum to 1 per row; NaN for an undecided row. The argument is not
     *         changed
     */
    double[] apply(double[] probabilities, int classes);

    /** @return a description for a model's provenance */
    String text();
}
