package org.fewlabel.device;

import java.util.Locale;
import java.util.function.LongSupplier;

/** Adds the estimated remaining time to progress messages, extrapolated from the elapsed time. */
public final class TimeLeft implements Progress {

    /** The elapsed seconds before the first estimate, which would be unreliable; shorter work gets none. */
    private static final double FIRST_SECONDS = 1;

    /** The share of the work before the first estimate, for preparation distorts earlier ones. */
    private static final double FIRST_SHARE = 0.004;

    private final Progress progress;

    private final LongSupplier nanoTime;

    private final long began;

    /** @param progress receives the same reports, with the time left; the work begins now */
    public TimeLeft(final Progress progress) {
        this(progress, System::nanoTime);
    }

    TimeLeft(final Progress progress, final LongSupplier nanoTime) {
        this.progress = progress;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    @Override
    public void report(final double fraction, final String message) {
        final var taken = (nanoTime.getAsLong() - began) * 1e-9;
        progress.report(fraction, taken < FIRST_SECONDS || !(fraction >= FIRST_SHARE) || fraction >= 1 ? message
            : message + ", about " + text(taken / fraction * (1 - fraction)) + " left");
    }

    @Override
    public void checkCanceled() {
        progress.checkCanceled();
    }

    /** @return such as "40 s", "12 min" or "2.5 h" */
    public static String text(final double seconds) {
        return seconds < 100 ? Math.round(seconds) + " s"
            : seconds < 6000 ? Math.round(seconds / 60) + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
