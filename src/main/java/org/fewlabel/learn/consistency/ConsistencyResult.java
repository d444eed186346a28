package org.fewlabel.learn.consistency;

import java.util.List;

import org.fewlabel.learn.encode.NetworkClassifier;
import org.fewlabel.learn.net.Ending;

/**
 * The result of consistency training.
 *
 * @param classifier the network with the moving average of its weights
 * @param history one entry per epoch
 * @param ending how training ended
 * @param note what the user should know of the engine, in sentences; mostly empty
 * @param dropped the names of the columns that were not used because they do not vary
 * @param device the device that computed
 */
public record ConsistencyResult(NetworkClassifier classifier, List<Epoch> history, Ending ending, String note,
    List<String> dropped, String device) {

    /**
     * The figures of one epoch.
     *
     * @param epoch its number, from 1
     * @param supervisedLoss the mean cross-entropy of the labeled rows
     * @param consistencyLoss the mean weighted cross-entropy of strong views and their targets
     * @param used the mean weight of the unlabeled rows, 0 to 1; NaN if there was none
     * @param targetAccuracy the weighted share of targets whose most probable class is the true one; NaN if the truth
     *         is unknown or all weights are 0
     * @param learningRate of its last step
     * @param seconds since the training began
     * @param rowsPerSecond training rows per second of this epoch
     */
    public record Epoch(int epoch, double supervisedLoss, double consistencyLoss, double used, double targetAccuracy,
        double learningRate, double seconds, double rowsPerSecond) {
    }

    /** @return whether training was stopped because the loss was no longer finite */
    public boolean diverged() {
        return ending.diverged();
    }

    /** @return the mean weight of the unlabeled rows in the last epoch, 0 to 1; NaN if there was none */
    public double used() {
        return history.get(history.size() - 1).used();
    }
}
