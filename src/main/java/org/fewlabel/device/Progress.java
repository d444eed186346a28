package org.fewlabel.device;

import java.util.concurrent.CancellationException;

/** Reports the progress of long work, and tells it whether the user canceled. Implementations must be thread-safe. */
public interface Progress {

    /** Ignores reports and is canceled only by an interrupt; for tests and benchmarks. */
    Progress NONE = new Progress() {
        @Override
        public void report(final double fraction, final String message) {
            // reports are ignored
        }

        @Override
        public void checkCanceled() {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
        }
    };

    /**
     * @param fraction the share of this work that is finished, 0 to 1
     * @param message the current activity, for the user
     */
    void report(double fraction, String message);

    /**
     * Must be called at least every 0.2 seconds by all long work.
     *
     * @throws CancellationException if the user has canceled
     */
    void checkCanceled();

    /** @return the progress of a part of this work, whose 0 to 1 is this one's {@code from} to {@code to} */
    default Progress part(final double from, final double to) {
        final var whole = this;
        return new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                whole.report(from + (to - from) * Math.min(1, Math.max(0, fraction)), message);
            }

            @Override
            public void checkCanceled() {
                whole.checkCanceled();
            }
        };
    }
}
