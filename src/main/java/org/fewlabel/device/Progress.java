package org.fewlabel.device;

import java.util.concurrent.CancellationException;

/**
 * How long work tells what it is doing and learns that the user has changed their mind. Implementations must be safe to
 * call from several threads.
 */
public interface Progress {

    /** Listens to nothing and is never canceled; for tests and benchmarks. */
    Progress NONE = new Progress() {
        @Override
        public void report(final double fraction, final String message) {
            // nobody is listening
        }

        @Override
        public void checkCanceled() {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
        }
    };

    /**
     * @param fraction how much of this work is done, 0 to 1
     * @param message what is being done now, for the user
     */
    void report(double fraction, String message);

    /**
     * To be called at least every 0.2 seconds by everything that runs long.
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
