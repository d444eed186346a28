package org.fewlabel.learn.supervised.calibrate;

import org.fewlabel.learn.data.ClassProbabilities;

/** A fitted calibration, which maps probabilities to calibrated ones. */
public sealed interface Calibrator permits Tempered, Isotonic {

    /** The identity. */
    Calibrator NONE = new Tempered(1);

    /**
     * @return the calibrated probabilities; the argument is not changed
     */
    ClassProbabilities apply(ClassProbabilities probabilities);

    /** @return a description for a model's provenance */
    String text();
}
