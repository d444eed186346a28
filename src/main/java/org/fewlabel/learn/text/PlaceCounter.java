package org.fewlabel.learn.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Adds up what a text has at each place. */
final class PlaceCounter {

    private final Map<Integer, int[]> sums = new HashMap<>();

    void add(final int place, final int value) {
        sums.computeIfAbsent(place, p -> new int[1])[0] += value;
    }

    /** Ends a row with the sums that are not 0, by ascending place. */
    void write(final SparseBuilder builder) {
        final var places = new ArrayList<>(sums.keySet());
        places.sort(null);
        for (final var place : places) {
            if (sums.get(place)[0] != 0) {
                builder.add(place, sums.get(place)[0]);
            }
        }
        builder.endRow();
    }
}
