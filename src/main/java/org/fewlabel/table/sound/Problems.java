package org.fewlabel.table.sound;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.table.Text;
import org.knime.core.data.DataCell;
import org.knime.core.data.StringValue;

/** Recordings that something is wrong with, in words. */
final class Problems {

    private static final int MOST_NAMED = 5;

    private final List<String> sentences = new ArrayList<>();

    private int count;

    /** @return what is wrong with a recording, as a sentence */
    static String sentence(final String row, final DataCell cell, final String what) {
        return (cell instanceof StringValue path ? "\"" + path.getStringValue() + "\" in the row \"" + row + "\" "
            : "The recording in the row \"" + row + "\" ") + what + ".";
    }

    void add(final String row, final DataCell cell, final String what) {
        count++;
        if (sentences.size() < MOST_NAMED) {
            sentences.add(sentence(row, cell, what));
        }
    }

    int count() {
        return count;
    }

    /** @return those that come first, each in a sentence, and how many more there are */
    String text() {
        return String.join(" ", sentences)
            + (count > sentences.size()
                ? " So it is with " + Text.count(count - sentences.size(), "other recording") + "." : "");
    }
}
