package org.fewlabel.learn.neighbor;

import org.fewlabel.device.CancelCheck;

/**
 * A distance that checks for cancellation, since rows may be long and many of them are compared exactly.
 *
 * @param exact the distance
 * @param columns the number of values per row
 */
record CancellableDistance(RowDistance exact, int columns, CancelCheck cancelCheck) implements RowDistance {

    @Override
    public double squared(final int query, final int candidate) {
        cancelCheck.before(columns);
        return exact.squared(query, candidate);
    }
}
