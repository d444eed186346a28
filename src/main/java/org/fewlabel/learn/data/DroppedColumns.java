package org.fewlabel.learn.data;

import java.util.List;

/** The note on constant columns, which are not used. */
public final class DroppedColumns {

    private DroppedColumns() {
    }

    /**
     * @param columns the names of the constant columns
     * @return a sentence for the user, or none
     */
    public static List<String> notes(final List<String> columns) {
        return columns.isEmpty() ? List.of()
            : List.of(
                "Not used because they have the same value in all rows: \"" + String.join("\", \"", columns) + "\".");
    }
}
