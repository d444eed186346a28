package org.fewlabel.device;

/**
 * Checks for cancel in proportion to the work done, however it is divided into rows: rows may have two numbers or a
 * million. If several threads share one, it checks about as often.
 */
public final class CancelCheck {

    /** The simple operations between two checks; a slow processor takes some milliseconds for them. */
    public static final long OPERATIONS = 1L << 21;

    private final Progress progress;

    private long since = OPERATIONS;

    /** @param progress checked at the first work, and again after every {@link #OPERATIONS} */
    public CancelCheck(final Progress progress) {
        this.progress = progress;
    }

    /**
     * To be called before each small piece of work.
     *
     * @param operations the approximate number of simple operations on numbers, such as an addition
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public void before(final long operations) {
        if (since >= OPERATIONS) {
            progress.checkCanceled();
            since = 0;
        }
        since += operations;
    }
}
