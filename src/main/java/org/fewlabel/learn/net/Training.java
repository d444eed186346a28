package org.fewlabel.learn.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;

/**
 * The training loop: batches without replacement in an order drawn from the seed, AdamW with warm-up and cosine, limited
 * gradients, early stopping on rows held out, and the parameters of the best epoch in the end. The same seed gives the
 * same parameters, bit by bit, with the same engine and machine.
 */
public final class Training {

    /** The weight of the newest batch in the running statistics of batch norms. */
    private static final float MOMENTUM = 0.1f;

    /** Held out, fewer rows than these tell nothing. */
    private static final int LEAST_HELD_OUT = 8;

    private final Engine engine;

    private final Network network;

    private final Objective objective;

    private final TrainingSettings settings;

    private final ParameterLayout layout;

    /** What to train, and how. */
    public Training(final Engine engine, final Network network, final Objective objective,
        final TrainingSettings settings) {
        this.engine = engine;
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
     * @throws java.util.concurrent.CancellationException if the user cancelled; nothing is left behind
     */
    public Trained run(final BatchSource source, final Progress progress) {
        return run(source, layout.initial(new SplittableRandom(settings.seed())), layout.initialStatistics(), progress);
    }

    /**
     * Trains on.
     *
     * @param parameters to begin with, laid out as {@link ParameterLayout} says; not changed
     * @param statistics the running means and variances to begin with; not changed
     */
    public Trained run(final BatchSource source, final float[] parameters, final float[] statistics,
        final Progress progress) {
        final var least = objective.views();
        if (source.rows() < least) {
            throw new IllegalArgumentException("There are too few rows to learn from: " + source.rows() + ", at least "
                + least + " are needed.");
        }
        final var random = new SplittableRandom(new SplittableRandom(settings.seed()).nextLong());
        final var order = IntStream.range(0, source.rows()).toArray();
        shuffle(order, random);
        final var held = (int)(settings.heldOut() * order.length);
        final var heldOut = held < LEAST_HELD_OUT ? new int[0] : Arrays.copyOf(order, held);
        final var rows = Arrays.copyOfRange(order, heldOut.length, order.length);
        final var batch = settings.batchFor(rows.length);
        progress.report(0, "Preparing the network");
        try (var step = engine.training(network, objective, batch);
                var judge = heldOut.length == 0 ? null
                    : new HeldOut(engine, network, objective, source, heldOut, batch, settings.seed())) {
            return new Run(source, rows, step, judge, random, parameters, statistics, progress).go();
        }
    }

    private static void shuffle(final int[] order, final SplittableRandom random) {
        for (var i = order.length - 1; i > 0; i--) {
            final var j = random.nextInt(i + 1);
            final var swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    /** One training under way. */
    private final class Run {

        private final BatchSource source;

        private final int[] rows;

        private final Engine.TrainingStep step;

        private final HeldOut judge;

        private final SplittableRandom random;

        private final Progress progress;

        private final float[] firstParameters;

        private final float[] firstStatistics;

        private final float[] parameters;

        private final float[] statistics;

        private final float[] gradient = new float[layout.size()];

        private final float[] batchStatistics = new float[layout.statisticsSize()];

        private final Adam adam = new Adam(layout, settings.weightDecay());

        private final int slow = settings.bodyShare() < 1 ? layout.bodySize() : 0;

        private final List<Trained.Epoch> history = new ArrayList<>();

        private final long began = System.nanoTime();

        private final int stepsPerEpoch;

        private final int epochs;

        private final int patience;

        private float[] bestParameters;

        private float[] bestStatistics;

        private double bestLoss = Double.POSITIVE_INFINITY;

        private int best;

        private long done;

        private double rate;

        Run(final BatchSource source, final int[] rows, final Engine.TrainingStep step, final HeldOut judge,
            final SplittableRandom random, final float[] parameters, final float[] statistics, final Progress progress) {
            this.source = source;
            this.rows = rows;
            this.step = step;
            this.judge = judge;
            this.random = random;
            this.firstParameters = parameters;
            this.firstStatistics = statistics;
            this.parameters = parameters.clone();
            this.statistics = statistics.clone();
            this.progress = progress;
            this.stepsPerEpoch = rows.length / step.batch().items();
            this.epochs = settings.epochsFor(stepsPerEpoch);
            this.patience = settings.patienceFor(epochs);
            this.bestParameters = parameters.clone();
            this.bestStatistics = statistics.clone();
        }

        Trained go() {
            if (judge != null) {
                bestLoss = orWorst(judge.loss(parameters, statistics, progress));
            }
            for (var epoch = 1; epoch <= epochs; epoch++) {
                final var start = System.nanoTime();
                final var loss = epoch();
                if (Double.isNaN(loss)) {
                    return diverged(epoch);
                }
                final var seconds = Math.max(1e-9, (System.nanoTime() - start) * 1e-9);
                final var heldOutLoss = judge == null ? Double.NaN : judge.loss(parameters, statistics, progress);
                history.add(new Trained.Epoch(epoch, loss, heldOutLoss, rate, (System.nanoTime() - began) * 1e-9,
                    stepsPerEpoch * step.batch().items() / seconds));
                keepIfBest(epoch, judge == null ? loss : orWorst(heldOutLoss));
                if (epoch - best >= patience && epoch < epochs) {
                    return result(false, String.format(Locale.ROOT, "Training ended after epoch %d because the %s had not "
                        + "fallen for %d epochs; the parameters are those after epoch %d.%s", epoch, lossName(),
                        patience, best, beginning()));
                }
            }
            if (!good()) {
                return diverged(epochs);
            }
            return result(false, String.format(Locale.ROOT, "Training went through all %d epochs; the parameters are "
                + "those after epoch %d, which had the smallest %s.%s", epochs, best, lossName(), beginning()));
        }

        private Trained diverged(final int epoch) {
            if (!good()) {
                best = 0;
                bestParameters = firstParameters.clone();
                bestStatistics = firstStatistics.clone();
            }
            return result(true, String.format(Locale.ROOT, "Training was stopped in epoch %d: the loss was no longer a "
                + "number. The parameters are those %s. Lower the learning rate (%s).", epoch,
                best > 0 ? "after epoch " + best : "that it began with", settings.learningRate()));
        }

        /**
         * Whether the best parameters give a number. A training loss is that of the parameters before the step, and the
         * step may have gone anywhere; the loss of rows held out is that of the parameters themselves.
         */
        private boolean good() {
            return judge != null || best == 0
                || Double.isFinite(step.run(bestParameters, gradient.clone(), batchStatistics.clone()));
        }

        private static double orWorst(final double loss) {
            return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
        }

        private String lossName() {
            return judge == null ? "training loss" : "loss of the held-out rows";
        }

        private String beginning() {
            return best > 0 ? "" : " It never fell below that of the untrained network: lower the learning rate.";
        }

        private Trained result(final boolean diverged, final String ending) {
            progress.report(1, ending);
            return new Trained(bestParameters, bestStatistics, List.copyOf(history), best, diverged, ending,
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

        /** @return the mean loss; NaN if a loss or a gradient was no number */
        private double epoch() {
            shuffle(rows, random);
            final var items = step.batch().items();
            var sum = 0.0;
            for (var s = 0; s < stepsPerEpoch; s++) {
                progress.checkCancelled();
                source.fill(Arrays.copyOfRange(rows, s * items, (s + 1) * items), random, step.batch());
                step.batch().draw(random);
                final var loss = step.run(parameters, gradient, batchStatistics);
                final var length = length(gradient);
                if (!Double.isFinite(loss) || !Double.isFinite(length)) {
                    return Double.NaN;
                }
                final var total = (long)epochs * stepsPerEpoch;
                rate = settings.learningRate() * TrainingSettings.schedule(done, total);
                adam.step(parameters, gradient, Math.min(1, settings.clip() / length), slow, rate * settings.bodyShare(),
                    rate);
                for (var i = 0; i < statistics.length; i++) {
                    statistics[i] += MOMENTUM * (batchStatistics[i] - statistics[i]);
                }
                sum += loss;
                done++;
                report(total, sum / (s + 1));
            }
            return sum / stepsPerEpoch;
        }

        private void report(final long total, final double loss) {
            final var seconds = (System.nanoTime() - began) * 1e-9 * (total - done) / done;
            progress.report((double)done / total, String.format(Locale.ROOT, "Epoch %d of %d, loss %.4g, %s left",
                (done - 1) / stepsPerEpoch + 1, epochs, loss, time(seconds)));
        }

        private static String time(final double seconds) {
            return seconds < 100 ? Math.round(seconds) + " s" : Math.round(seconds / 60) + " min";
        }

        private static double length(final float[] vector) {
            var sum = 0.0;
            for (final var value : vector) {
                sum += (double)value * value;
            }
            return Math.sqrt(sum);
        }
    }
}
