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
 * @param reason why
 * @param cells how many cells a row has, where a bit vector or a vector counts each place; 0 if that does not matter
 */
public record TaskChoice(PretextTask.Kind kind, Reason reason, int cells) {

    /** Why a task suits a table. */
    public enum Reason {

        /** The only column is a text. */
        ONLY_TEXT,

        /** The only column is an image. */
        ONLY_IMAGE,

        /** A row has few cells, so few of them may be changed at a time. */
        FEW_CELLS,

        /** A row has so many cells that it can be recognized when most of them are exchanged. */
        MANY_CELLS
    }

    /** With fewer units, a row cannot be identified once most of them are exchanged. */
    private static final int FEW = 5;

    /** @return the task for rows; masked words if their only column is a text */
    public static TaskChoice of(final Rows rows) {
        return rows.columns().size() == 1 && rows.columns().get(0) instanceof TextColumn
            ? new TaskChoice(PretextTask.Kind.WORDS, Reason.ONLY_TEXT, 0) : ofCells(rows);
    }

    /** @return the task for rows whose texts are encoded as vectors */
    public static TaskChoice ofCells(final Rows rows) {
        if (rows.columns().size() == 1 && rows.columns().get(0) instanceof VectorColumn vectors
            && vectors.image() != null) {
            return new TaskChoice(PretextTask.Kind.IMAGE, Reason.ONLY_IMAGE, 0);
        }
        return of(Corruption.units(rows));
    }

    /** @param units the number of units per row, see {@link Corruption#units} */
    private static TaskChoice of(final int units) {
        return units < FEW ? new TaskChoice(PretextTask.Kind.MASK, Reason.FEW_CELLS, units)
            : new TaskChoice(PretextTask.Kind.CORRUPT, Reason.MANY_CELLS, units);
    }
}
