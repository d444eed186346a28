package org.fewlabel.learn.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Random permutations, every one equally likely (Fisher and Yates 1938). There are two forms because they draw
 * different numbers, and results depend on these: {@link #all} runs from the back, {@link #first} from the front.
 */
public final class Shuffle {

    private Shuffle() {
    }

    /** Permutes the values, from the last place to the second. */
    public static void all(final int[] values, final RandomGenerator random) {
        for (var i = values.length - 1; i > 0; i--) {
            swap(values, i, random.nextInt(i + 1));
        }
    }

    /** @return the numbers from 0 to {@code size - 1}, permuted as {@link #all} does */
    public static int[] order(final int size, final RandomGenerator random) {
        final var order = IntStream.range(0, size).toArray();
        all(order, random);
        return order;
    }

    /**
     * Draws values without replacement.
     *
     * @param values brought into another order: those drawn come first
     * @param count the number of values to draw, at most all
     * @return those drawn, in the order of drawing
     */
    public static int[] first(final int[] values, final int count, final RandomGenerator random) {
        for (var i = 0; i < count; i++) {
            swap(values, i, random.nextInt(i, values.length));
        }
        return Arrays.copyOf(values, count);
    }

    private static void swap(final int[] values, final int i, final int j) {
        final var value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
