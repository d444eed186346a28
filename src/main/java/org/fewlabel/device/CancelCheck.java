package org.fewlabel.device;

/**
 * Asks whether the user canceled as often as the work done wants it, however that is cut into rows: rows may have two
 * numbers or a million. If several threads share one, it asks about as often.
 */
public final class CancelCheck {

    /** Simple operations between two questions; a slow processor does them in some milliseconds. */
    public static final long OPERATIONS = 1L << 21;

    private final Progress progress;

    private long since = OPERATIONS;

    /** @param progress asked at the first work, and again and again */
    public CancelCheck(final Progress progress) {
        this.progress = progress;
    }

    /**
     * To be called before each small piece of work.
     *
     * @param operations about how many simple ones on numbers it is, such as an addition
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
