package org.fewlabel.learn.pretext;

/**
 * The task that suits a table, if the user does not name one. It goes by how many cells a row has, where a bit vector or
 * a vector counts each place. Whether they hold numbers or categories does
 * not matter: on three tables whose columns were cut into categories, corrupting was ahead with one label per class and
 * masking with ten.
 *
 * @param kind what is done to rows
 * @param reason why, a sentence for the user
 */
public record TaskChoice(PretextTask.Kind kind, String reason) {

    /** With fewer units, exchanging most of them leaves nothing to know a row by. */
    private static final int FEW = 5;

    /**
     * @param units how many cells a row has for the task, see {@link Damage#units}
     */
    public static TaskChoice of(final int units) {
        return units < FEW
            ? new TaskChoice(PretextTask.Kind.MASK, "a row has only " + units + (units == 1 ? " cell" : " cells")
                + ", so few of them are changed at a time")
            : new TaskChoice(PretextTask.Kind.CORRUPT,
                "a row has " + units + " cells, so it can be known again when most of them are exchanged");
    }
}
