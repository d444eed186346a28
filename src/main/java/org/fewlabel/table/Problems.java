package org.fewlabel.table;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.StringValue;

/** Cells of one kind that something is wrong with, in words. */
public final class Problems {

    private static final int MOST_NAMED = 5;

    private final String thing;

    private final List<String> sentences = new ArrayList<>();

    private int count;

    /** @param thing what such a cell holds, such as "recording" */
    public Problems(final String thing) {
        this.thing = thing;
    }

    /** @return what is wrong with a cell, as a sentence */
    public String sentence(final String row, final DataCell cell, final String what) {
        return (cell instanceof StringValue path ? "\"" + path.getStringValue() + "\" in the row \"" + row + "\" "
            : "The " + thing + " in the row \"" + row + "\" ") + what + ".";
    }

    /** Notes what is wrong with a cell. */
    public void add(final String row, final DataCell cell, final String what) {
        add(sentence(row, cell, what));
    }

    /** @param sentence what is wrong */
    public void add(final String sentence) {
        count++;
        if (sentences.size() < MOST_NAMED) {
            sentences.add(sentence);
        }
    }

    /** @return how many there are */
    public int count() {
        return count;
    }

    /** @return the first of them and how many others there are, in words that can stand within a sentence */
    String first() {
        return sentences.get(0).replaceFirst("\\.$", "")
            + (count > 1 ? "; the same applies to " + Text.count(count - 1, "other " + thing) : "");
    }

    /** @return those that come first, each in a sentence, and how many more there are */
    public String text() {
        return String.join(" ", sentences)
            + (count > sentences.size()
                ? " The same applies to " + Text.count(count - sentences.size(), "other " + thing) + "." : "");
    }
}
