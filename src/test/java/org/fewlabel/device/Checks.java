package org.fewlabel.device;

import java.util.concurrent.CancellationException;

/**
 * Counts how often it is asked whether the user canceled, and lets them cancel at one of these times. How soon work
 * stops is measured by what it does between two questions, in operations, rows or bytes: that is the same on every
 * machine, however busy. What a slow processor does in 0.2 seconds, as which tests allow it, is
 * {@link #MOST_OPERATIONS}.
 */
public final class Checks implements Progress {

    /**
     * Simple operations on numbers between two questions, in Java: a slow processor does a thousand million in a
     * second, a busy one a tenth of that.
     */
    public static final long MOST_OPERATIONS = 50_000_000;

    /** How many questions are answered with no. */
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

    /** @return of a user who has canceled when that question is asked, counted from 1, and all that come after it */
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

    /** @return how often was asked whether the user canceled */
    public synchronized long asked() {
        return asked;
    }

    /** @return how often was asked again after the answer was that they did */
    public synchronized long askedInVain() {
        return Math.max(0, asked - refused - 1);
    }

    /** @return the most operations between two questions */
    public synchronized long longest() {
        return longest;
    }

    /** @return all operations */
    public synchronized long total() {
        return total;
    }

    /** @return the operations that were done after the answer was that the user canceled */
    public synchronized long afterwards() {
        return afterwards;
    }

    /** @return by how much what is done grew at most between two questions, as a share of all */
    public synchronized double leap() {
        return leap;
    }
}
