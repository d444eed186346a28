package org.fewlabel.learn.encode;

import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.net.TrainingSettings;

/**
 * What all encoders are trained with.
 *
 * @param architecture how large the network is
 * @param scaling how numbers are scaled
 * @param training how long and how fast it learns
 */
public record EncoderSettings(Architecture architecture, InputEncoder.Scaling scaling, TrainingSettings training) {

    /** @return what suits most tables */
    public static EncoderSettings defaults(final long seed) {
        return new EncoderSettings(Architecture.MEDIUM, InputEncoder.Scaling.ROBUST, TrainingSettings.defaults(seed));
    }
}
