package org.fewlabel.device;

/**
 * Thrown if a native library cannot be used here. The message gives the reason and what to do, in sentences for the
 * user.
 */
public final class MissingLibraryException extends UserMessageException {

    private static final long serialVersionUID = 1L;

    /** @param message for the user @param cause what the loading threw; {@code null} if it was not attempted */
    public MissingLibraryException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
