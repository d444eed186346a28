package org.fewlabel.learn.consistency;

import java.util.List;

import org.fewlabel.learn.encode.NetworkClassifier;
import org.fewlabel.learn.net.Ending;

/**
 * What learning from labeled and unlabeled rows gave.
 *
 * @param classifier the network with the moving average of its weights
 * @param history one entry per epoch
 * @param ending how training ended
 * @param note what the user should know of the engine, in sentences; mostly empty
 * @param dropped the names of the columns that were not used because they told nothing
 * @param device what computed
 */
public record ConsistencyResult(NetworkClassifier classifier, List<Epoch> history, Ending ending, String note,
    List<String> dropped, String device) {

    /**
     * One epoch.
     *
     * @param epoch its number, from 1
     * @param supervisedLoss the mean cross-entropy of the labeled rows
     * @param consistencyLoss the mean cross-entropy of strong views and their targets, each by its weight
     * @param used the mean weight of the unlabeled rows, 0 to 1; NaN if none came
     * @param targetAccuracy the share of the targets whose most probable class is the true one, each by its weight; NaN
     *            if the truth was not given or nothing had a weight
     * @param learningRate of its last step
     * @param seconds since training began
     * @param rowsPerSecond rows that were learned from in this epoch, by its time
     */
    public record Epoch(int epoch, double supervisedLoss, double consistencyLoss, double used, double targetAccuracy,
        double learningRate, double seconds, double rowsPerSecond) {
    }

    /** @return whether training was stopped because the loss was no longer a number */
    public boolean diverged() {
        return ending.diverged();
    }

    /** @return the mean weight of the unlabeled rows in the last epoch, 0 to 1; NaN if there was none */
    public double used() {
        return history.get(history.size() - 1).used();
    }
}
