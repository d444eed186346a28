package org.fewlabel.learn.supervised.calibrate;

import org.fewlabel.learn.data.ClassProbabilities;

/** Turns probabilities into others that mean more nearly what they say. */
public sealed interface Calibrator permits Tempered, Isotonic {

    /** Leaves probabilities as they are. */
    Calibrator NONE = new Tempered(1);

    /**
     * @return the calibrated probabilities; the argument is not changed
     */
    ClassProbabilities apply(ClassProbabilities probabilities);

    /** @return what it is, for a model's provenance */
    String text();
}
