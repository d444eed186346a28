package org.fewlabel.learn.net;

import java.util.Arrays;

import org.fewlabel.device.UserMessageException;

/**
 * The reconstruction targets of a row: some numbers, and one category for each nominal column.
 *
 * @param numbers the number of numeric targets
 * @param categories the number of categories of each nominal column
 */
public record Targets(int numbers, int[] categories) {

    /** More categories than this in total are regarded as a corrupt file. */
    public static final int MAX_CATEGORIES = 1_000_000;

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
        if (numbers < 0 || numbers + categories.length == 0 || numbers + all > MAX_CATEGORIES) {
            throw new UserMessageException(
                "The columns have too many categories (" + all + "), or there are none.");
        }
    }

    /** @return the number of columns */
    public int columns() {
        return numbers + categories.length;
    }

    /** @return the total number of categories of all nominal columns */
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
