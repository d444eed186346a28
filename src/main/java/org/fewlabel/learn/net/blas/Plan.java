package org.fewlabel.learn.net.blas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;

/**
 * What a step does, in its order. Work on rows is cut into blocks of a fixed size, other work into fixed tasks; what
 * adds up over blocks is added up in their order. So the number of threads changes no bit of the result. Threads meet
 * as seldom as the work allows: a block goes through all layers up to where something of all rows is needed.
 */
final class Plan {

    /** Work on some rows that does not touch others. */
    @FunctionalInterface
    interface RowTask {
        /** @param from the first row of a block @param to the row after its last */
        void run(int from, int to, Scratch scratch);
    }

    /** Work that touches nothing that another task of the same list writes. */
    @FunctionalInterface
    interface Task {
        void run(Scratch scratch);
    }

    /** A task that may be done at the end, and about how many multiplications it is. */
    private record Last(Task task, long work) {
    }

    private final int rows;

    private final int block;

    private final int imageBlock;

    private final List<List<Task>> regions = new ArrayList<>();

    /** The work on rows that is not yet a region, and the size of its blocks. */
    private List<RowTask> open = new ArrayList<>();

    private int openBlock;

    private final List<Last> last = new ArrayList<>();

    private final ConcurrentLinkedDeque<Scratch> scratches = new ConcurrentLinkedDeque<>();

    /**
     * @param rows how many there are
     * @param block how many of them a thread takes at a time: many, for products of few rows are slow
     * @param imageBlock the same where a row is an image: as many as stay in the cache from one layer to the next
     */
    Plan(final int rows, final int block, final int imageBlock) {
        this.rows = rows;
        this.block = block;
        this.imageBlock = imageBlock;
    }

    /** @return how many rows a block of images has */
    int imageBlock() {
        return imageBlock;
    }

    /** @return how many blocks of rows there are */
    int blocks() {
        return (rows + block - 1) / block;
    }

    /** @return which block begins with that row */
    int block(final int from) {
        return from / block;
    }

    /** Adds work on rows; it comes after all that was added before. */
    void rows(final RowTask work) {
        rows(work, block);
    }

    /** Adds work on rows that are images; it comes after all that was added before. */
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

    /** Adds work that needs all that was added before, and is done before anything that is added later. */
    void once(final Task work) {
        tasks(List.of(work));
    }

    /** Adds tasks that need all that was added before, and are done before anything that is added later. */
    void tasks(final List<? extends Task> work) {
        close();
        regions.add(List.copyOf(work));
    }

    /**
     * Adds a task that may be done at the end of the step, beside the others of this kind.
     *
     * @param multiplications about how many it takes; the longest tasks are begun first
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
     * Does it all.
     *
     * @param progress asked for cancel before each task, by the thread that does it
     */
    void run(final Workers workers, final Progress progress) {
        final var threads = Math.min(workers.threads(), regions.stream().mapToInt(List::size).max().orElse(1));
        if (threads == 1) {
            regions.forEach(region -> region.forEach(task -> run(task, progress)));
        } else {
            final var crew = new SpinBarrier(regions);
            workers.run(threads, 1, (from, to) -> crew.work(task -> run(task, progress)), progress, null);
        }
    }

    private void run(final Task task, final Progress progress) {
        progress.checkCanceled();
        final var free = scratches.poll();
        final var scratch = free == null ? new Scratch() : free;
        task.run(scratch);
        scratches.push(scratch);
    }
}
