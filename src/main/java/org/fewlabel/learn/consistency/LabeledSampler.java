package org.fewlabel.learn.consistency;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.fewlabel.learn.net.Loop;

/**
 * Which labeled rows a step is given: all of them, each equally often, if they are few, else one part after the other
 * of an order that is drawn anew when they are used up.
 */
final class LabeledSampler {

    /** Of fewer, each is given several times if its views differ. */
    private static final int ENOUGH = 32;

    private final int[] rows;

    private final int perStep;

    private int next;

    /**
     * @param rows all labeled ones, at least one
     * @param most how many a step is given at most
     * @param repeat whether it makes a difference to give a row twice
     */
    LabeledSampler(final int[] rows, final int most, final boolean repeat) {
        this.rows = rows.clone();
        this.perStep = rows.length > most ? most
            : repeat ? rows.length * Math.max(1, Math.min(most, ENOUGH) / rows.length) : rows.length;
        this.next = rows.length;
    }

    /** @return how many rows a step is given */
    int perStep() {
        return perStep;
    }

    /** @return the rows of the next step */
    int[] next(final SplittableRandom random) {
        final var wanted = new int[perStep];
        if (perStep >= rows.length) {
            Arrays.setAll(wanted, i -> rows[i % rows.length]);
            return wanted;
        }
        if (next + perStep > rows.length) {
            Loop.shuffle(rows, random);
            next = 0;
        }
        System.arraycopy(rows, next, wanted, 0, perStep);
        next += perStep;
        return wanted;
    }
}
