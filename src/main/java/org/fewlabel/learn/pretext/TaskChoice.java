package org.fewlabel.learn.pretext;

import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.data.VectorColumn;

/**
 * The default pretext task for a table. Images get augmented views, and words of texts are masked. Otherwise the number
 * of units per row decides, where each dimension of a vector or bit vector counts. Whether they are numbers or
 * categories does not matter: on three tables whose columns were cut into categories, corrupting was ahead with one
 * label per class and masking with ten.
 *
 * @param kind the corruption of rows
 * @param reason why, a sentence for the user
 */
public record TaskChoice(PretextTask.Kind kind, String reason) {

    /** With fewer units, a row cannot be identified once most of them are exchanged. */
    private static final int FEW = 5;

    /** @return the task for rows; masked words if their only column is a text */
    public static TaskChoice of(final Rows rows) {
        return rows.columns().size() == 1 && rows.columns().get(0) instanceof TextColumn
            ? new TaskChoice(PretextTask.Kind.WORDS, "the only column is a text") : ofCells(rows);
    }

    /** @return the task for rows whose texts are encoded as vectors */
    public static TaskChoice ofCells(final Rows rows) {
        if (rows.columns().size() == 1 && rows.columns().get(0) instanceof VectorColumn vectors
            && vectors.image() != null) {
            return new TaskChoice(PretextTask.Kind.IMAGE, "a row is an image, of which views can be made");
        }
        return of(Corruption.units(rows));
    }

    /** @param units the number of units per row, see {@link Corruption#units} */
    private static TaskChoice of(final int units) {
        return units < FEW
            ? new TaskChoice(PretextTask.Kind.MASK, "a row has only " + units + (units == 1 ? " cell" : " cells")
                + ", so few of them are changed at a time")
            : new TaskChoice(PretextTask.Kind.CORRUPT,
                "a row has " + units + " cells, so it can be known again when most of them are exchanged");
    }
}
