package org.fewlabel.learn.graph;

import org.fewlabel.device.UserMessageException;

/** Work was not begun because the memory would not suffice. The message is for the user: it says how much is needed. */
public final class MemoryException extends UserMessageException {

    private static final long serialVersionUID = 1;

    MemoryException(final String message) {
        super(message);
    }
}
