package org.fewlabel.learn.data;

import java.util.Objects;

/**
 * A column of free texts. The array is not copied and must not be changed afterwards.
 *
 * @param name the column name
 * @param texts one per row; {@code null} is a missing cell, an empty text has no words
 * @param hashed whether fitted models store hash codes instead of words
 */
public record TextColumn(String name, String[] texts, boolean hashed) implements Column {

    /** A column whose words are stored, unless they are too many. */
    public TextColumn(final String name, final String[] texts) {
        this(name, texts, false);
    }

    /** @throws NullPointerException if the name or the array is null */
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
