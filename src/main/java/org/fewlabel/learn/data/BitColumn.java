package org.fewlabel.learn.data;

import java.util.Objects;

/**
 * A column of bit vectors (fingerprints). The arrays are not copied and must not be changed afterwards.
 *
 * @param name the column name
 * @param width the number of bits of the longest vector
 * @param bits per row its bits, 64 per word, the first in the lowest bit of the first word; absent words are 0;
 *            {@code null} is a missing cell
 */
public record BitColumn(String name, int width, long[][] bits) implements Column {

    /** @throws IllegalArgumentException if a bit is set beyond the width */
    public BitColumn {
        Objects.requireNonNull(name);
        for (final var words : bits) {
            for (var w = 0; words != null && w < words.length; w++) {
                final var inside = Math.min(Long.SIZE, Math.max(0, width - (long)w * Long.SIZE));
                if (inside < Long.SIZE && words[w] >>> inside != 0) {
                    throw new IllegalArgumentException(
                        "Column \"" + name + "\" has a bit beyond its " + width + " bits.");
                }
            }
        }
    }

    @Override
    public int size() {
        return bits.length;
    }

    /** @return whether a bit is set, of a row that is not missing */
    public boolean isSet(final int row, final int bit) {
        final var words = bits[row];
        return bit / Long.SIZE < words.length && (words[bit / Long.SIZE] >>> bit & 1) != 0;
    }

    @Override
    public BitColumn select(final int[] rows) {
        final var selected = new long[rows.length][];
        for (var i = 0; i < rows.length; i++) {
            selected[i] = bits[rows[i]];
        }
        return new BitColumn(name, width, selected);
    }
}
