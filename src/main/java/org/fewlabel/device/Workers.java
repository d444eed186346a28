package org.fewlabel.device;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A pool of threads for parallel loops over a range of indices. The range is divided into blocks whose size the caller
 * chooses, independent of the number of threads, so a result that is a function of its block is the same on every
 * machine. The calling thread works too: an executor that is busy, or refuses, makes the work slower but never stops
 * it.
 */
public final class Workers {

    /** Runs all work on the calling thread. */
    public static final Workers CALLER = new Workers(1, Runnable::run);

    private static final long POLL_MILLIS = 50;

    private final int threads;

    private final Executor executor;

    /**
     * @param threads the maximum number of concurrent threads, including the calling one; at least 1
     * @param executor runs the helpers of the calling thread
     */
    public Workers(final int threads, final Executor executor) {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread is needed, not " + threads + ".");
        }
        this.threads = threads;
        this.executor = executor;
    }

    /** @return a pool with as many own threads as the machine has processors; idle ones end after two seconds */
    public static Workers ofMachine() {
        return own(Runtime.getRuntime().availableProcessors());
    }

    /** @return a pool with that many own threads; idle ones end after two seconds */
    public static Workers own(final int threads) {
        final var count = new AtomicInteger();
        return new Workers(threads,
            new ThreadPoolExecutor(0, Math.max(1, threads), 2, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                final var thread = new Thread(task, "fewlabel-" + count.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            }));
    }

    /** @return the maximum number of concurrent threads, including the calling one */
    public int threads() {
        return threads;
    }

    /**
     * A task for one block of indices. Blocks run in any order and on any thread; each must take well below 0.2
     * seconds.
     */
    @FunctionalInterface
    public interface Task {
        /** @param from the first index of the block @param to the index after its last */
        void run(int from, int to);
    }

    /**
     * Runs the task on every block of 0 to {@code size - 1} and returns when all are finished. All writes of the task
     * are visible to the caller then. If a block fails or the user cancels, no further block is started, those that run
     * are waited for, and the exception is thrown here.
     *
     * @param size the number of indices
     * @param block the indices per block; at least 1
     * @param task runs a block
     * @param progress receives the share of finished blocks, with the message; checked for cancel between blocks
     * @param message the activity, for the user; {@code null} reports nothing
     * @throws CancellationException if the user canceled or the calling thread was interrupted
     */
    public void run(final int size, final int block, final Task task, final Progress progress, final String message) {
        if (size < 0 || block < 1) {
            throw new IllegalArgumentException("No blocks of " + block + " in a range of " + size + ".");
        }
        progress.checkCanceled();
        final var job = new Job(size, block, task, progress, message);
        final var helpers = Math.min(threads, job.blocks) - 1;
        for (var i = 0; i < helpers; i++) {
            try {
                executor.execute(job::help);
            } catch (final RejectedExecutionException e) { // the calling thread does all the work
                break;
            }
        }
        job.lead();
    }

    /** One call of run: the remaining blocks and the threads that work on them. */
    private static final class Job {

        private final int size;

        private final int block;

        private final int blocks;

        private final Task task;

        private final Progress progress;

        private final String message;

        // all guarded by this
        private int next;

        private int done;

        private int running;

        private Throwable failure;

        Job(final int size, final int block, final Task task, final Progress progress, final String message) {
            this.size = size;
            this.block = block;
            this.blocks = (int)(((long)size + block - 1) / block);
            this.task = task;
            this.progress = progress;
            this.message = message;
        }

        /** Runs blocks until none is left; the failure of one ends the job for all. */
        private void help() {
            for (var b = take(); b >= 0; b = take()) {
                try {
                    final var from = b * block;
                    task.run(from, (int)Math.min(size, (long)from + block));
                    end(null);
                } catch (final Throwable e) { // thrown again by the calling thread
                    end(e);
                }
            }
        }

        void lead() {
            for (var b = take(); b >= 0; b = take()) {
                try {
                    progress.checkCanceled();
                    final var from = b * block;
                    task.run(from, (int)Math.min(size, (long)from + block));
                } catch (final Throwable e) { // thrown again below, after the helpers have ended
                    end(e);
                    break;
                }
                end(null);
                try {
                    report();
                } catch (final RuntimeException e) { // progress listeners may throw too
                    fail(e);
                }
            }
            awaitHelpers();
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
            if (message != null) {
                progress.report(1, message);
            }
        }

        private synchronized int take() {
            if (failure != null || next == blocks) {
                return -1;
            }
            running++;
            return next++;
        }

        private synchronized void end(final Throwable e) {
            running--;
            done++;
            if (e != null && failure == null) {
                failure = e;
            }
            notifyAll();
        }

        private void report() {
            if (message != null) {
                final double share;
                synchronized (this) {
                    share = (double)done / blocks;
                }
                progress.report(share, message);
            }
        }

        private void awaitHelpers() {
            var interrupted = false;
            while (true) {
                synchronized (this) {
                    if (running == 0) {
                        break;
                    }
                    try {
                        wait(POLL_MILLIS);
                    } catch (final InterruptedException e) { // the flag is set again below
                        interrupted = true;
                        fail(new CancellationException());
                    }
                }
                try {
                    progress.checkCanceled();
                } catch (final RuntimeException e) { // thrown again by lead
                    fail(e);
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void fail(final RuntimeException e) {
            if (failure == null) {
                failure = e;
            }
        }
    }
}
