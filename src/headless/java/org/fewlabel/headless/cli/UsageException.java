package org.fewlabel.headless.cli;

/** The command line is wrong. The message says what and is for the user. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    public UsageException(final String message) {
        super(message);
    }
}
