package org.fewlabel.device;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work of a library that cannot be cancelled, done so that the user can cancel all the same. */
public final class Detached {

    private static final long POLL_MILLIS = 50;

    private Detached() {
    }

    /**
     * Runs the work on a thread of its own and waits for it. If the user cancels, the work is abandoned: its thread is
     * interrupted and goes on unheeded, so it must end by itself and must not touch anything that others use.
     *
     * @param work what is done
     * @param progress asked for cancel
     * @return what the work returned
     * @throws CancellationException if the user cancelled or the calling thread was interrupted
     * @throws IllegalStateException if the work threw an exception that is checked; any other is thrown as it is
     */
    public static <T> T call(final Callable<T> work, final Progress progress) {
        progress.checkCancelled();
        final var task = new FutureTask<>(work);
        final var thread = new Thread(task, "fewlabel-detached");
        thread.setDaemon(true);
        thread.start();
        try {
            while (true) {
                progress.checkCancelled();
                try {
                    return task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                } catch (final TimeoutException e) { // not yet done
                    continue;
                }
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            task.cancel(true); // no effect on work that is done
        }
    }

    private static CancellationException cancelled(final InterruptedException cause) {
        final var exception = new CancellationException();
        exception.initCause(cause);
        return exception;
    }
}
