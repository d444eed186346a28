package org.fewlabel.learn.consistency;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.fewlabel.learn.net.Loop;

/**
 * Samples the labeled rows of each step: all of them, equally often, if they are few; otherwise without replacement, in
 * an order that is shuffled anew when it is used up.
 */
final class LabeledSampler {

    /** If there are fewer rows, each is repeated within a step if its views differ. */
    private static final int MIN_REPEATED = 32;

    private final int[] rows;

    private final int perStep;

    private int next;

    /**
     * @param rows all labeled ones, at least one
     * @param max the maximum number of rows per step
     * @param repeat whether to repeat rows within a step
     */
    LabeledSampler(final int[] rows, final int max, final boolean repeat) {
        this.rows = rows.clone();
        this.perStep = rows.length > max ? max
            : repeat ? rows.length * Math.max(1, Math.min(max, MIN_REPEATED) / rows.length) : rows.length;
        this.next = rows.length;
    }

    /** @return the number of rows per step */
    int perStep() {
        return perStep;
    }

    /** @return the rows of the next step */
    int[] next(final SplittableRandom random) {
        final var selected = new int[perStep];
        if (perStep >= rows.length) {
            Arrays.setAll(selected, i -> rows[i % rows.length]);
            return selected;
        }
        if (next + perStep > rows.length) {
            Loop.shuffle(rows, random);
            next = 0;
        }
        System.arraycopy(rows, next, selected, 0, perStep);
        next += perStep;
        return selected;
    }
}
