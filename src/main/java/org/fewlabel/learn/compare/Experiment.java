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
 * A comparison of methods by repeated hold-out. In each draw some of the labeled rows are held out, the same for all
 * methods and budgets; no method sees them, not even as unlabeled rows. Of the other labels as many are given as the
 * budget allows; the other rows remain as unlabeled ones. A larger budget contains the labels of a smaller one.
 *
 * @param routes the methods, at least one
 * @param draws the number of draws, at least 2
 * @param heldOut the share of the labeled rows of each class that is held out
 * @param seconds the time limit, after which nothing more is started; an unfinished draw is discarded
 * @param seed of the random draws
 */
public record Experiment(List<Route> routes, int draws, double heldOut, double seconds, long seed) {

    /** The approximate memory of a method per row and column, and per row. */
    private static final long BYTES = 40;

    private static final long BYTES_OF_A_ROW = 2000;

    /** @throws IllegalArgumentException if there is no method, or fewer than two draws */
    public Experiment {
        routes = List.copyOf(routes);
        if (routes.isEmpty() || draws < 2 || !(heldOut > 0 && heldOut < 1)) {
            throw new UserMessageException(
                "Nothing to compare: " + routes.size() + " ways, " + draws + " draws, " + heldOut + " held out.");
        }
    }

    /**
     * The results of an experiment.
     *
     * @param budgets the numbers of given labels
     * @param cells the results, either all or none of a draw
     * @param heldOutRows the number of held-out rows per draw
     * @param labeled the maximum number of labels of a draw
     */
    public record Results(List<Budget> budgets, List<RouteResult> cells, int heldOutRows, int labeled) {

        /** @return the number of finished draws */
        public int draws() {
            return (int)cells.stream().mapToInt(RouteResult::draw).distinct().count();
        }
    }

    /** @return whether at least two classes have two labels, so that rows can be held out */
    public static boolean possible(final Labels labels) {
        return Arrays.stream(labels.counts()).filter(n -> n > 1).count() > 1;
    }

    /**
     * @param rows labeled and unlabeled
     * @param labels of the same rows, for which {@link #possible} is true
     * @throws CancellationException if the user canceled
     */
    public Results run(final Rows rows, final Labels labels, final Workers workers, final Progress progress) {
        return run(rows, labels, System::nanoTime, workers, progress);
    }

    Results run(final Rows rows, final Labels labels, final LongSupplier nanoTime, final Workers workers,
        final Progress progress) {
        final var budgets = Budget.of(labels, heldOut);
        final var clock = TimeBudget.start(budgets, nanoTime, seconds, draws * budgets.size() * routes.size());
        final var columns = rows.columns().size();
        final var parallel = (int)Math.max(1, Math.min(workers.threads(),
            Memory.free(Long.MAX_VALUE) / 2 / (rows.size() * (BYTES * columns + BYTES_OF_A_ROW) + 1)));
        final var shared = Pool.Encoding.ofUnlabeled(rows, labels, seed, progress);
        final var all = IntStream.range(0, draws).mapToObj(d -> new Draw(this, rows, labels, shared, d, progress))
            .toList();
        final var units = units(budgets.size(), parallel);
        final var done = new ArrayList<List<RouteResult>>(Collections.nCopies(units.size(), List.of()));
        Workers.own(parallel).run(units.size(), 1, (u, end) -> {
            if (!clock.over()) {
                done.set(u, all.get(units.get(u).draw()).run(units.get(u).budget(), clock,
                    parallel > 1 ? Workers.CALLER : workers, progress));
            }
        }, progress, null);
        final var cells = done.stream().flatMap(List::stream).filter(cell -> done.stream().flatMap(List::stream)
            .filter(other -> other.draw() == cell.draw()).count() == budgets.size() * routes.size())
            .sorted(Comparator.comparingInt(RouteResult::draw).thenComparingInt(RouteResult::budget)).toList();
        return new Results(budgets, cells, cells.isEmpty() ? 0 : all.get(cells.get(0).draw()).heldOutRows(),
            cells.stream().mapToInt(RouteResult::labels).max().orElse(0));
    }

    /**
     * A draw with a budget, the task of one thread.
     *
     * @param draw from 0
     * @param budget from 0
     */
    private record Unit(int draw, int budget) {
    }

    /** Orders the tasks so that parallel threads work on different draws and none waits for the encoder of another. */
    private List<Unit> units(final int budgets, final int parallel) {
        final var units = new ArrayList<Unit>();
        for (var first = 0; first < draws; first += parallel) {
            for (var b = 0; b < budgets; b++) {
                for (var d = first; d < Math.min(draws, first + parallel); d++) {
                    units.add(new Unit(d, b));
                }
            }
        }
        return units;
    }
}
