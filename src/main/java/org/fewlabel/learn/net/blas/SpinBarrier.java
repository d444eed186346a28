package org.fewlabel.learn.net.blas;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;

/**
 * Threads that go through the parts of one step together: each part is begun when the one before is done. Who has
 * nothing to do waits awake, for a part takes less time than a thread that sleeps needs to wake. Nobody waits for a
 * helper that has not come: whoever is there does all.
 */
final class SpinBarrier {

    /** So often is looked before the processor is offered to others; some ten microseconds. */
    private static final int LOOKS = 2000;

    private final List<List<Plan.Task>> regions;

    private final AtomicIntegerArray begun;

    private final AtomicIntegerArray done;

    private volatile Throwable failure;

    /** @param regions the parts, in their order, and the tasks of each */
    SpinBarrier(final List<List<Plan.Task>> regions) {
        this.regions = regions;
        this.begun = new AtomicIntegerArray(regions.size());
        this.done = new AtomicIntegerArray(regions.size());
    }

    /**
     * Takes part until all is done, or a task has failed: then no further one is begun. For several threads at once.
     *
     * @param doing runs a task
     * @throws RuntimeException what a task threw, or an {@link Error}, in each thread
     */
    void work(final Consumer<Plan.Task> doing) {
        for (var region = 0; region < regions.size(); region++) {
            final var tasks = regions.get(region);
            for (var task = begun.getAndIncrement(region); task < tasks.size() && failure == null;
                task = begun.getAndIncrement(region)) {
                try {
                    doing.accept(tasks.get(task));
                } catch (final Throwable e) { // NOSONAR thrown again below, after the others know of it
                    failure = e;
                }
                done.incrementAndGet(region);
            }
            await(region, tasks.size());
        }
    }

    private void await(final int region, final int size) {
        for (var looks = 0; done.get(region) < size && failure == null; looks++) {
            if (looks < LOOKS) {
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
