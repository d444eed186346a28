package org.fewlabel.learn.pretext;

import java.util.List;

import org.fewlabel.learn.data.Column;

/**
 * The task that suits a table, if the user does not name one.
 *
 * @param kind what is done to rows
 * @param reason why, a sentence for the user
 */
public record TaskChoice(PretextTask.Kind kind, String reason) {

    /** With fewer units, exchanging most of them leaves nothing to know a row by. */
    private static final int FEW = 5;

    /**
     * @param columns of the table
     * @param units how many cells a row has for the task, see {@link Damage#units}
     * @return the choice, by kind and number of columns
     */
    public static TaskChoice of(final List<Column> columns, final int units) {
        return units < FEW
            ? new TaskChoice(PretextTask.Kind.MASK, "a row has only " + units + (units == 1 ? " cell" : " cells")
                + ", so few of them are changed at a time")
            : new TaskChoice(PretextTask.Kind.CORRUPT, "it is the most robust for tables");
    }
}
