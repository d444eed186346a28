package org.knime.core.node;

import org.knime.core.node.message.Message;

/** The user canceled. */
public class CanceledExecutionException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is said when nothing else is. */
    public static final Message DEFAULT_CANCEL_MESSAGE = Message.fromSummary("Execution canceled");

    private final transient Message knimeMessage;

    /** The user canceled. */
    public CanceledExecutionException() {
        this(DEFAULT_CANCEL_MESSAGE);
    }

    /** @param s what to say of it */
    public CanceledExecutionException(final String s) {
        this(Message.fromSummary(s));
    }

    /** @param message what to say of it */
    public CanceledExecutionException(final Message message) {
        super(message.getSummary());
        knimeMessage = message;
    }

    /** @return what to say of it */
    public Message getKNIMEMessage() {
        return knimeMessage;
    }
}
