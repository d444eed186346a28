package org.knime.core.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.knime.core.node.KNIMEConstants;

final class ThreadsTest {

    @Test
    void workTakesTheContextOfWhoeverGaveItAlong() throws Exception {
        final var own = Thread.currentThread().getContextClassLoader();
        final var seen = new AtomicReference<ClassLoader>();
        final Thread thread;
        try (var context = new URLClassLoader(new URL[0], own)) {
            Thread.currentThread().setContextClassLoader(context);
            thread = ThreadUtils.threadWithContext(
                () -> seen.set(Thread.currentThread().getContextClassLoader()), "other");
            Thread.currentThread().setContextClassLoader(own);
            thread.start();
            thread.join();
            assertThat(seen.get()).isSameAs(context);
        }
    }

    @Test
    void thePoolWorksOnDaemonThreadsOfItsOwn() throws Exception {
        final var thread = KNIMEConstants.GLOBAL_THREAD_POOL.enqueue(Thread::currentThread).get();
        assertThat(thread).isNotSameAs(Thread.currentThread());
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void thePoolNeverHasMoreThreadsThanItMay() throws Exception {
        final var pool = new ThreadPool(1);
        final var first = pool.enqueue(Thread::currentThread);
        final var second = pool.enqueue(Thread::currentThread);
        assertThat(first.get()).isSameAs(second.get());
        assertThat(pool.getMaxThreads()).isEqualTo(1);
        pool.shutdown();
    }
}
