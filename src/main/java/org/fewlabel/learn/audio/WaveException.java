package org.fewlabel.learn.audio;

/** A recording cannot be used. The message says why, as the end of a sentence that begins with its name. */
public final class WaveException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message what is wrong, such as "is empty" */
    public WaveException(final String message) {
        super(message);
    }
}
