package org.fewlabel.learn.net;

import java.util.List;

/**
 * The result of a training.
 *
 * @param parameters those of the best epoch, laid out by {@link ParameterLayout}
 * @param statistics the running means and variances of that epoch
 * @param history one entry per epoch
 * @param ending how it ended
 * @param note what the user should know of the engine, in sentences; mostly empty
 * @param device the device that computed
 */
public record TrainingResult(float[] parameters, float[] statistics, List<Epoch> history, Ending ending, String note,
    String device) {

    /**
     * The figures of one epoch.
     *
     * @param epoch its number, from 1
     * @param trainingLoss the mean over its steps
     * @param heldOutLoss of the held-out rows after it; NaN if none are held out
     * @param learningRate of its last step
     * @param seconds since the training began
     * @param rowsPerSecond training rows per second of this epoch
     */
    public record Epoch(int epoch, double trainingLoss, double heldOutLoss, double learningRate, double seconds,
        double rowsPerSecond) {
    }

    /** @return the epoch whose parameters these are, from 1; 0 for those that training began with */
    public int best() {
        return ending.best();
    }

    /** @return whether training was stopped because the loss was no longer finite */
    public boolean diverged() {
        return ending.diverged();
    }
}
