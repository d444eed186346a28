/**
 * Makes the probabilities of a classifier mean what they say, by what it says of labelled rows that it was not told.
 * {@link org.fewlabel.learn.label.calibrate.CalibrationMethod} is the way in.
 */
package org.fewlabel.learn.label.calibrate;
