package org.fewlabel.learn.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

import org.fewlabel.device.Memory;
import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;

/**
 * Tries ways from labels to a classifier. Some of the labeled rows are held out, drawn anew for each draw and the same
 * for all ways and budgets; no way sees them, labeled or not. Of the other labels as many are told as the budget says;
 * the rows of the others stay, as unlabeled ones. A larger budget holds the labels of a smaller one.
 *
 * @param routes the ways, at least one
 * @param draws how often it is drawn, at least 2
 * @param heldOut the share of the labeled rows of each class that is held out
 * @param seconds after so many seconds nothing more is begun; a draw that is not finished by then does not count
 * @param seed of all that is drawn
 */
public record Experiment(List<Route> routes, int draws, double heldOut, double seconds, long seed) {

    /** A way needs about so many numbers for each row and dimension, and for each row. */
    private static final long BYTES = 40;

    private static final long BYTES_OF_A_ROW = 2000;

    /** @throws IllegalArgumentException if there is no way, or fewer than two draws */
    public Experiment {
        routes = List.copyOf(routes);
        if (routes.isEmpty() || draws < 2 || !(heldOut > 0 && heldOut < 1)) {
            throw new UserMessageException(
                "Nothing to compare: " + routes.size() + " ways, " + draws + " draws, " + heldOut + " held out.");
        }
    }

    /**
     * What was tried.
     *
     * @param budgets how many labels were told
     * @param cells what came out; of a draw either all are there or none
     * @param heldOutRows how many rows of a draw were judged
     * @param labeled how many labels a draw had at most
     */
    public record Tried(List<Budget> budgets, List<RouteResult> cells, int heldOutRows, int labeled) {

        /** @return how many draws were gone through */
        public int draws() {
            return (int)cells.stream().mapToInt(RouteResult::draw).distinct().count();
        }
    }

    /** @return whether at least two classes have two labels, so that some can be held out */
    public static boolean possible(final Labels labels) {
        return Arrays.stream(labels.counts()).filter(n -> n > 1).count() > 1;
    }

    /**
     * @param rows labeled or not
     * @param labels of the same rows; {@link #possible}
     * @throws CancellationException if the user canceled
     */
    public Tried run(final Rows rows, final Labels labels, final Workers workers, final Progress progress) {
        return run(rows, labels, System::nanoTime, workers, progress);
    }

    Tried run(final Rows rows, final Labels labels, final LongSupplier nanoTime, final Workers workers,
        final Progress progress) {
        final var budgets = Budget.of(labels, heldOut);
        final var clock = TimeBudget.start(budgets, nanoTime, seconds, draws * budgets.size() * routes.size());
        final var columns = rows.columns().size();
        final var atOnce = (int)Math.max(1, Math.min(workers.threads(),
            Memory.free(Long.MAX_VALUE) / 2 / (rows.size() * (BYTES * columns + BYTES_OF_A_ROW) + 1)));
        final var shared = Pool.Encoding.ofUnlabeled(rows, labels, seed, progress);
        final var all = IntStream.range(0, draws).mapToObj(d -> new Draw(this, rows, labels, shared, d, progress))
            .toList();
        final var units = units(budgets.size(), atOnce);
        final var done = new ArrayList<List<RouteResult>>(Collections.nCopies(units.size(), List.of()));
        Workers.own(atOnce).run(units.size(), 1, (u, end) -> {
            if (!clock.over()) {
                done.set(u, all.get(units.get(u).draw()).run(units.get(u).budget(), clock,
                    atOnce > 1 ? Workers.CALLER : workers, progress));
            }
        }, progress, null);
        final var cells = done.stream().flatMap(List::stream).filter(cell -> done.stream().flatMap(List::stream)
            .filter(other -> other.draw() == cell.draw()).count() == budgets.size() * routes.size())
            .sorted(Comparator.comparingInt(RouteResult::draw).thenComparingInt(RouteResult::budget)).toList();
        return new Tried(budgets, cells, cells.isEmpty() ? 0 : all.get(cells.get(0).draw()).heldOutRows(),
            cells.stream().mapToInt(RouteResult::labels).max().orElse(0));
    }

    /**
     * A draw with a budget, which one thread tries.
     *
     * @param draw from 0
     * @param budget from 0
     */
    private record Unit(int draw, int budget) {
    }

    /** As many draws side by side as there are threads, so that none waits for the encoder that another trains. */
    private List<Unit> units(final int budgets, final int atOnce) {
        final var units = new ArrayList<Unit>();
        for (var first = 0; first < draws; first += atOnce) {
            for (var b = 0; b < budgets; b++) {
                for (var d = first; d < Math.min(draws, first + atOnce); d++) {
                    units.add(new Unit(d, b));
                }
            }
        }
        return units;
    }
}
