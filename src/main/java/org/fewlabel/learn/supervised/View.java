package org.fewlabel.learn.supervised;

import java.util.stream.IntStream;

import org.fewlabel.learn.data.DenseRows;

/**
 * A view of rows: the dimensions and words that a classifier uses. The arrays are not copied and must not be changed
 * afterwards.
 *
 * @param dimensions of the rows
 * @param words the indices of the words of texts, ascending; empty unless the view consists of texts only
 */
public record View(int[] dimensions, int[] words) {

    private static final int[] NONE = new int[0];

    /** A view without words. */
    public View(final int... dimensions) {
        this(dimensions, NONE);
    }

    /** @return whether learners use its term counts */
    public boolean ofTexts() {
        return words.length > 0;
    }

    /** @return whether the view is not empty and within a number of dimensions and words */
    public boolean fits(final int columns, final int wordsOfRows) {
        return dimensions.length > 0 && IntStream.of(dimensions).allMatch(d -> d >= 0 && d < columns)
            && IntStream.of(words).allMatch(w -> w >= 0 && w < wordsOfRows)
            && IntStream.range(1, words.length).allMatch(i -> words[i - 1] < words[i]);
    }

    /** @return the rows with these dimensions and words only */
    public DenseRows of(final DenseRows rows) {
        final var plain = rows.dimensions(dimensions);
        return words.length == 0 ? plain
            : new DenseRows(plain.rows(), plain.columns(), plain.values(), plain.metric(),
                rows.words().selectColumns(words));
    }
}
