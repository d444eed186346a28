package org.fewlabel.learn.net.blas;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;

/**
 * A barrier for threads that run the regions of one step together: each region starts when the one before is finished.
 * Threads without work spin, for a region takes less time than waking a sleeping thread. No thread waits for a helper
 * that has not started: those present do all the work.
 */
final class SpinBarrier {

    /** The number of spins before the thread yields the processor; some ten microseconds. */
    private static final int SPINS = 2000;

    private final List<List<Plan.Task>> regions;

    private final AtomicIntegerArray begun;

    private final AtomicIntegerArray done;

    private volatile Throwable failure;

    /** @param regions the regions, in their order, and the tasks of each */
    SpinBarrier(final List<List<Plan.Task>> regions) {
        this.regions = regions;
        this.begun = new AtomicIntegerArray(regions.size());
        this.done = new AtomicIntegerArray(regions.size());
    }

    /**
     * Takes part until all tasks are done, or one has failed: then no further one is started. To be called by several
     * threads.
     *
     * @param runner runs a task
     * @throws RuntimeException what a task threw, or an {@link Error}, in each thread
     */
    void work(final Consumer<Plan.Task> runner) {
        for (var region = 0; region < regions.size(); region++) {
            final var tasks = regions.get(region);
            for (var task = begun.getAndIncrement(region); task < tasks.size() && failure == null;
                task = begun.getAndIncrement(region)) {
                try {
                    runner.accept(tasks.get(task));
                } catch (final Throwable e) { // NOSONAR thrown again below, once the other threads see it
                    failure = e;
                }
                done.incrementAndGet(region);
            }
            await(region, tasks.size());
        }
    }

    private void await(final int region, final int size) {
        for (var spins = 0; done.get(region) < size && failure == null; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
