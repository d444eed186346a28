package org.fewlabel.learn.graph;

import org.fewlabel.device.UserMessageException;

/**
 * The exception for work that was not started because memory would not suffice. The message is for the user and says
 * how much is needed.
 */
public final class MemoryException extends UserMessageException {

    private static final long serialVersionUID = 1;

    MemoryException(final String message) {
        super(message);
    }
}
