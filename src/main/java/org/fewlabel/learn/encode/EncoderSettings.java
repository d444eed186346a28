package org.fewlabel.learn.encode;

import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.net.TrainingSettings;

/**
 * The settings of all encoders.
 *
 * @param architecture the size of the network
 * @param scaling the scaling of numbers
 * @param training the hyperparameters of the training
 */
public record EncoderSettings(Architecture architecture, InputEncoder.Scaling scaling, TrainingSettings training) {

    /** @return the defaults, which suit most tables */
    public static EncoderSettings defaults(final long seed) {
        return new EncoderSettings(Architecture.MEDIUM, InputEncoder.Scaling.ROBUST, TrainingSettings.defaults(seed));
    }
}
