package org.fewlabel.learn.net;

import java.util.Arrays;

import org.fewlabel.device.UserMessageException;

/**
 * What a row is to be reconstructed as: some numbers, and for some columns one of their categories.
 *
 * @param numbers how many numbers
 * @param categories for each nominal column how many categories it has
 */
public record Targets(int numbers, int[] categories) {

    /** More categories than this in all are taken for damage. */
    public static final int MOST_CATEGORIES = 1_000_000;

    /** @throws IllegalArgumentException if there is nothing to reconstruct, or too much */
    public Targets {
        categories = categories.clone();
        var all = 0L;
        for (final var count : categories) {
            if (count < 1) {
                throw new IllegalArgumentException("A column of " + count + " categories cannot be reconstructed.");
            }
            all += count;
        }
        if (numbers < 0 || numbers + categories.length == 0 || numbers + all > MOST_CATEGORIES) {
            throw new UserMessageException(
                "The columns have too many categories (" + all + "), or there are none.");
        }
    }

    /** @return how many columns there are */
    public int columns() {
        return numbers + categories.length;
    }

    /** @return how many categories all nominal columns have together */
    public int allCategories() {
        return Arrays.stream(categories).sum();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Targets t && numbers == t.numbers && Arrays.equals(categories, t.categories);
    }

    @Override
    public int hashCode() {
        return 31 * numbers + Arrays.hashCode(categories);
    }
}
