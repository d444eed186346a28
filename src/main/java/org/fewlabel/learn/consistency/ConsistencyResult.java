package org.fewlabel.learn.consistency;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.learn.data.DroppedColumns;
import org.fewlabel.learn.encode.NetworkClassifier;

/**
 * The result of consistency training.
 *
 * @param classifier the network with the moving average of its weights
 * @param history one entry per epoch
 * @param diverged whether training was stopped because the loss was no longer finite
 * @param ending why it ended, a sentence for the user
 * @param dropped the names of the columns that were not used because they do not vary
 * @param device the device that computed
 */
public record ConsistencyResult(NetworkClassifier classifier, List<Epoch> history, boolean diverged, String ending,
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

    /** @return what the user should know, in sentences */
    public List<String> notes() {
        final var notes = new ArrayList<String>();
        notes.add(ending);
        notes.addAll(DroppedColumns.notes(dropped));
        return notes;
    }
}
