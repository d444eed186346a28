package org.knime.core.node;

import org.knime.core.node.message.Message;

/** A node failed, with a message for the user. */
public final class KNIMEException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message knimeMessage;

    /** @param message what went wrong and what to do */
    public KNIMEException(final String message) {
        this(Message.fromSummary(message), null);
    }

    /**
     * @param message what went wrong and what to do
     * @param cause where it was found
     */
    public KNIMEException(final String message, final Throwable cause) {
        this(Message.fromSummary(message), cause);
    }

    private KNIMEException(final Message message, final Throwable cause) {
        super(message.getSummary(), cause);
        knimeMessage = message;
    }

    /**
     * @param message what went wrong and what to do
     * @return the exception
     */
    public static KNIMEException of(final Message message) {
        return new KNIMEException(message, null);
    }

    /**
     * @param message what went wrong and what to do
     * @param cause where it was found
     * @return the exception
     */
    public static KNIMEException of(final Message message, final Throwable cause) {
        return new KNIMEException(message, cause);
    }

    /** @return what went wrong and what to do */
    public Message getKNIMEMessage() {
        return knimeMessage;
    }

    /** @return this as the cause of an unchecked exception */
    public KNIMERuntimeException toUnchecked() {
        return new KNIMERuntimeException();
    }

    /** Carries its {@link KNIMEException} through code that cannot declare it. */
    public final class KNIMERuntimeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private KNIMERuntimeException() {
            super(KNIMEException.this.getMessage(), KNIMEException.this);
        }

        @Override
        public synchronized KNIMEException getCause() {
            return KNIMEException.this;
        }

        /** @return what went wrong and what to do */
        public Message getKNIMEMessage() {
            return knimeMessage;
        }
    }
}
