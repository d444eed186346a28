package org.fewlabel.learn.data;

import java.util.List;

/** What is said of columns that tell nothing. */
public final class DroppedColumns {

    private DroppedColumns() {
    }

    /**
     * @param columns the names of those that do not have two different values
     * @return a sentence for the user, or none
     */
    public static List<String> notes(final List<String> columns) {
        return columns.isEmpty() ? List.of()
            : List.of(
                "Not used because they have the same value in all rows: \"" + String.join("\", \"", columns) + "\".");
    }
}
