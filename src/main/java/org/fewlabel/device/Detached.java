package org.fewlabel.device;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Runs library calls that cannot be canceled so that the user can cancel nevertheless. */
public final class Detached {

    private static final long POLL_MILLIS = 50;

    private Detached() {
    }

    /**
     * Runs the work on a thread of its own and waits for it. If the user cancels, the work is abandoned: its thread is
     * interrupted and its result ignored, so it must end by itself and must not modify anything that others use.
     *
     * @param work to be run
     * @param progress checked for cancel
     * @return the result of the work
     * @throws CancellationException if the user canceled or the calling thread was interrupted
     * @throws IllegalStateException if the work threw a checked exception; any other is thrown as it is
     */
    public static <T> T call(final Callable<T> work, final Progress progress) {
        progress.checkCanceled();
        final var task = new FutureTask<>(work);
        start(task);
        try {
            return await(task, progress);
        } finally {
            task.cancel(true); // no effect on finished work
        }
    }

    /**
     * As {@link #call}, for work that others need too, or that an interrupt would break, such as the loading of a
     * library: if the user cancels, it is not interrupted and runs to its end.
     *
     * @param abandoned receives the result if nobody waits for it any more, to release it
     */
    public static <T> T undisturbed(final Callable<T> work, final Consumer<T> abandoned, final Progress progress) {
        progress.checkCanceled();
        final var result = new CompletableFuture<T>();
        start(() -> {
            try {
                final var value = work.call();
                if (!result.complete(value)) {
                    abandoned.accept(value);
                }
            } catch (final Throwable e) { // thrown again by the calling thread if it still waits
                result.completeExceptionally(e);
            }
        });
        try {
            return await(result, progress);
        } catch (final CancellationException e) {
            if (!result.cancel(false) && !result.isCompletedExceptionally()) {
                abandoned.accept(result.join()); // it finished in the meantime
            }
            throw e;
        }
    }

    private static void start(final Runnable work) {
        final var thread = new Thread(work, "fewlabel-detached");
        thread.setDaemon(true);
        thread.start();
    }

    private static <T> T await(final Future<T> result, final Progress progress) {
        try {
            while (true) {
                progress.checkCanceled();
                try {
                    return result.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                } catch (final TimeoutException e) { // not yet finished
                    continue;
                }
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw canceled(e);
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static CancellationException canceled(final InterruptedException cause) {
        final var exception = new CancellationException();
        exception.initCause(cause);
        return exception;
    }
}
