package org.fewlabel.learn.supervised.calibrate;

import java.util.Locale;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.supervised.Temperature;

/**
 * Temperature scaling of all probabilities, see {@link Temperature}.
 *
 * @param temperature above 0; 1 changes nothing
 */
public record Tempered(double temperature) implements Calibrator {

    @Override
    public ClassProbabilities apply(final ClassProbabilities probabilities) {
        return Temperature.apply(probabilities, temperature);
    }

    @Override
    public String text() {
        return temperature == 1 ? "none" : String.format(Locale.ROOT, "temperature %.3g", temperature);
    }
}
