package org.fewlabel.learn.compare;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import org.fewlabel.device.Progress;

/**
 * The time of an experiment.
 *
 * @param budgets how many labels are told
 * @param nanoTime what the time is
 * @param began when the time was taken first
 * @param seconds after so many nothing more is begun
 * @param cells how many there are to try
 * @param begun how many have been begun
 */
record TimeBudget(List<Budget> budgets, LongSupplier nanoTime, long began, double seconds, int cells,
    AtomicInteger begun) {

    /** @return a clock that begins now */
    static TimeBudget start(final List<Budget> budgets, final LongSupplier nanoTime, final double seconds,
        final int cells) {
        return new TimeBudget(budgets, nanoTime, nanoTime.getAsLong(), seconds, cells, new AtomicInteger());
    }

    boolean over() {
        return passed() > seconds;
    }

    private double passed() {
        return (nanoTime.getAsLong() - began) * 1e-9;
    }

    /** Says which cell is begun, and how long all may take. */
    void report(final Route route, final int budget, final Progress progress) {
        final var before = begun.getAndIncrement();
        final var left = Math.min(passed() * (cells - before) / Math.max(1, before), seconds - passed());
        progress.report((double)before / cells,
            String.format(Locale.ROOT, "Training %d of %d: %s, %s%s", before + 1, cells,
                route.text(), budgets.get(budget).labels(),
                before == 0 ? "" : String.format(Locale.ROOT, ", at most about %.0f s left", left)));
    }
}
