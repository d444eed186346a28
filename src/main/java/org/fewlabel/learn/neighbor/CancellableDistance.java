package org.fewlabel.learn.neighbor;

import org.fewlabel.device.CancelCheck;

/**
 * A distance that asks whether the user canceled, for rows may be long, and many of them are compared exactly.
 *
 * @param exact measures
 * @param columns how many numbers a row has
 */
record CancellableDistance(RowDistance exact, int columns, CancelCheck cancelCheck) implements RowDistance {

    @Override
    public double squared(final int query, final int candidate) {
        cancelCheck.before(columns);
        return exact.squared(query, candidate);
    }
}
