package org.fewlabel.learn.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Results of learners depend on what is drawn, so it is written down, and compared with the loops themselves. */
class ShuffleTest {

    private static final int[] SIZES = {0, 1, 2, 3, 8, 10, 64, 1000};

    @Test
    void drawsWhatItAlwaysDrew() {
        assertThat(Shuffle.order(10, new SplittableRandom(1))).containsExactly(9, 0, 4, 1, 7, 8, 5, 2, 3, 6);
        final var values = Shuffle.order(10, new Random(1));
        assertThat(values).containsExactly(6, 9, 7, 8, 4, 2, 0, 3, 1, 5);
        assertThat(Shuffle.first(IntStream.range(0, 10).toArray(), 4, new SplittableRandom(1))).containsExactly(6, 4, 1,
            8);
    }

    @Test
    void fromTheBackItIsFisherAndYates() {
        for (final var size : SIZES) {
            final var values = IntStream.range(100, 100 + size).toArray();
            final var expected = values.clone();
            final var random = new SplittableRandom(size);
            for (var i = size - 1; i > 0; i--) {
                swap(expected, i, random.nextInt(i + 1));
            }
            final var used = new SplittableRandom(size);
            Shuffle.all(values, used);
            assertThat(values).containsExactly(expected);
            assertThat(used.nextLong()).isEqualTo(random.nextLong());
        }
    }

    /** {@link Random} makes a number of a range from other bits than {@link SplittableRandom}. */
    @Test
    void takesAnyGenerator() {
        for (final var size : SIZES) {
            final var expected = IntStream.range(0, size).toArray();
            final var random = new Random(size);
            for (var i = size - 1; i > 0; i--) {
                swap(expected, i, random.nextInt(i + 1));
            }
            assertThat(Shuffle.order(size, new Random(size))).containsExactly(expected);
        }
    }

    @Test
    void fromTheFrontItDrawsWithoutReplacement() {
        for (final var size : SIZES) {
            for (final var count : new int[]{0, size / 3, size}) {
                final var values = IntStream.range(100, 100 + size).toArray();
                final var expected = values.clone();
                final var random = new SplittableRandom(size);
                for (var i = 0; i < count; i++) {
                    swap(expected, i, random.nextInt(i, size));
                }
                final var used = new SplittableRandom(size);
                assertThat(Shuffle.first(values, count, used)).containsExactly(Arrays.copyOf(expected, count));
                assertThat(values).containsExactly(expected);
                assertThat(used.nextLong()).isEqualTo(random.nextLong());
            }
        }
    }

    /** {@code i + nextInt(n - i)} draws what {@code nextInt(i, n)} draws. */
    @Test
    void theBoundsMayBeMoved() {
        for (final var size : SIZES) {
            final var expected = IntStream.range(0, size).toArray();
            final var random = new SplittableRandom(size);
            for (var i = 0; i < size; i++) {
                swap(expected, i, i + random.nextInt(size - i));
            }
            assertThat(Shuffle.first(IntStream.range(0, size).toArray(), size, new SplittableRandom(size)))
                .containsExactly(expected);
        }
    }

    @Test
    void everyOrderIsEquallyLikely() {
        final var random = new SplittableRandom(5);
        final var counts = new int[2][6];
        for (var i = 0; i < 6000; i++) {
            final var back = Shuffle.order(3, random);
            final var front = Shuffle.first(new int[]{0, 1, 2}, 3, random);
            counts[0][2 * back[0] + (back[1] > back[2] ? 1 : 0)]++;
            counts[1][2 * front[0] + (front[1] > front[2] ? 1 : 0)]++;
        }
        for (final var form : counts) {
            assertThat(Arrays.stream(form).boxed().toList()).allMatch(count -> count > 850 && count < 1150);
        }
    }

    private static void swap(final int[] values, final int i, final int j) {
        final var value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
