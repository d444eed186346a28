package org.knime.core.util;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/**
 * Carries the context of a node into other threads. Here the context is the class loader of the calling thread.
 */
public final class ThreadUtils {

    private ThreadUtils() {
    }

    /**
     * @param runnable work for another thread
     * @return the same work in the context of this one
     */
    public static Runnable runnableWithContext(final Runnable runnable) {
        final var context = Thread.currentThread().getContextClassLoader();
        return () -> {
            final var thread = Thread.currentThread();
            final var own = thread.getContextClassLoader();
            thread.setContextClassLoader(context);
            try {
                runnable.run();
            } finally {
                thread.setContextClassLoader(own);
            }
        };
    }

    /**
     * @param <V> the type of the result
     * @param callable work for another thread
     * @return the same work in the context of this one
     */
    public static <V> Callable<V> callableWithContext(final Callable<V> callable) {
        final var context = Thread.currentThread().getContextClassLoader();
        return () -> {
            final var thread = Thread.currentThread();
            final var own = thread.getContextClassLoader();
            thread.setContextClassLoader(context);
            try {
                return callable.call();
            } finally {
                thread.setContextClassLoader(own);
            }
        };
    }

    /**
     * @param executor does work on other threads
     * @return does the work in the context of whoever gives it
     */
    public static Executor executorWithContext(final Executor executor) {
        return command -> executor.execute(runnableWithContext(command));
    }

    /**
     * @param runnable work for another thread
     * @return a thread that does it in the context of this one, not started
     */
    public static Thread threadWithContext(final Runnable runnable) {
        return new Thread(runnableWithContext(runnable));
    }

    /**
     * @param runnable work for another thread
     * @param name the name of the thread
     * @return a thread that does it in the context of this one, not started
     */
    public static Thread threadWithContext(final Runnable runnable, final String name) {
        return new Thread(runnableWithContext(runnable), name);
    }
}
