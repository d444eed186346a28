package org.fewlabel.table;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.StringValue;

/** Problems of cells of one kind, in words. */
public final class Problems {

    private static final int MAX_NAMED = 5;

    private final String thing;

    private final List<String> sentences = new ArrayList<>();

    private int count;

    /** @param thing the content of such a cell, such as "recording" */
    public Problems(final String thing) {
        this.thing = thing;
    }

    /** @return the problem of a cell, as a sentence */
    public String sentence(final String row, final DataCell cell, final String what) {
        return (cell instanceof StringValue path ? "\"" + path.getStringValue() + "\" in the row \"" + row + "\" "
            : "The " + thing + " in the row \"" + row + "\" ") + what + ".";
    }

    /** Adds the problem of a cell. */
    public void add(final String row, final DataCell cell, final String what) {
        add(sentence(row, cell, what));
    }

    /** @param sentence the problem */
    public void add(final String sentence) {
        count++;
        if (sentences.size() < MAX_NAMED) {
            sentences.add(sentence);
        }
    }

    /** @return the number of problems */
    public int count() {
        return count;
    }

    /** @return the first problem and the number of others, as part of a sentence */
    String first() {
        return sentences.get(0).replaceFirst("\\.$", "")
            + (count > 1 ? "; the same applies to " + Text.count(count - 1, "other " + thing) : "");
    }

    /** @return the first problems, one sentence each, and the number of others */
    public String text() {
        return String.join(" ", sentences)
            + (count > sentences.size()
                ? " The same applies to " + Text.count(count - sentences.size(), "other " + thing) + "." : "");
    }
}
