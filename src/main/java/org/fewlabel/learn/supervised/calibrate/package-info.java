/**
 * Calibration of probabilities: a calibrator is fitted to out-of-fold predictions of labeled rows, so that a
 * confidence equals the expected accuracy. {@link org.fewlabel.learn.supervised.calibrate.CalibrationMethod} is the
 * entry point.
 */
package org.fewlabel.learn.supervised.calibrate;
