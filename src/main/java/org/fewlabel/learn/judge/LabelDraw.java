package org.fewlabel.learn.judge;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Shuffle;

/**
 * A random draw of the labels to keep when few labels are simulated. Every class is shuffled separately, by the seed
 * and the name of the class; labels are kept from the front, rows are held out from the back. So with one seed the
 * labels of a small budget are a subset of those of a larger one, the held-out rows are the same for every budget, and
 * the order of the classes does not matter.
 *
 * @param heldOutShare the share of each class that is held out, rounded; at least one row of each class is not
 * @param seed the same seed gives the same rows
 */
public record LabelDraw(Amount budget, double heldOutShare, long seed) {

    /** @throws IllegalArgumentException if the held-out share is not between 0 and 1 */
    public LabelDraw {
        if (!(heldOutShare >= 0 && heldOutShare < 1)) {
            throw new UserMessageException(
                "The share held out must be at least 0 and below 1, not " + heldOutShare + ".");
        }
    }

    /** The number of labels to keep per class. */
    public sealed interface Amount permits PerClass, Share, Total {

        /**
         * @param available the number of available labels per class
         * @return the number to keep per class, at most the available ones
         */
        int[] kept(int[] available);
    }

    /**
     * The same number of labels per class, or all of a class with fewer.
     *
     * @param rows at least 1
     */
    public record PerClass(int rows) implements Amount {

        /** @throws IllegalArgumentException if the number is below 1 */
        public PerClass {
            atLeastOne(rows);
        }

        @Override
        public int[] kept(final int[] available) {
            return Arrays.stream(available).map(a -> Math.min(a, rows)).toArray();
        }
    }

    /**
     * The same share of every class, rounded, but at least one label.
     *
     * @param share above 0, at most 1
     */
    public record Share(double share) implements Amount {

        /** @throws IllegalArgumentException if it is not */
        public Share {
            if (!(share > 0 && share <= 1)) {
                throw new UserMessageException(
                    "The share that keeps its label must be above 0 and at most 1, not " + share + ".");
            }
        }

        @Override
        public int[] kept(final int[] available) {
            return Arrays.stream(available).map(a -> Math.min(a, Math.max(1, (int)Math.round(a * share)))).toArray();
        }
    }

    /**
     * A total number of labels, divided among the classes in proportion to their size: each gets its exact share
     * rounded down, and those with the largest remainders one more (ties go to the larger class, then to the one listed
     * first). A rare class may get none.
     *
     * @param rows at least 1
     */
    public record Total(int rows) implements Amount {

        /** @throws IllegalArgumentException if the number is below 1 */
        public Total {
            atLeastOne(rows);
        }

        @Override
        public int[] kept(final int[] available) {
            final var all = Arrays.stream(available).asLongStream().sum();
            if (rows >= all) {
                return available.clone();
            }
            final var kept = new int[available.length];
            final var order = new Integer[available.length];
            var remaining = rows;
            for (var c = 0; c < kept.length; c++) {
                kept[c] = (int)((long)rows * available[c] / all);
                remaining -= kept[c];
                order[c] = c;
            }
            Arrays.sort(order, (a, b) -> {
                final var byRemainder = Long.compare((long)rows * available[b] % all, (long)rows * available[a] % all);
                return byRemainder != 0 ? byRemainder : Integer.compare(available[b], available[a]);
            });
            for (var i = 0; i < remaining; i++) {
                kept[order[i]]++;
            }
            return kept;
        }
    }

    private static void atLeastOne(final int rows) {
        if (rows < 1) {
            throw new UserMessageException("At least one row must keep its label, not " + rows + ".");
        }
    }

    /**
     * @param truth the labels of all rows; a row without one is always unlabeled
     * @return the role of each row
     */
    public Role[] draw(final Labels truth) {
        final var classes = truth.classes().size();
        final var shuffled = new int[classes][];
        final var heldOut = new int[classes];
        final var available = new int[classes];
        for (var c = 0; c < classes; c++) {
            shuffled[c] = shuffled(truth, c);
            final var size = shuffled[c].length;
            heldOut[c] = heldOut(size, heldOutShare);
            available[c] = size - heldOut[c];
        }
        final var kept = budget.kept(available);
        final var roles = new Role[truth.size()];
        Arrays.fill(roles, Role.UNLABELED);
        for (var c = 0; c < classes; c++) {
            for (var i = 0; i < kept[c]; i++) {
                roles[shuffled[c][i]] = Role.LABELED;
            }
            for (var i = available[c]; i < shuffled[c].length; i++) {
                roles[shuffled[c][i]] = Role.HELD_OUT;
            }
        }
        return roles;
    }

    /**
     * @param size the number of rows of a class
     * @param share of them that is held out
     * @return the number of held-out rows
     */
    public static int heldOut(final int size, final double share) {
        return Math.max(0, Math.min(size - 1, (int)Math.round(size * share)));
    }

    private int[] shuffled(final Labels truth, final int c) {
        final var rows = new int[truth.size()];
        var count = 0;
        for (var i = 0; i < rows.length; i++) {
            if (truth.codes()[i] == c) {
                rows[count++] = i;
            }
        }
        final var ofClass = Arrays.copyOf(rows, count);
        final var random = new SplittableRandom(seed ^ (long)truth.classes().get(c).hashCode() << 32);
        Shuffle.all(ofClass, random);
        return ofClass;
    }
}
