package org.fewlabel.learn.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.judge.LabelDraw;

/**
 * How many labels the ways are told.
 *
 * @param perClass how many of each class; 0 for all that are not held out
 */
public record Budget(int perClass) {

    /** More than so many of a class are not few. */
    private static final int MOST = 32;

    /** All labels that are not held out. */
    static final Budget ALL = new Budget(0);

    /** @return what the user calls it */
    public String text() {
        return perClass == 0 ? "all" : perClass + " per class";
    }

    /** @return such as "4 labels per class" */
    String labels() {
        return perClass == 0 ? "all labels" : perClass + (perClass == 1 ? " label" : " labels") + " per class";
    }

    LabelDraw.Amount draw() {
        return perClass == 0 ? new LabelDraw.Share(1) : new LabelDraw.PerClass(perClass);
    }

    /**
     * @param labels that there are
     * @param heldOut the share of each class that is held out
     * @return 1, 2, 4 … labels of each class, as long as at least two classes have more of them, and all
     */
    static List<Budget> of(final Labels labels, final double heldOut) {
        final var left = Arrays.stream(labels.counts())
            .map(n -> n - Math.max(0, Math.min(n - 1, (int)Math.round(n * heldOut)))).sorted().toArray();
        final var budgets = new ArrayList<Budget>();
        final var second = left.length < 2 ? 0 : left[left.length - 2];
        for (var n = 1; n < second && n <= MOST; n *= 2) {
            budgets.add(new Budget(n));
        }
        budgets.add(ALL);
        return budgets;
    }
}
