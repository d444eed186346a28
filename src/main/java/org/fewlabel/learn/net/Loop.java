package org.fewlabel.learn.net;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

import org.fewlabel.device.Progress;

/**
 * The training loop of all networks: mini-batches without replacement in an order drawn anew for every epoch, AdamW
 * with linear warm-up and cosine decay, gradient clipping by norm, and running statistics of batch norms. The {@link
 * Guide} fills the batches and decides when to stop.
 */
public final class Loop {

    private static final int LANES = 64;

    private static final int PIECE = 32 * LANES;

    /** The weight of the newest batch in the running statistics of batch norms. */
    private static final float MOMENTUM = 0.1f;

    /** The part of a training that differs from one to another. */
    public interface Guide {

        /**
         * Fills every slot of the next batch except the noise and the dropout masks.
         *
         * @param rows the indices of the rows, without repetition within an epoch
         * @param random the source of all random numbers
         * @param batch to be filled
         */
        void fill(int[] rows, SplittableRandom random, Batch batch);

        /** Called after every step, once parameters and statistics are updated. */
        default void stepped() {
            // most trainings need nothing here
        }

        /**
         * Called after every epoch.
         *
         * @return whether to continue
         */
        boolean next(Pass pass);
    }

    /**
     * The figures of one epoch.
     *
     * @param epoch its number, from 1
     * @param loss the mean training loss over its steps
     * @param learningRate of its last step
     * @param seconds since the training began
     * @param rowsPerSecond training items per second of this epoch
     */
    public record Pass(int epoch, double loss, double learningRate, double seconds, double rowsPerSecond) {
    }

    private final Engine.TrainingStep step;

    private final TrainingSettings settings;

    private final int epochs;

    private final Adam adam;

    /** The first {@code slow} parameters have a smaller learning rate. */
    private final int slow;

    /** The first {@code frozen} statistics belong to a frozen body and stay unchanged. */
    private final int frozen;

    private final float[] parameters;

    private final float[] statistics;

    private final float[] gradient;

    private final float[] batchStatistics;

    private long began;

    private int stepsPerEpoch;

    private long done;

    private double rate;

    /**
     * @param step computes; stays open
     * @param settings of which learning rate, its share for the body, weight decay and clip are used here
     * @param epochs the maximum number of epochs
     * @param parameters the initial values; updated in place
     * @param statistics the initial values; updated in place
     */
    public Loop(final Engine.TrainingStep step, final ParameterLayout layout, final TrainingSettings settings,
        final int epochs, final float[] parameters, final float[] statistics) {
        this.step = step;
        this.settings = settings;
        this.epochs = epochs;
        this.adam = new Adam(layout, settings.weightDecay());
        this.slow = settings.bodyShare() < 1 ? layout.bodySize() : 0;
        this.frozen = settings.bodyShare() == 0 ? layout.bodyStatisticsSize() : 0;
        this.parameters = parameters;
        this.statistics = statistics;
        this.gradient = new float[layout.size()];
        this.batchStatistics = new float[layout.statisticsSize()];
    }

    /** Shuffles an array in place (Fisher-Yates): every order is equally likely. */
    public static void shuffle(final int[] order, final SplittableRandom random) {
        for (var i = order.length - 1; i > 0; i--) {
            final var j = random.nextInt(i + 1);
            final var swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    /**
     * Runs all epochs, or as many as the guide wants.
     *
     * @param rows the indices of the training rows; shuffled in place
     * @param perStep the rows per step, at most all
     * @return 0, or the epoch in which a loss or a gradient was not finite; that step changed nothing
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public int run(final int[] rows, final int perStep, final Guide guide, final SplittableRandom random,
        final Progress progress) {
        began = System.nanoTime();
        stepsPerEpoch = rows.length / perStep;
        for (var epoch = 1; epoch <= epochs; epoch++) {
            final var start = System.nanoTime();
            final var loss = epoch(rows, perStep, guide, random, progress);
            if (Double.isNaN(loss)) {
                return epoch;
            }
            final var seconds = Math.max(1e-9, (System.nanoTime() - start) * 1e-9);
            if (!guide.next(new Pass(epoch, loss, rate, (System.nanoTime() - began) * 1e-9,
                stepsPerEpoch * step.batch().items() / seconds))) {
                return 0;
            }
        }
        return 0;
    }

    /** @return the mean loss; NaN if a loss or a gradient was not finite */
    private double epoch(final int[] rows, final int perStep, final Guide guide, final SplittableRandom random,
        final Progress progress) {
        shuffle(rows, random);
        final var total = (long)epochs * stepsPerEpoch;
        var sum = 0.0;
        for (var s = 0; s < stepsPerEpoch; s++) {
            progress.checkCanceled();
            guide.fill(Arrays.copyOfRange(rows, s * perStep, (s + 1) * perStep), random, step.batch());
            step.batch().draw(random);
            final var loss = step.run(parameters, gradient, batchStatistics);
            final var norm = norm(gradient);
            if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
                return Double.NaN;
            }
            rate = settings.learningRate() * TrainingSettings.schedule(done, total);
            adam.step(parameters, gradient, Math.min(1, settings.clip() / norm), slow, rate * settings.bodyShare(),
                rate, progress);
            for (var i = frozen; i < statistics.length; i++) {
                statistics[i] += MOMENTUM * (batchStatistics[i] - statistics[i]);
            }
            guide.stepped();
            sum += loss;
            done++;
            report(total, sum / (s + 1), progress);
        }
        return sum / stepsPerEpoch;
    }

    private void report(final long total, final double loss, final Progress progress) {
        final var seconds = (System.nanoTime() - began) * 1e-9 * (total - done) / done;
        progress.report((double)done / total, String.format(Locale.ROOT, "Epoch %d of %d, loss %.4g, %s left",
            (done - 1) / stepsPerEpoch + 1, epochs, loss, time(seconds)));
    }

    private static String time(final double seconds) {
        return seconds < 100 ? Math.round(seconds) + " s" : Math.round(seconds / 60) + " min";
    }

    /**
     * The Euclidean norm. Squares are summed in float lanes, so that the compiler vectorizes the loop, and the lanes
     * are added to a double before they lose digits.
     */
    private static double norm(final float[] vector) {
        final var lanes = new float[LANES];
        final var inLanes = vector.length / LANES * LANES;
        var sum = 0.0;
        for (var from = 0; from < inLanes; from += PIECE) {
            Arrays.fill(lanes, 0);
            for (var at = from; at < Math.min(inLanes, from + PIECE); at += LANES) {
                for (var lane = 0; lane < LANES; lane++) {
                    lanes[lane] += vector[at + lane] * vector[at + lane];
                }
            }
            for (final var lane : lanes) {
                sum += lane;
            }
        }
        for (var i = inLanes; i < vector.length; i++) {
            sum += (double)vector[i] * vector[i];
        }
        return Math.sqrt(sum);
    }
}
