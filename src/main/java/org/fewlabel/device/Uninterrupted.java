package org.fewlabel.device;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Work on a thread that nobody interrupts. To be used where native libraries are loaded: KNIME interrupts the thread of
 * a node that the user cancels, which closes the files that are being unpacked, and a library that could not be loaded
 * once cannot be loaded again before KNIME is restarted.
 */
final class Uninterrupted {

    private Uninterrupted() {
    }

    /**
     * @param work what is done
     * @return what the work returned, however often the calling thread was interrupted meanwhile; it still is
     *            afterwards
     */
    static <T> T call(final Supplier<T> work) {
        final var task = new FutureTask<>(work::get);
        final var thread = new Thread(task, "fewlabel-loading");
        thread.setDaemon(true);
        thread.start();
        var interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (final InterruptedException e) { // the flag is set again below
                    interrupted = true;
                }
            }
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException)e.getCause(); // a supplier throws no others
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
