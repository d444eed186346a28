package org.fewlabel.learn.supervised.calibrate;

import java.util.Locale;

import org.fewlabel.learn.supervised.Temperature;

/**
 * Temperature scaling of all probabilities, see {@link Temperature}.
 *
 * @param temperature above 0; 1 changes nothing
 */
public record Tempered(double temperature) implements Calibrator {

    @Override
    public double[] apply(final double[] probabilities, final int classes) {
        return Temperature.apply(probabilities, classes, temperature);
    }

    @Override
    public String text() {
        return temperature == 1 ? "none" : String.format(Locale.ROOT, "temperature %.3g", temperature);
    }
}
