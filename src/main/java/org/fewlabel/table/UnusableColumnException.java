package org.fewlabel.table;

import org.fewlabel.table.LeftOut.Reason;
import org.knime.core.node.InvalidSettingsException;

/** The cells of a column are such that it cannot be a feature. */
final class UnusableColumnException extends Exception {

    private static final long serialVersionUID = 1;

    private final String column;

    private final Reason reason;

    private final String detail;

    /**
     * @param reason why, if the column is left out
     * @param detail what it is about the cells, in a few words
     * @param message what to tell the user who has chosen the column by hand
     */
    UnusableColumnException(final String column, final Reason reason, final String detail, final String message) {
        this(column, reason, detail, message, null);
    }

    /** As the other constructor, with what has gone wrong. */
    UnusableColumnException(final String column, final Reason reason, final String detail, final String message,
        final Exception cause) {
        super(message, cause);
        this.column = column;
        this.reason = reason;
        this.detail = detail;
    }

    /** Notes the column among those that are left out. */
    void note(final LeftOut leftOut) {
        leftOut.add(reason, column, detail);
    }

    /** @return the same for the user who has chosen the column by hand */
    InvalidSettingsException forTheUser() {
        return new InvalidSettingsException(getMessage(), this);
    }
}
