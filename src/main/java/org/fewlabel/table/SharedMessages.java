package org.fewlabel.table;

import java.util.List;
import java.util.stream.Collectors;

import org.fewlabel.learn.features.HashedWords;
import org.fewlabel.learn.model.UnusualRows;
import org.fewlabel.learn.text.Gram;

/** The sentences shared by several nodes, with the same wording and severity in each of them. */
public final class SharedMessages {

    private SharedMessages() {
    }

    /** @param rows the number of rows ignored because they are held out; 0 for none */
    public static Report heldOut(final int rows) {
        return rows == 0 ? new Report() : new Report().fact(Text.count(rows, "held-out row") + was(rows) + "ignored.");
    }

    /** @param columns the names of those that do not have two different values; may be empty */
    public static Report constantColumns(final List<String> columns) {
        return columns.isEmpty() ? new Report()
            : new Report().fact("Ignored because all values are equal: " + Text.quoted(columns) + ".");
    }

    /** @param classes those that no row is labeled with; may be empty */
    public static Report noRowOfClass(final List<String> classes) {
        return classes.isEmpty() ? new Report()
            : new Report().warn("No row is labeled " + Text.quoted(classes) + ", so "
                + (classes.size() == 1 ? "this class" : "these classes") + " cannot be predicted. Label at least one "
                + "row of " + (classes.size() == 1 ? "it." : "each."));
    }

    /** @param texts of the columns of which terms are hashed; may be empty */
    public static Report hashedWords(final List<HashedWords> texts) {
        final var report = new Report();
        texts.forEach(text -> report.fact("The " + text.grams().stream().map(Gram::text)
            .collect(Collectors.joining(", ")) + " of \"" + text.column() + "\" are hashed into " + text.columns()
            + " features" + (text.tooMany() ? " because there are too many for a vocabulary." : ".")));
        return report;
    }

    /** @param rows the unusual rows among those that a classifier has predicted */
    public static Report unusual(final UnusualRows rows) {
        final var report = new Report();
        rows.unseen().forEach(column -> report.add(unseenCells(column.column(), column.cells(), column.ofNumbers())));
        if (rows.undecided() > 0) {
            report.warn(Text.count(rows.undecided(), "row") + was(rows.undecided())
                + "not predicted because no labeled row is near.");
        }
        return report;
    }

    /**
     * @param column the name of a column
     * @param cells the number of its cells with values unseen in training; 0 for none
     * @param ofNumbers whether these can also be missing numbers; else they are new categories
     */
    public static Report unseenCells(final String column, final int cells, final boolean ofNumbers) {
        final var one = cells == 1;
        return cells == 0 ? new Report()
            : new Report().warn(Text.count(cells, "cell") + " of \"" + column + "\" " + (one ? "is" : "are")
                + " treated as missing because " + (ofNumbers
                    ? (one ? "such a cell" : "such cells") + " (a new category or a missing number)"
                    : one ? "its category" : "their categories")
                + (one ? " was" : " were") + " not in the training data.");
    }

    private static String was(final int count) {
        return count == 1 ? " was " : " were ";
    }
}
