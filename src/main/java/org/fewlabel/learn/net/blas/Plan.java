package org.fewlabel.learn.net.blas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;

/**
 * The ordered tasks of a step. Work on rows is split into blocks of a fixed size, other work into fixed tasks; sums
 * over blocks are added in the order of the blocks. So the number of threads changes no bit of the result. Threads
 * synchronize as seldom as possible: a block passes through all layers up to where data of all rows are needed.
 */
final class Plan {

    /** Work on a block of rows that is independent of other blocks. */
    @FunctionalInterface
    interface RowTask {
        /** @param from the first row of the block @param to the row after its last */
        void run(int from, int to, Scratch scratch);
    }

    /** Work that is independent of the other tasks of the same list. */
    @FunctionalInterface
    interface Task {
        void run(Scratch scratch);
    }

    /** A task that may run at the end, and the approximate number of its multiplications. */
    private record Last(Task task, long work) {
    }

    private final int rows;

    private final int block;

    private final int imageBlock;

    private final List<List<Task>> regions = new ArrayList<>();

    /** The work on rows that is not yet a region, and its block size. */
    private List<RowTask> open = new ArrayList<>();

    private int openBlock;

    private final List<Last> last = new ArrayList<>();

    private final ConcurrentLinkedDeque<Scratch> freeScratch = new ConcurrentLinkedDeque<>();

    /**
     * @param rows the number of rows
     * @param block the rows per block: many, for matrix products of few rows are slow
     * @param imageBlock the same where a row is an image: as many as stay in the cache from one layer to the next
     */
    Plan(final int rows, final int block, final int imageBlock) {
        this.rows = rows;
        this.block = block;
        this.imageBlock = imageBlock;
    }

    /** @return the rows per block of images */
    int imageBlock() {
        return imageBlock;
    }

    /** @return the number of blocks of rows */
    int blocks() {
        return (rows + block - 1) / block;
    }

    /** @return the index of the block that begins with that row */
    int block(final int from) {
        return from / block;
    }

    /** Adds work on rows; it runs after all that was added before. */
    void rows(final RowTask work) {
        rows(work, block);
    }

    /** Adds work on rows that are images; it runs after all that was added before. */
    void images(final RowTask work) {
        rows(work, imageBlock);
    }

    private void rows(final RowTask work, final int size) {
        if (size != openBlock) {
            close();
            openBlock = size;
        }
        open.add(work);
    }

    /** Adds a task that depends on all that was added before, and finishes before anything that is added later. */
    void once(final Task work) {
        tasks(List.of(work));
    }

    /** Adds tasks that depend on all that was added before, and finish before anything that is added later. */
    void tasks(final List<? extends Task> work) {
        close();
        regions.add(List.copyOf(work));
    }

    /**
     * Adds a task that may run at the end of the step, in parallel with the others of this kind.
     *
     * @param multiplications about how many it needs; the longest tasks are started first
     */
    void last(final Task task, final long multiplications) {
        last.add(new Last(task, multiplications));
    }

    /** To be called when nothing more is added. */
    void finish() {
        close();
        if (!last.isEmpty()) {
            regions.add(last.stream().sorted(Comparator.comparingLong(Last::work).reversed()).map(Last::task).toList());
        }
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        final var works = List.copyOf(open);
        open = new ArrayList<>();
        final var tasks = new ArrayList<Task>();
        for (var from = 0; from < rows; from += openBlock) {
            final var first = from;
            final var end = Math.min(rows, from + openBlock);
            tasks.add(scratch -> works.forEach(work -> work.run(first, end, scratch)));
        }
        regions.add(tasks);
    }

    /**
     * Runs all tasks.
     *
     * @param progress checked for cancel before each task, by the thread that runs it
     */
    void run(final Workers workers, final Progress progress) {
        final var threads = Math.min(workers.threads(), regions.stream().mapToInt(List::size).max().orElse(1));
        if (threads == 1) {
            regions.forEach(region -> region.forEach(task -> run(task, progress)));
        } else {
            final var barrier = new SpinBarrier(regions);
            workers.run(threads, 1, (from, to) -> barrier.work(task -> run(task, progress)), progress, null);
        }
    }

    private void run(final Task task, final Progress progress) {
        progress.checkCanceled();
        final var free = freeScratch.poll();
        final var scratch = free == null ? new Scratch() : free;
        task.run(scratch);
        freeScratch.push(scratch);
    }
}
