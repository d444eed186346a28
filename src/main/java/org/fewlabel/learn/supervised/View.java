package org.fewlabel.learn.supervised;

import java.util.stream.IntStream;

import org.fewlabel.learn.data.DenseRows;

/**
 * What a classifier sees of rows. The arrays are not copied and must not be changed afterwards.
 *
 * @param dimensions of the rows
 * @param words the places of the words of texts, ascending; none unless the view holds texts and nothing else
 */
public record View(int[] dimensions, int[] words) {

    private static final int[] NONE = new int[0];

    /** A view without words. */
    public View(final int... dimensions) {
        this(dimensions, NONE);
    }

    /** @return whether what learns from it counts words */
    public boolean ofTexts() {
        return words.length > 0;
    }

    /** @return whether there is a dimension, and rows of so many dimensions and words have all that it sees */
    public boolean fits(final int columns, final int wordsOfRows) {
        return dimensions.length > 0 && IntStream.of(dimensions).allMatch(d -> d >= 0 && d < columns)
            && IntStream.of(words).allMatch(w -> w >= 0 && w < wordsOfRows)
            && IntStream.range(1, words.length).allMatch(i -> words[i - 1] < words[i]);
    }

    /** @return the rows with those dimensions and words alone */
    public DenseRows of(final DenseRows rows) {
        final var plain = rows.dimensions(dimensions);
        return words.length == 0 ? plain
            : new DenseRows(plain.rows(), plain.columns(), plain.values(), plain.metric(),
                rows.words().selectColumns(words));
    }
}
