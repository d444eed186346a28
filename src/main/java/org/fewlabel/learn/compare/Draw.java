package org.fewlabel.learn.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.judge.ClassificationScores;
import org.fewlabel.learn.judge.LabelDraw;
import org.fewlabel.learn.judge.Predictions;
import org.fewlabel.learn.judge.Role;

/** All ways and budgets, with the same rows held out. */
final class Draw {

    private final Experiment plan;

    private final int number;

    private final long seed;

    /** What may be learned from; rows that are held out are not among it. */
    private final Pool pool;

    private final int[] learned;

    private final Rows test;

    private final int[] truth;

    /** All labels, those of the rows held out too; these are told to none. */
    private final Labels labels;

    /**
     * @param rows labeled or not
     * @param labels of the same rows
     * @param shared an encoder of the rows that no draw holds out; {@code null} if each draw trains one of its own
     * @param number which of the draws, from 0
     */
    Draw(final Experiment plan, final Rows rows, final Labels labels, final Pool.Encoding shared, final int number,
        final Progress progress) {
        this.plan = plan;
        this.labels = labels;
        this.number = number;
        this.seed = plan.seed() + number;
        final var roles = new LabelDraw(Budget.ALL.draw(), plan.heldOut(), seed).draw(labels);
        final var heldOut = IntStream.range(0, roles.length).filter(i -> roles[i] == Role.HELD_OUT).toArray();
        this.learned = IntStream.range(0, roles.length).filter(i -> roles[i] != Role.HELD_OUT).toArray();
        this.test = rows.select(heldOut, progress);
        this.truth = Arrays.stream(heldOut).map(i -> labels.codes()[i]).toArray();
        final var rest = rows.select(learned, progress);
        this.pool = new Pool(rest, labels.select(learned), shared == null ? new Pool.Encoding(rest, seed) : shared,
            Route.members(plan.routes()));
    }

    /**
     * Tries all ways with one budget. For several threads at once.
     *
     * @param budget which of the budgets, from 0
     * @param clock of the whole experiment
     * @return a cell for each way; fewer if the time was over before
     */
    List<RouteResult> run(final int budget, final TimeBudget clock, final Workers workers, final Progress progress) {
        final var told = told(clock.budgets().get(budget)).select(learned);
        final var known = pool.with(told);
        final var cells = new ArrayList<RouteResult>();
        final var said = new ArrayList<ClassProbabilities>();
        var seconds = 0.0;
        for (final var route : plan.routes()) {
            if (clock.over()) {
                break;
            }
            progress.checkCanceled();
            clock.report(route, budget, progress);
            final var start = System.nanoTime();
            final ClassProbabilities probabilities;
            if (route == Route.COMMITTEE) {
                probabilities = ClassProbabilities.mean(said);
            } else {
                probabilities = route.learn(known, seed, workers, silent(progress)).predict(test, workers,
                    silent(progress));
                said.add(probabilities);
            }
            final var took = (System.nanoTime() - start) * 1e-9;
            seconds += took;
            cells.add(judged(route, budget, told, probabilities, route == Route.COMMITTEE ? seconds : took));
        }
        return cells;
    }

    private RouteResult judged(final Route route, final int budget, final Labels told,
        final ClassProbabilities probabilities,
        final double seconds) {
        final var scores = ClassificationScores.of(
            Predictions.ofProbabilities(truth, probabilities),
            ClassificationScores.DEFAULT_BINS);
        return new RouteResult(route, budget, number, told.labeled().length, scores.accuracy(),
            scores.balancedAccuracy(),
            scores.logLoss(), seconds);
    }

    private Labels told(final Budget budget) {
        final var roles = new LabelDraw(budget.draw(), plan.heldOut(), seed).draw(labels);
        return new Labels(IntStream.range(0, roles.length)
            .map(i -> roles[i] == Role.LABELED ? labels.codes()[i] : Labels.UNLABELED).toArray(), labels.classes());
    }

    /** @return all that a way is given, with all labels that are not held out */
    Pool pool() {
        return pool;
    }

    /** @return how many rows were held out */
    int heldOutRows() {
        return truth.length;
    }

    /** Only the cell is told, not what happens in it; a cancel is heard there too. */
    private static Progress silent(final Progress progress) {
        return new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                // the cell was told
            }

            @Override
            public void checkCanceled() {
                progress.checkCanceled();
            }
        };
    }
}
