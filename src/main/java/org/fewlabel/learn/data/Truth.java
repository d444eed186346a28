package org.fewlabel.learn.data;

import java.util.List;

/**
 * What rows are in truth, to evaluate guesses with and never to learn from. The array is not copied and must not be
 * changed afterwards.
 *
 * @param codes one per row: an index of {@code classes}, -1 if it is not known
 * @param classes the classes of the labels, in their order, and behind them those that no label names
 */
public record Truth(int[] codes, List<String> classes) {

    /** @throws IllegalArgumentException if a code is no index of the classes, or a class is there twice */
    public Truth {
        classes = List.copyOf(classes);
        Labels.checkCodes("The truth", codes, classes);
    }
}
