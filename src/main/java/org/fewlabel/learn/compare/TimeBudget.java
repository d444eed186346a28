package org.fewlabel.learn.compare;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import org.fewlabel.device.Progress;

/**
 * The time limit and progress of an experiment.
 *
 * @param budgets the numbers of given labels
 * @param nanoTime the clock
 * @param started the start time
 * @param seconds after which nothing more is started
 * @param cells the total number of cells
 * @param startedCells the number of started cells
 */
record TimeBudget(List<Budget> budgets, LongSupplier nanoTime, long started, double seconds, int cells,
    AtomicInteger startedCells) {

    /** @return a time budget that starts now */
    static TimeBudget start(final List<Budget> budgets, final LongSupplier nanoTime, final double seconds,
        final int cells) {
        return new TimeBudget(budgets, nanoTime, nanoTime.getAsLong(), seconds, cells, new AtomicInteger());
    }

    boolean over() {
        return elapsed() > seconds;
    }

    private double elapsed() {
        return (nanoTime.getAsLong() - started) * 1e-9;
    }

    /** Reports the cell that is started and the estimated remaining time. */
    void report(final Route route, final int budget, final Progress progress) {
        final var before = startedCells.getAndIncrement();
        final var remaining = Math.min(elapsed() * (cells - before) / Math.max(1, before), seconds - elapsed());
        progress.report((double)before / cells,
            String.format(Locale.ROOT, "Training %d of %d: %s, %s%s", before + 1, cells,
                route.text(), budgets.get(budget).labels(),
                before == 0 ? "" : String.format(Locale.ROOT, ", at most about %.0f s left", remaining)));
    }
}
