package org.fewlabel.device;

import java.util.concurrent.CancellationException;

/**
 * Counts the checks for cancellation, and cancels at one of them. The latency of a cancel is measured by the work
 * between two checks, in operations, rows or bytes: that is the same on every machine, however busy. The work of a slow
 * processor in 0.2 seconds, which tests allow, is {@link #MAX_OPERATIONS}.
 */
public final class Checks implements Progress {

    /**
     * The maximum number of simple operations in Java between two checks: a slow processor executes a thousand million
     * per second, a busy one a tenth of that.
     */
    public static final long MAX_OPERATIONS = 50_000_000;

    /** The number of checks before the cancel. */
    private final long refused;

    private long asked;

    private long since;

    private long longest;

    private long total;

    private long afterwards;

    private double fraction;

    private double fractionAsked;

    private double leap;

    private Checks(final long refused) {
        this.refused = refused;
    }

    /** @return of a user who never cancels */
    public static Checks patient() {
        return new Checks(Long.MAX_VALUE);
    }

    /** @return of a user who has canceled at a check, counted from 1 */
    public static Checks canceledAt(final long question) {
        return new Checks(question - 1);
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
        asked++;
        since = 0;
        leap = Math.max(leap, fraction - fractionAsked);
        fractionAsked = fraction;
        if (asked > refused) {
            throw new CancellationException();
        }
    }

    /** Notes work of some operations, on whichever thread. */
    public synchronized void work(final long operations) {
        since += operations;
        total += operations;
        longest = Math.max(longest, since);
        if (asked > refused) {
            afterwards += operations;
        }
    }

    /** @return the number of checks for cancellation */
    public synchronized long asked() {
        return asked;
    }

    /** @return the number of checks after the cancel */
    public synchronized long askedInVain() {
        return Math.max(0, asked - refused - 1);
    }

    /** @return the maximum number of operations between two checks */
    public synchronized long longest() {
        return longest;
    }

    /** @return all operations */
    public synchronized long total() {
        return total;
    }

    /** @return the operations after the cancel */
    public synchronized long afterwards() {
        return afterwards;
    }

    /** @return the largest increase of the progress between two checks, as a share of all */
    public synchronized double leap() {
        return leap;
    }
}
