package org.fewlabel.headless.workflow;

/** The exception for a workflow that cannot be loaded. The message is for the user. */
public final class WorkflowException extends Exception {

    private static final long serialVersionUID = 1L;

    public WorkflowException(final String message) {
        super(message);
    }

    public WorkflowException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
