package org.fewlabel.learn.inputs;

import org.fewlabel.learn.data.TimeFrequencyBin;

/**
 * One column as a network sees it.
 *
 * @param name what the user calls it
 * @param kind what its numbers mean
 * @param first which number of a row is its first
 * @param width how many numbers it has
 * @param categories how many categories it knows, rare ones together as one; of a text how many codes; 0 for a number
 * @param indicator which number of a row is not 0 if the cell is missing; -1 if there is none
 * @param place where in a spectrogram it is; {@code null} if in none
 */
public record InputColumn(String name, Kind kind, int first, int width, int categories, int indicator,
    TimeFrequencyBin place) {

    /** A column that is in no spectrogram. */
    public InputColumn(final String name, final Kind kind, final int first, final int width, final int categories,
        final int indicator) {
        this(name, kind, first, width, categories, indicator, null);
    }

    /** A column that says itself when it is missing: by its last number, if it has several, or by the code 0. */
    public InputColumn(final String name, final Kind kind, final int first, final int width, final int categories) {
        this(name, kind, first, width, categories,
            kind == Kind.CODE || kind == Kind.TOKENS || width == 1 ? -1 : first + width - 1);
    }

    /** What the numbers of a column mean. */
    public enum Kind {
        /** the scaled number, 0 where it is missing; where cells can be missing, then 1 if it is and 0 if not */
        NUMBER,
        /** 1 at the row's category and 0 elsewhere; the last place is for a cell that is missing or never seen */
        ONE_HOT,
        /** the category's code from 1 up; 0 for a cell that is missing or never seen */
        CODE,
        /**
         * the codes of the pieces of a text, one after the other; {@link org.fewlabel.learn.text.Subwords#NOTHING}
         * behind its end
         */
        TOKENS
    }

    /**
     * @param values rows as the encoder made them
     * @param row where the row begins
     * @return whether the cell is missing, or its category was never seen
     */
    public boolean missing(final float[] values, final int row) {
        return kind == Kind.CODE ? values[row + first] == 0 : indicator >= 0 && values[row + indicator] != 0;
    }

    /** @return the index of the cell's category; -1 if it is missing, or of a number */
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

    /** Makes the cell missing; a number whose cells were never missing becomes its mean. */
    public void hide(final float[] values, final int row) {
        java.util.Arrays.fill(values, row + first, row + first + width, 0);
        if (kind == Kind.ONE_HOT || kind == Kind.NUMBER && width == 2) {
            values[row + first + width - 1] = 1;
        }
    }
}
