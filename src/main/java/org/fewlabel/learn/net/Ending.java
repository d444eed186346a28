package org.fewlabel.learn.net;

/**
 * How a training ended.
 *
 * @param reason why it ended
 * @param epoch the last epoch, from 1
 * @param best the epoch whose parameters are kept, from 1; 0 for those that training began with
 * @param patience after so many epochs without a smaller loss it is stopped; 0 if it never is
 * @param heldOut whether the loss that decides is that of held-out rows, else that of training
 * @param learningRate the largest one
 */
public record Ending(Reason reason, int epoch, int best, int patience, boolean heldOut, double learningRate) {

    /** Why a training ended. */
    public enum Reason {

        /** All epochs were run. */
        ALL_EPOCHS,

        /** The loss had not fallen for as many epochs as the patience says. */
        STOPPED_EARLY,

        /** The loss was no longer a number. */
        DIVERGED
    }

    /** @return whether the loss was no longer a number */
    public boolean diverged() {
        return reason == Reason.DIVERGED;
    }
}
