package org.fewlabel.learn.audio;

/**
 * Thrown if a recording cannot be used. The message gives the reason, as the end of a sentence that begins with its
 * name.
 */
public final class WaveException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message the reason, such as "is empty" */
    public WaveException(final String message) {
        super(message);
    }
}
