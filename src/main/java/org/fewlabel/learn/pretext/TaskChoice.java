package org.fewlabel.learn.pretext;

import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.data.VectorColumn;

/**
 * The task that suits a table, if the user does not name one. Of an image there are views, of a text the words are
 * masked. Else it goes by how many cells a row has, where a bit vector or a vector counts each place. Whether they hold
 * numbers or categories does not matter: on three tables whose columns were cut into categories, corrupting was ahead
 * with one label per class and masking with ten.
 *
 * @param kind what is done to rows
 * @param reason why, a sentence for the user
 */
public record TaskChoice(PretextTask.Kind kind, String reason) {

    /** With fewer units, exchanging most of them leaves nothing to know a row by. */
    private static final int FEW = 5;

    /** @return the task for rows; if their only column is a text, for its words */
    public static TaskChoice of(final Rows rows) {
        return rows.columns().size() == 1 && rows.columns().get(0) instanceof TextColumn
            ? new TaskChoice(PretextTask.Kind.WORDS, "the only column is a text") : ofCells(rows);
    }

    /** @return the task for rows whose texts are read as vectors */
    public static TaskChoice ofCells(final Rows rows) {
        if (rows.columns().size() == 1 && rows.columns().get(0) instanceof VectorColumn vectors
            && vectors.image() != null) {
            return new TaskChoice(PretextTask.Kind.IMAGE, "a row is an image, of which views can be made");
        }
        return of(Corruption.units(rows));
    }

    /** @param units how many cells a row has for the task, see {@link Corruption#units} */
    private static TaskChoice of(final int units) {
        return units < FEW
            ? new TaskChoice(PretextTask.Kind.MASK, "a row has only " + units + (units == 1 ? " cell" : " cells")
                + ", so few of them are changed at a time")
            : new TaskChoice(PretextTask.Kind.CORRUPT,
                "a row has " + units + " cells, so it can be known again when most of them are exchanged");
    }
}
