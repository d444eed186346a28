package org.fewlabel.learn.pretext;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.Shuffle;
import org.fewlabel.learn.text.Subwords;

/**
 * The corruption of texts by {@link PretextTask.Kind#WORDS}. A text is a sequence of codes of {@link Subwords}, padded
 * at the end. A text without words is unchanged.
 */
public final class WordCorruption {

    private static final double MASKED = 0.8;

    private static final double RANDOM = 0.1;

    /** The minimum share of a text that a crop keeps. */
    private static final double MIN_CROP = 0.5;

    private final double strength;

    private final int codes;

    /**
     * @param strength the share of the pieces to mask or drop, above 0
     * @param codes the number of codes
     */
    public WordCorruption(final double strength, final int codes) {
        this.strength = strength;
        this.codes = codes;
    }

    /** @return the maximum number of masked pieces of a text of up to {@code length} pieces */
    public int maxMasked(final int length) {
        return Math.max(1, (int)Math.ceil(strength * length));
    }

    /**
     * Masks some pieces (Devlin et al. 2019, section 3.1): of those that are drawn, 80 % become {@link Subwords#MASK},
     * 10 % a random piece, and the others stay, so that the network cannot rely on visible pieces.
     *
     * @param text its codes from {@code from} on, changed in position
     * @param length the maximum number of codes
     * @return the drawn positions, from 0, ascending: at most {@link #maxMasked}, and at least one if the text has a
     *         piece
     */
    public int[] mask(final float[] text, final int from, final int length, final SplittableRandom random) {
        final var count = length(text, from, length);
        // randomized rounding, so that short texts have the same expected share of masked pieces as long ones
        final var size = (int)(strength * count + random.nextDouble());
        final var positions = drawn(count, Math.min(count, Math.max(1, size)), random);
        for (final var position : positions) {
            final var draw = random.nextDouble();
            if (draw < MASKED) {
                text[from + position] = Subwords.MASK;
            } else if (draw < MASKED + RANDOM) {
                text[from + position] = Subwords.FIRST + random.nextInt(codes - Subwords.FIRST);
            }
        }
        return positions;
    }

    private static int length(final float[] text, final int from, final int length) {
        var count = 0;
        while (count < length && text[from + count] != Subwords.PADDING) {
            count++;
        }
        return count;
    }

    private static int[] drawn(final int all, final int size, final SplittableRandom random) {
        final var drawn = Shuffle.first(IntStream.range(0, all).toArray(), size, random);
        Arrays.sort(drawn);
        return drawn;
    }

    /**
     * Writes a view of a text: a contiguous crop of at least half of its pieces, of which each is dropped with
     * probability {@code strength}, except one.
     *
     * @param text its codes from {@code from} on
     * @param length the maximum number of codes
     * @param target receives {@code length} codes from {@code to} on
     */
    public void view(final float[] text, final int from, final int length, final float[] target, final int to,
        final SplittableRandom random) {
        final var count = length(text, from, length);
        Arrays.fill(target, to, to + length, Subwords.PADDING);
        if (count == 0) {
            return;
        }
        final var min = (int)Math.ceil(MIN_CROP * count);
        final var run = min + random.nextInt(count - min + 1);
        final var first = from + random.nextInt(count - run + 1);
        final var kept = random.nextInt(run);
        var at = to;
        for (var i = 0; i < run; i++) {
            if (random.nextDouble() >= strength || i == kept) {
                target[at++] = text[first + i];
            }
        }
    }
}
