package org.knime.core.data.container;

/** Something is wrong with the rows that went into a table. */
public class DataContainerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong
     * @param cause where it was found
     */
    public DataContainerException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
