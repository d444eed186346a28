package org.fewlabel.learn.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Sums the counts of a text per column. */
final class TermCounter {

    private final Map<Integer, int[]> sums = new HashMap<>();

    void add(final int column, final int value) {
        sums.computeIfAbsent(column, p -> new int[1])[0] += value;
    }

    /** Completes a row with the sums that are not 0, by ascending column. */
    void write(final SparseBuilder builder) {
        final var columns = new ArrayList<>(sums.keySet());
        columns.sort(null);
        for (final var column : columns) {
            if (sums.get(column)[0] != 0) {
                builder.add(column, sums.get(column)[0]);
            }
        }
        builder.endRow();
    }
}
