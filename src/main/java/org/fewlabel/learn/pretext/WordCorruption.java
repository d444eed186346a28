package org.fewlabel.learn.pretext;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.Shuffle;
import org.fewlabel.learn.text.Subwords;

/**
 * What {@link PretextTask.Kind#WORDS} does to a text, which is a run of codes of {@link Subwords} and then nothing. A
 * text of no words stays as it is.
 */
public final class WordCorruption {

    private static final double HIDDEN = 0.8;

    private static final double EXCHANGED = 0.1;

    /** Of a text a crop keeps at least this share. */
    private static final double LEAST_CROP = 0.5;

    private final double strength;

    private final int codes;

    /**
     * @param strength the share of the pieces, above 0
     * @param codes how many there are
     */
    public WordCorruption(final double strength, final int codes) {
        this.strength = strength;
        this.codes = codes;
    }

    /** @return how many pieces of a text of up to so many are asked for at most */
    public int most(final int length) {
        return Math.max(1, (int)Math.ceil(strength * length));
    }

    /**
     * Hides some pieces (Devlin et al. 2019, section 3.1): of those that are drawn, 80 % become {@link Subwords#MASK},
     * 10 % any piece, and the others stay, so that the network cannot trust what it sees.
     *
     * @param text its codes from {@code from} on, changed
     * @param length how many there may be
     * @return the places, from 0, that were drawn, ascending: {@link #most} at most, one at least if the text has a
     *             piece
     */
    public int[] mask(final float[] text, final int from, final int length, final SplittableRandom random) {
        final var there = there(text, from, length);
        // what is left of a whole number is drawn too, so that short texts are asked as much as long ones
        final var wanted = (int)(strength * there + random.nextDouble());
        final var places = drawn(there, Math.min(there, Math.max(1, wanted)), random);
        for (final var place : places) {
            final var what = random.nextDouble();
            if (what < HIDDEN) {
                text[from + place] = Subwords.MASK;
            } else if (what < HIDDEN + EXCHANGED) {
                text[from + place] = Subwords.FIRST + random.nextInt(codes - Subwords.FIRST);
            }
        }
        return places;
    }

    private static int there(final float[] text, final int from, final int length) {
        var there = 0;
        while (there < length && text[from + there] != Subwords.NOTHING) {
            there++;
        }
        return there;
    }

    private static int[] drawn(final int all, final int wanted, final SplittableRandom random) {
        final var drawn = Shuffle.first(IntStream.range(0, all).toArray(), wanted, random);
        Arrays.sort(drawn);
        return drawn;
    }

    /**
     * A view of a text: a run of at least half of its pieces, of which each is left out with the strength as its
     * probability, but not all.
     *
     * @param text its codes from {@code from} on
     * @param length how many there may be
     * @param target takes as many from {@code to} on
     */
    public void view(final float[] text, final int from, final int length, final float[] target, final int to,
        final SplittableRandom random) {
        final var there = there(text, from, length);
        Arrays.fill(target, to, to + length, Subwords.NOTHING);
        if (there == 0) {
            return;
        }
        final var least = (int)Math.ceil(LEAST_CROP * there);
        final var run = least + random.nextInt(there - least + 1);
        final var first = from + random.nextInt(there - run + 1);
        final var spared = random.nextInt(run);
        var at = to;
        for (var i = 0; i < run; i++) {
            if (random.nextDouble() >= strength || i == spared) {
                target[at++] = text[first + i];
            }
        }
    }
}
