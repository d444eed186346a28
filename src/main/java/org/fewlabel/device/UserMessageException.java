package org.fewlabel.device;

/**
 * Data, settings or the machine do not allow what is wanted. The message is for the user: it names the column, row or
 * setting and says what to do. Any other exception is a bug of ours and is reported as one.
 */
public class UserMessageException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** @param message complete sentences for the user */
    public UserMessageException(final String message) {
        super(message);
    }

    /**
     * @param message complete sentences for the user
     * @param cause what was thrown below; {@code null} if nothing was
     */
    public UserMessageException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
