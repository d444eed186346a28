package org.fewlabel.device;

import java.lang.management.ManagementFactory;

/** Counts the memory that work allocates, including what it frees: repeated copying counts every time. */
public final class Allocated {

    private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean)ManagementFactory
        .getThreadMXBean();

    private Allocated() {
    }

    /** @return the bytes that the calling thread allocated for that */
    public static long by(final Runnable work) {
        final var before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.run();
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
