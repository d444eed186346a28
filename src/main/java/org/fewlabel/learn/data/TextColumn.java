package org.fewlabel.learn.data;

import java.util.Objects;

/**
 * A free text in each row. The array is not copied and must not be changed afterwards.
 *
 * @param name the name that the user knows it by
 * @param texts one per row; {@code null} is a missing cell, and an empty text is one without a word
 * @param hashed whether what is fitted on it is to hold no words, but to know them by their hash codes
 */
public record TextColumn(String name, String[] texts, boolean hashed) implements Column {

    /** One whose words are kept, unless they are too many. */
    public TextColumn(final String name, final String[] texts) {
        this(name, texts, false);
    }

    /** @throws NullPointerException if there is no name or no array */
    public TextColumn {
        Objects.requireNonNull(name);
        Objects.requireNonNull(texts);
    }

    @Override
    public int size() {
        return texts.length;
    }

    @Override
    public TextColumn select(final int[] rows) {
        final var selected = new String[rows.length];
        for (var i = 0; i < rows.length; i++) {
            selected[i] = texts[rows[i]];
        }
        return new TextColumn(name, selected, hashed);
    }
}
