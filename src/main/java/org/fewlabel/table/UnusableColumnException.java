package org.fewlabel.table;

import org.fewlabel.table.LeftOut.Reason;
import org.knime.core.node.InvalidSettingsException;

/** The exception for a column whose cells cannot be a feature. */
final class UnusableColumnException extends Exception {

    private static final long serialVersionUID = 1;

    private final String column;

    private final Reason reason;

    private final String detail;

    /**
     * @param reason why the column is ignored
     * @param detail about the cells, in a few words
     * @param message for a user who has selected the column by hand
     */
    UnusableColumnException(final String column, final Reason reason, final String detail, final String message) {
        this(column, reason, detail, message, null);
    }

    /** Like the other constructor, with the cause. */
    UnusableColumnException(final String column, final Reason reason, final String detail, final String message,
        final Exception cause) {
        super(message, cause);
        this.column = column;
        this.reason = reason;
        this.detail = detail;
    }

    /** Adds the column to the ignored ones. */
    void note(final LeftOut leftOut) {
        leftOut.add(reason, column, detail);
    }

    /** @return the same for a user who has selected the column by hand */
    InvalidSettingsException forTheUser() {
        return new InvalidSettingsException(getMessage(), this);
    }
}
