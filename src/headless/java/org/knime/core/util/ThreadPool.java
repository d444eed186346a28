package org.knime.core.util;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A bounded number of daemon threads for long work. Idle threads end after a while. */
public class ThreadPool {

    private static final long IDLE_SECONDS = 90;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ThreadPoolExecutor executor;

    /** @param maxThreads the most threads at a time, at least one */
    public ThreadPool(final int maxThreads) {
        executor = new ThreadPoolExecutor(maxThreads, maxThreads, IDLE_SECONDS, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), work -> {
                final var thread = new Thread(work, "KNIME-Worker-" + COUNT.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
        executor.allowCoreThreadTimeOut(true);
    }

    /**
     * @param r work to do as soon as a thread is free
     * @return its future
     */
    public Future<?> enqueue(final Runnable r) {
        return executor.submit(ThreadUtils.runnableWithContext(r));
    }

    /**
     * @param <T> the type of the result
     * @param t work to do as soon as a thread is free
     * @return its future
     */
    public <T> Future<T> enqueue(final Callable<T> t) {
        return executor.submit(ThreadUtils.callableWithContext(t));
    }

    /** @return the most threads at a time */
    public int getMaxThreads() {
        return executor.getMaximumPoolSize();
    }

    /** @return the number of pieces of work that wait for a thread */
    public int getQueueSize() {
        return executor.getQueue().size();
    }

    /** @return the number of threads at work */
    public int getRunningThreads() {
        return executor.getActiveCount();
    }

    /** Takes no more work and interrupts what is being done. */
    public void shutdown() {
        executor.shutdownNow();
    }
}
