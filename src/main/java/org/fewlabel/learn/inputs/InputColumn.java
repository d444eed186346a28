package org.fewlabel.learn.inputs;

import org.fewlabel.learn.data.TimeFrequencyBin;

/**
 * The position and meaning of one column in the input of a network.
 *
 * @param name the name for the user
 * @param kind the encoding of its numbers
 * @param first the index of its first number in a row
 * @param width how many numbers it has
 * @param categories the number of categories, rare ones counted as one; of a text the number of codes; 0 for a number
 * @param indicator the index of the number that is not 0 if the cell is missing; -1 if there is none
 * @param bin its bin in a spectrogram; {@code null} if it belongs to none
 */
public record InputColumn(String name, Kind kind, int first, int width, int categories, int indicator,
    TimeFrequencyBin bin) {

    /** A column that belongs to no spectrogram. */
    public InputColumn(final String name, final Kind kind, final int first, final int width, final int categories,
        final int indicator) {
        this(name, kind, first, width, categories, indicator, null);
    }

    /** A column with its own indicator of missing cells: its last number, if it has several, or the code 0. */
    public InputColumn(final String name, final Kind kind, final int first, final int width, final int categories) {
        this(name, kind, first, width, categories,
            kind == Kind.CODE || kind == Kind.TOKENS || width == 1 ? -1 : first + width - 1);
    }

    /** The encoding of a column. */
    public enum Kind {
        /**
         * the scaled number, 0 if it is missing; if cells can be missing, followed by an indicator: 1 if it is, else 0
         */
        NUMBER,
        /** one-hot: 1 at the row's category and 0 elsewhere; the last number is for missing or unknown categories */
        ONE_HOT,
        /** the category's code from 1 up, for an embedding lookup; 0 for a cell that is missing or unknown */
        CODE,
        /**
         * the codes of the word pieces of a text, in their order; {@link org.fewlabel.learn.text.Subwords#PADDING}
         * after its end
         */
        TOKENS
    }

    /**
     * @param values encoded rows
     * @param row the index of the row's first number
     * @return whether the cell is missing, or its category is unknown
     */
    public boolean missing(final float[] values, final int row) {
        return kind == Kind.CODE ? values[row + first] == 0 : indicator >= 0 && values[row + indicator] != 0;
    }

    /** @return the index of the cell's category; -1 if it is missing, or a number */
    public int category(final float[] values, final int row) {
        if (kind == Kind.CODE) {
            return (int)values[row + first] - 1;
        }
        if (kind == Kind.ONE_HOT) {
            for (var c = 0; c < categories; c++) {
                if (values[row + first + c] != 0) {
                    return c;
                }
            }
        }
        return -1;
    }

    /** Masks the cell as missing; a number without an indicator becomes its mean. */
    public void mask(final float[] values, final int row) {
        java.util.Arrays.fill(values, row + first, row + first + width, 0);
        if (kind == Kind.ONE_HOT || kind == Kind.NUMBER && width == 2) {
            values[row + first + width - 1] = 1;
        }
    }
}
