package org.fewlabel.learn.net;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

import org.fewlabel.device.Progress;

/**
 * The loop that all trainings share: batches without replacement in an order drawn anew for every epoch, AdamW with
 * warm-up and cosine, limited gradients, and running statistics of batch norms. What goes into a batch and when it is
 * enough is the guide's matter.
 */
public final class Loop {

    private static final int LANES = 64;

    private static final int PIECE = 32 * LANES;

    /** The weight of the newest batch in the running statistics of batch norms. */
    private static final float MOMENTUM = 0.1f;

    /** What differs from one training to another. */
    public interface Guide {

        /**
         * Fills every slot of the next batch but the noise and the masks of dropout.
         *
         * @param rows which rows, without repetition within an epoch
         * @param random for all that is drawn
         * @param batch to be filled
         */
        void fill(int[] rows, SplittableRandom random, Batch batch);

        /** Called after every step, with the parameters and statistics changed. */
        default void stepped() {
            // most trainings need nothing here
        }

        /**
         * Called after every epoch.
         *
         * @return whether to go on
         */
        boolean next(Pass pass);
    }

    /**
     * One epoch.
     *
     * @param epoch its number, from 1
     * @param loss the mean over its steps
     * @param learningRate of its last step
     * @param seconds since training began
     * @param rowsPerSecond items that were learned from in this epoch, by its time
     */
    public record Pass(int epoch, double loss, double learningRate, double seconds, double rowsPerSecond) {
    }

    private final Engine.TrainingStep step;

    private final TrainingSettings settings;

    private final int epochs;

    private final Adam adam;

    /** The first so many parameters learn slower. */
    private final int slow;

    /** The first so many statistics belong to a body that does not learn, and stay as they are. */
    private final int fixed;

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
     * @param settings of which learning rate, its share for the body, weight decay and clip count here
     * @param epochs how many there are at most
     * @param parameters to begin with; changed step by step
     * @param statistics to begin with; changed step by step
     */
    public Loop(final Engine.TrainingStep step, final ParameterLayout layout, final TrainingSettings settings,
        final int epochs, final float[] parameters, final float[] statistics) {
        this.step = step;
        this.settings = settings;
        this.epochs = epochs;
        this.adam = new Adam(layout, settings.weightDecay());
        this.slow = settings.bodyShare() < 1 ? layout.bodySize() : 0;
        this.fixed = settings.bodyShare() == 0 ? layout.bodyStatisticsSize() : 0;
        this.parameters = parameters;
        this.statistics = statistics;
        this.gradient = new float[layout.size()];
        this.batchStatistics = new float[layout.statisticsSize()];
    }

    /** Brings rows into an order that is drawn, every one equally likely. */
    public static void shuffle(final int[] order, final SplittableRandom random) {
        for (var i = order.length - 1; i > 0; i--) {
            final var j = random.nextInt(i + 1);
            final var swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    /**
     * Goes through all epochs, or as many as the guide wants.
     *
     * @param rows which rows; brought into another order
     * @param perStep how many of them each step is given, at most all
     * @return 0, or the epoch in which a loss or a gradient was no number; the step that it came from changed nothing
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

    /** @return the mean loss; NaN if a loss or a gradient was no number */
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
            final var length = length(gradient);
            if (!Double.isFinite(loss) || !Double.isFinite(length)) {
                return Double.NaN;
            }
            rate = settings.learningRate() * TrainingSettings.schedule(done, total);
            adam.step(parameters, gradient, Math.min(1, settings.clip() / length), slow, rate * settings.bodyShare(),
                rate, progress);
            for (var i = fixed; i < statistics.length; i++) {
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
     * Squares are added up in lanes, so that the compiler makes vector instructions of it, and the lanes before they
     * lose digits.
     */
    private static double length(final float[] vector) {
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
