/**
 * Calibration: probabilities of a classifier are fitted to its out-of-fold predictions on labeled rows, so that a
 * confidence equals the expected accuracy. {@link org.fewlabel.learn.supervised.calibrate.CalibrationMethod} is the
 * entry point.
 */
package org.fewlabel.learn.supervised.calibrate;
