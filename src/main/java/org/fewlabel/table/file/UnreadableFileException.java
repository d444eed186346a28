package org.fewlabel.table.file;

/**
 * The exception for a file that cannot be used; the message is the end of a sentence that starts with the file's name.
 */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message such as "does not exist" */
    public UnreadableFileException(final String message) {
        super(message);
    }
}
