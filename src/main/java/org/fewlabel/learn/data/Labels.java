package org.fewlabel.learn.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The labels of some rows. The array is not copied and must not be changed afterwards.
 *
 * @param codes per row an index of {@code classes}, -1 for an unlabeled row
 * @param classes distinct names; some may occur in no row
 */
public record Labels(int[] codes, List<String> classes) {

    /** The code of an unlabeled row. */
    public static final int UNLABELED = -1;

    /** @throws IllegalArgumentException if a code is not an index of the classes, or a class occurs twice */
    public Labels {
        classes = List.copyOf(classes);
        checkCodes("The label", codes, classes);
    }

    /** @return the number of rows, labeled or not */
    public int size() {
        return codes.length;
    }

    /** @return the indices of the labeled rows, ascending */
    public int[] labeled() {
        var count = 0;
        final var rows = new int[codes.length];
        for (var i = 0; i < codes.length; i++) {
            if (codes[i] >= 0) {
                rows[count++] = i;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    /** @return the indices of the unlabeled rows, ascending */
    public int[] unlabeled() {
        return IntStream.range(0, codes.length).filter(row -> codes[row] < 0).toArray();
    }

    /** @return the number of labels of each class, in the order of the classes */
    public int[] counts() {
        final var counts = new int[classes.size()];
        for (final var code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        return counts;
    }

    /**
     * @param rows the indices of the selected rows, in order; duplicates are allowed
     * @return a copy of these rows with the same classes
     */
    public Labels select(final int[] rows) {
        return new Labels(select(codes, rows), classes);
    }

    static int[] select(final int[] codes, final int[] rows) {
        final var selected = new int[rows.length];
        for (var i = 0; i < rows.length; i++) {
            selected[i] = codes[rows[i]];
        }
        return selected;
    }

    static void checkCodes(final String what, final int[] codes, final List<String> categories) {
        final var seen = new HashSet<String>();
        for (final var category : categories) {
            if (!seen.add(category)) {
                throw new IllegalArgumentException(what + " names \"" + category + "\" twice.");
            }
        }
        for (final var code : codes) {
            if (code < -1 || code >= categories.size()) {
                throw new IllegalArgumentException(
                    what + " has the code " + code + " but " + categories.size() + " values.");
            }
        }
    }
}
