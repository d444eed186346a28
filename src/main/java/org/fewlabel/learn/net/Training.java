package org.fewlabel.learn.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;

/**
 * Trains a network toward one objective on all rows: the {@link Loop} with early stopping on held-out rows, returning
 * the parameters of the best epoch. The same seed gives the same parameters, bit by bit, with the same engine and
 * machine.
 */
public final class Training {

    /** With fewer held-out rows than this, their loss is not reliable and none are held out. */
    private static final int MIN_HELD_OUT = 8;

    private final Engine engine;

    private final Network network;

    private final Objective objective;

    private final TrainingSettings settings;

    private final ParameterLayout layout;

    /** Prepares a training; nothing is computed yet. */
    public Training(final Engine engine, final Network network, final Objective objective,
        final TrainingSettings settings) {
        this.engine = engine.of(network, objective);
        this.network = network;
        this.objective = objective;
        this.settings = settings;
        this.layout = ParameterLayout.of(network, objective);
    }

    /**
     * Trains from scratch.
     *
     * @param source of the batches; at least 2 rows, if two views are compared, else 1
     * @throws IllegalArgumentException if there are too few rows
     * @throws java.util.concurrent.CancellationException if the user canceled; nothing is left behind
     */
    public TrainingResult run(final BatchSource source, final Progress progress) {
        return run(source, layout.initial(new SplittableRandom(settings.seed()), progress), layout.initialStatistics(),
            progress);
    }

    /**
     * Continues a training.
     *
     * @param parameters the initial values, laid out by {@link ParameterLayout}; not changed
     * @param statistics the initial running means and variances; not changed
     */
    public TrainingResult run(final BatchSource source, final float[] parameters, final float[] statistics,
        final Progress progress) {
        final var least = objective.views();
        if (source.rows() < least) {
            throw new UserMessageException("There are too few rows to learn from: " + source.rows() + ", at least "
                + least + " are needed.");
        }
        final var random = new SplittableRandom(new SplittableRandom(settings.seed()).nextLong());
        final var order = IntStream.range(0, source.rows()).toArray();
        Loop.shuffle(order, random);
        final var held = (int)(settings.heldOut() * order.length);
        final var heldOut = held < MIN_HELD_OUT ? new int[0] : Arrays.copyOf(order, held);
        final var rows = Arrays.copyOfRange(order, heldOut.length, order.length);
        final var batch = settings.batchFor(rows.length);
        progress.report(0, "Preparing the network");
        try (var step = engine.training(network, objective, batch);
            var heldOutLoss = heldOut.length == 0 ? null
                : new HeldOutLoss(engine, network, objective, source, heldOut, batch, settings.seed())) {
            return new Run(source, step, heldOutLoss, rows.length / step.batch().items(), parameters, statistics,
                progress)
                .train(rows, random);
        }
    }

    /** One training in progress. */
    private final class Run implements Loop.Guide {

        private final BatchSource source;

        private final Engine.TrainingStep step;

        private final HeldOutLoss heldOutLoss;

        private final Progress progress;

        private final float[] firstParameters;

        private final float[] firstStatistics;

        private final float[] parameters;

        private final float[] statistics;

        private final List<TrainingResult.Epoch> history = new ArrayList<>();

        private final int epochs;

        private final int patience;

        private float[] bestParameters;

        private float[] bestStatistics;

        private double bestLoss = Double.POSITIVE_INFINITY;

        private int best;

        Run(final BatchSource source, final Engine.TrainingStep step, final HeldOutLoss heldOutLoss,
            final int stepsPerEpoch,
            final float[] parameters, final float[] statistics, final Progress progress) {
            this.source = source;
            this.step = step;
            this.heldOutLoss = heldOutLoss;
            this.firstParameters = parameters;
            this.firstStatistics = statistics;
            this.parameters = parameters.clone();
            this.statistics = statistics.clone();
            this.progress = progress;
            this.epochs = settings.epochsFor(stepsPerEpoch);
            this.patience = settings.patienceFor(epochs);
            this.bestParameters = parameters.clone();
            this.bestStatistics = statistics.clone();
        }

        TrainingResult train(final int[] rows, final SplittableRandom random) {
            if (heldOutLoss != null) {
                bestLoss = orWorst(heldOutLoss.loss(parameters, statistics, progress));
            }
            final var diverged = new Loop(step, layout, settings, epochs, parameters, statistics)
                .run(rows, step.batch().items(), this, random, progress);
            if (diverged > 0) {
                return diverged(diverged);
            }
            if (history.size() < epochs) {
                return result(Ending.Reason.STOPPED_EARLY, history.size());
            }
            if (!isFinite()) {
                return diverged(epochs);
            }
            return result(Ending.Reason.ALL_EPOCHS, epochs);
        }

        private TrainingResult diverged(final int epoch) {
            if (!isFinite()) {
                best = 0;
                bestParameters = firstParameters.clone();
                bestStatistics = firstStatistics.clone();
            }
            return result(Ending.Reason.DIVERGED, epoch);
        }

        /**
         * Whether the best parameters give a finite loss. A training loss is that of the parameters before the step,
         * and the step may have diverged; the held-out loss is that of the parameters themselves.
         */
        private boolean isFinite() {
            return heldOutLoss != null || best == 0
                || Double
                    .isFinite(step.run(bestParameters, new float[layout.size()], new float[layout.statisticsSize()]));
        }

        @Override
        public void fill(final int[] rows, final SplittableRandom random, final Batch batch) {
            source.fill(rows, random, batch);
        }

        @Override
        public boolean next(final Loop.Pass pass) {
            final var loss = heldOutLoss == null ? Double.NaN : heldOutLoss.loss(parameters, statistics, progress);
            history.add(
                new TrainingResult.Epoch(pass.epoch(), pass.loss(), loss, pass.learningRate(), pass.seconds(),
                    pass.rowsPerSecond()));
            keepIfBest(pass.epoch(), heldOutLoss == null ? pass.loss() : orWorst(loss));
            return pass.epoch() - best < patience;
        }

        private static double orWorst(final double loss) {
            return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
        }

        private TrainingResult result(final Ending.Reason reason, final int epoch) {
            progress.report(1, "Trained " + history.size() + (history.size() == 1 ? " epoch" : " epochs"));
            return new TrainingResult(bestParameters, bestStatistics, List.copyOf(history),
                new Ending(reason, epoch, best, patience, heldOutLoss != null, settings.learningRate()), engine.note(),
                engine.device());
        }

        private void keepIfBest(final int epoch, final double loss) {
            if (loss < bestLoss) {
                bestLoss = loss;
                best = epoch;
                bestParameters = parameters.clone();
                bestStatistics = statistics.clone();
            }
        }
    }
}
