package org.fewlabel.learn.data;

import java.util.List;

/**
 * The true classes of rows, for evaluating predictions only, never for training. The array is not copied and must not
 * be changed afterwards.
 *
 * @param codes per row an index of {@code classes}, -1 if unknown
 * @param classes the classes of the labels, in their order, followed by those without a label
 */
public record Truth(int[] codes, List<String> classes) {

    /** @throws IllegalArgumentException if a code is not an index of the classes, or a class occurs twice */
    public Truth {
        classes = List.copyOf(classes);
        Labels.checkCodes("The truth", codes, classes);
    }
}
