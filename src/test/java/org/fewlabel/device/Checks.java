package org.fewlabel.device;

import java.util.concurrent.CancellationException;

/**
 * Counts the checks for cancel, and cancels at one of them. How soon work stops is measured by what it does between two
 * checks, in operations, rows or bytes, which is the same on every machine, however busy. The operations of a slow
 * processor in 0.2 seconds, the limit of the tests, are {@link #MAX_OPERATIONS}.
 */
public final class Checks implements Progress {

    /**
     * Simple operations on numbers between two checks, in Java: a slow processor does a thousand million in a second, a
     * busy one a tenth of that.
     */
    public static final long MAX_OPERATIONS = 50_000_000;

    /** The number of checks before the cancel. */
    private final long allowed;

    private long count;

    private long since;

    private long longest;

    private long total;

    private long afterwards;

    private double fraction;

    private double fractionAtCheck;

    private double maxIncrease;

    private Checks(final long allowed) {
        this.allowed = allowed;
    }

    /** @return the checks of a user who never cancels */
    public static Checks patient() {
        return new Checks(Long.MAX_VALUE);
    }

    /** @return the checks of a user who cancels at the check of that number, counted from 1, and at all that follow */
    public static Checks canceledAt(final long check) {
        return new Checks(check - 1);
    }

    @Override
    public synchronized void report(final double newFraction, final String message) {
        if (!(newFraction >= 0 && newFraction <= 1) || message == null || message.isEmpty()) {
            throw new AssertionError("This is told to the user: \"" + message + "\", of which is done " + newFraction
                + ".");
        }
        fraction = newFraction;
    }

    @Override
    public synchronized void checkCanceled() {
        count++;
        since = 0;
        maxIncrease = Math.max(maxIncrease, fraction - fractionAtCheck);
        fractionAtCheck = fraction;
        if (count > allowed) {
            throw new CancellationException();
        }
    }

    /** Counts work of some operations, on any thread. */
    public synchronized void work(final long operations) {
        since += operations;
        total += operations;
        longest = Math.max(longest, since);
        if (count > allowed) {
            afterwards += operations;
        }
    }

    /** @return the number of checks */
    public synchronized long count() {
        return count;
    }

    /** @return the number of checks after the first canceled one */
    public synchronized long checksAfterCancel() {
        return Math.max(0, count - allowed - 1);
    }

    /** @return the maximum operations between two checks */
    public synchronized long longest() {
        return longest;
    }

    /** @return all operations */
    public synchronized long total() {
        return total;
    }

    /** @return the operations after the first canceled check */
    public synchronized long afterwards() {
        return afterwards;
    }

    /** @return the maximum increase of the reported fraction between two checks */
    public synchronized double maxIncrease() {
        return maxIncrease;
    }
}
