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

/** A draw: all methods and budgets with the same held-out rows. */
final class Draw {

    private final Experiment plan;

    private final int number;

    private final long seed;

    /** The training pool, without held-out rows. */
    private final Pool pool;

    private final int[] trained;

    private final Rows test;

    private final int[] truth;

    /** All labels, including those of held-out rows, which no method is given. */
    private final Labels labels;

    /**
     * @param rows labeled and unlabeled
     * @param labels of the same rows
     * @param shared an encoder of the rows that no draw holds out; {@code null} if each draw trains its own
     * @param number the index of the draw, from 0
     */
    Draw(final Experiment plan, final Rows rows, final Labels labels, final Pool.Encoding shared, final int number,
        final Progress progress) {
        this.plan = plan;
        this.labels = labels;
        this.number = number;
        this.seed = plan.seed() + number;
        final var roles = new LabelDraw(Budget.ALL.draw(), plan.heldOut(), seed).draw(labels);
        final var heldOut = IntStream.range(0, roles.length).filter(i -> roles[i] == Role.HELD_OUT).toArray();
        this.trained = IntStream.range(0, roles.length).filter(i -> roles[i] != Role.HELD_OUT).toArray();
        this.test = rows.select(heldOut, progress);
        this.truth = Arrays.stream(heldOut).map(i -> labels.codes()[i]).toArray();
        final var trainingRows = rows.select(trained, progress);
        this.pool = new Pool(trainingRows, labels.select(trained),
            shared == null ? new Pool.Encoding(trainingRows, seed) : shared,
            Route.members(plan.routes()));
    }

    /**
     * Evaluates all methods with one budget. Thread-safe.
     *
     * @param budget the index of the budget, from 0
     * @param clock the time budget of the whole experiment
     * @return one result per method; fewer if the time limit was reached
     */
    List<RouteResult> run(final int budget, final TimeBudget clock, final Workers workers, final Progress progress) {
        final var given = given(clock.budgets().get(budget)).select(trained);
        final var known = pool.with(given);
        final var cells = new ArrayList<RouteResult>();
        final var predictions = new ArrayList<ClassProbabilities>();
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
                probabilities = ClassProbabilities.mean(predictions);
            } else {
                probabilities = route.learn(known, seed, workers, silent(progress)).predict(test, workers,
                    silent(progress));
                predictions.add(probabilities);
            }
            final var elapsed = (System.nanoTime() - start) * 1e-9;
            seconds += elapsed;
            cells.add(scored(route, budget, given, probabilities, route == Route.COMMITTEE ? seconds : elapsed));
        }
        return cells;
    }

    private RouteResult scored(final Route route, final int budget, final Labels given,
        final ClassProbabilities probabilities,
        final double seconds) {
        final var scores = ClassificationScores.of(
            Predictions.ofProbabilities(truth, probabilities),
            ClassificationScores.DEFAULT_BINS);
        return new RouteResult(route, budget, number, given.labeled().length, scores.accuracy(),
            scores.balancedAccuracy(),
            scores.logLoss(), seconds);
    }

    private Labels given(final Budget budget) {
        final var roles = new LabelDraw(budget.draw(), plan.heldOut(), seed).draw(labels);
        return new Labels(IntStream.range(0, roles.length)
            .map(i -> roles[i] == Role.LABELED ? labels.codes()[i] : Labels.UNLABELED).toArray(), labels.classes());
    }

    /** @return the training pool with all labels that are not held out */
    Pool pool() {
        return pool;
    }

    /** @return the number of held-out rows */
    int heldOutRows() {
        return truth.length;
    }

    /** Returns a progress without reports, which are made per cell only, but with checks for cancellation. */
    private static Progress silent(final Progress progress) {
        return new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                // reported per cell
            }

            @Override
            public void checkCanceled() {
                progress.checkCanceled();
            }
        };
    }
}
