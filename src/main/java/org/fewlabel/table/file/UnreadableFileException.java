package org.fewlabel.table.file;

/** A file cannot be used; the message is the end of a sentence that begins with what the user calls it. */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message such as "does not exist" */
    public UnreadableFileException(final String message) {
        super(message);
    }
}
