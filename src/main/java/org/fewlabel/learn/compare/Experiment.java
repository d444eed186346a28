package org.fewlabel.learn.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.fewlabel.device.Memory;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.judge.ClassificationScores;
import org.fewlabel.learn.judge.LabelDraw;
import org.fewlabel.learn.judge.Predictions;
import org.fewlabel.learn.judge.Role;

/**
 * Tries ways from labels to a classifier. Some of the labelled rows are held out, drawn anew for each draw and the same for
 * all ways and budgets; no way sees them, labelled or not. Of the other labels as many are told as the budget says; the
 * rows of the others stay, as unlabelled ones. A larger budget holds the labels of a smaller one.
 *
 * @param routes the ways, at least one
 * @param draws how often it is drawn, at least 2
 * @param heldOut the share of the labelled rows of each class that is held out
 * @param seconds after so many seconds no further draw is begun; the first is always finished
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
            throw new IllegalArgumentException(
                "Nothing to compare: " + routes.size() + " ways, " + draws + " draws, " + heldOut + " held out.");
        }
    }

    /**
     * What was tried.
     *
     * @param budgets how many labels were told
     * @param cells what came out; of a draw either all are there or none
     * @param heldOutRows how many rows of a draw were judged
     * @param labelled how many labels a draw had at most
     * @param notes what could not be done, in sentences for the user
     */
    public record Tried(List<Budget> budgets, List<Cell> cells, int heldOutRows, int labelled, List<String> notes) {

        /** @return how many draws were gone through */
        public int draws() {
            return (int)cells.stream().mapToInt(Cell::draw).distinct().count();
        }
    }

    /** @return whether at least two classes have two labels, so that some can be held out */
    public static boolean possible(final Labels labels) {
        return Arrays.stream(labels.counts()).filter(n -> n > 1).count() > 1;
    }

    /**
     * @param rows labelled or not
     * @param labels of the same rows; {@link #possible}
     * @throws CancellationException if the user cancelled
     */
    public Tried run(final Rows rows, final Labels labels, final Workers workers, final Progress progress) {
        final var budgets = Budget.of(labels, heldOut);
        final var began = System.nanoTime();
        final var cells = new ArrayList<Cell>();
        final var notes = new ArrayList<String>();
        final var columns = rows.columns().size();
        final var atOnce = (int)Math.max(1, Math.min(workers.threads(),
            Memory.free(Long.MAX_VALUE) / 2 / (rows.size() * (BYTES * columns + BYTES_OF_A_ROW) + 1)));
        var heldOutRows = 0;
        var most = 0;
        for (var first = 0; first < draws; first += atOnce) {
            if (first > 0 && (System.nanoTime() - began) * 1e-9 * (first + atOnce) / first > seconds) {
                notes.add(String.format(Locale.ROOT, "Only %d of %d draws were gone through, for more would have taken longer "
                    + "than the time limit.", first, draws));
                break;
            }
            final var from = first;
            final var count = Math.min(atOnce, draws - first);
            final var done = new Draw[count];
            Workers.own(count).run(count, 1, (b, end) -> done[b] = new Draw(this, rows, labels, budgets, from + b,
                count > 1 ? Workers.CALLER : workers, began, progress), progress, null);
            for (final var draw : done) {
                cells.addAll(draw.cells);
                heldOutRows = draw.heldOut.length;
                most = Math.max(most, draw.most);
            }
        }
        return new Tried(budgets, List.copyOf(cells), heldOutRows, most, notes);
    }

    /** All ways and budgets, with the same rows held out. */
    private static final class Draw {

        private final List<Cell> cells = new ArrayList<>();

        private final int[] heldOut;

        private int most;

        Draw(final Experiment plan, final Rows rows, final Labels labels, final List<Budget> budgets, final int number,
            final Workers workers, final long began, final Progress progress) {
            final var seed = plan.seed + number;
            final var roles = new LabelDraw(Budget.ALL.draw(), plan.heldOut, seed).draw(labels);
            heldOut = IntStream.range(0, roles.length).filter(i -> roles[i] == Role.HELD_OUT).toArray();
            final var learned = IntStream.range(0, roles.length).filter(i -> roles[i] != Role.HELD_OUT).toArray();
            final var poolRows = rows.select(learned);
            final var test = rows.select(heldOut);
            final var truth = Arrays.stream(heldOut).map(i -> labels.codes()[i]).toArray();
            final var pool = new Pool(poolRows, labels.select(learned), new Pool.Encoding(poolRows, seed));
            final var all = plan.draws * budgets.size() * plan.routes.size();
            for (var b = 0; b < budgets.size(); b++) {
                final var told = told(labels, budgets.get(b), plan.heldOut, seed).select(learned);
                most = Math.max(most, told.labelled().length);
                for (final var route : plan.routes) {
                    progress.checkCancelled();
                    final var done = number * budgets.size() * plan.routes.size() + cells.size();
                    progress.report((double)done / all, String.format(Locale.ROOT, "Cell %d of %d: %s, %s labels%s", done + 1, all,
                        route.text(), budgets.get(b).text(), left(began, done, all)));
                    final var start = System.nanoTime();
                    final var classifier = route.learn(pool.with(told), seed, workers, silent(progress));
                    final var scores = ClassificationScores.of(Predictions.ofProbabilities(labels.classes().size(), truth,
                        classifier.predict(test, workers, silent(progress))), ClassificationScores.DEFAULT_BINS);
                    cells.add(new Cell(route, b, number, told.labelled().length, scores.accuracy(),
                        scores.balancedAccuracy(), scores.logLoss(), (System.nanoTime() - start) * 1e-9));
                }
            }
        }

        private static Labels told(final Labels labels, final Budget budget, final double heldOut, final long seed) {
            final var roles = new LabelDraw(budget.draw(), heldOut, seed).draw(labels);
            return new Labels(IntStream.range(0, roles.length)
                .map(i -> roles[i] == Role.LABELLED ? labels.codes()[i] : Labels.UNLABELLED).toArray(), labels.classes());
        }

        private static String left(final long began, final int done, final int all) {
            final var seconds = (System.nanoTime() - began) * 1e-9;
            return done == 0 ? "" : String.format(Locale.ROOT, ", about %.0f s left", seconds * (all - done) / done);
        }

        /** Only the cell is told, not what happens in it; a cancel is heard there too. */
        private static Progress silent(final Progress progress) {
            return new Progress() {
                @Override
                public void report(final double fraction, final String message) {
                    // the cell was told
                }

                @Override
                public void checkCancelled() {
                    progress.checkCancelled();
                }
            };
        }
    }
}
