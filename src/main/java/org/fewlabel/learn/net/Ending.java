package org.fewlabel.learn.net;

/**
 * The end of a training.
 *
 * @param reason why it ended
 * @param epoch the last epoch, from 1
 * @param best the epoch whose parameters are kept, from 1; 0 for the initial ones
 * @param patience the epochs without a smaller loss after which training stops; 0 for no early stopping
 * @param heldOut whether early stopping uses the loss of held-out rows, otherwise the training loss
 * @param learningRate the peak rate
 */
public record Ending(Reason reason, int epoch, int best, int patience, boolean heldOut, double learningRate) {

    /** The reason why a training ended. */
    public enum Reason {

        /** All epochs were run. */
        ALL_EPOCHS,

        /** Early stopping: the loss had not fallen for {@code patience} epochs. */
        STOPPED_EARLY,

        /** The loss was no longer finite. */
        DIVERGED
    }

    /** @return whether the loss was no longer finite */
    public boolean diverged() {
        return reason == Reason.DIVERGED;
    }
}
