package org.knime.core.node;

/** Settings are missing or do not go with the input. The message is for the user. */
public class InvalidSettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param msg what is wrong and what to do */
    public InvalidSettingsException(final String msg) {
        super(msg);
    }

    /** @param cause what is wrong */
    public InvalidSettingsException(final Throwable cause) {
        super(cause);
    }

    /**
     * @param msg what is wrong and what to do
     * @param cause where it was found
     */
    public InvalidSettingsException(final String msg, final Throwable cause) {
        super(msg, cause);
    }
}
