package org.fewlabel.learn.net;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.fewlabel.device.Progress;

/** The loss of the held-out rows, always with the same corruption and views, so that epochs can be compared. */
final class HeldOutLoss implements AutoCloseable {

    /** With few rows, each is evaluated several times with different corruption, up to this many evaluations. */
    private static final int EVALUATIONS = 512;

    private static final int MAX_DRAWS = 8;

    private final Engine.ForwardPass evaluation;

    private final BatchSource source;

    private final int[] rows;

    private final int draws;

    private final long seed;

    HeldOutLoss(final Engine engine, final Network network, final Objective objective, final BatchSource source,
        final int[] rows, final int batch, final long seed) {
        this.source = source;
        this.rows = rows;
        this.seed = seed;
        final var batches = (rows.length + batch - 1) / batch;
        // batches of equal size, so that few rows are left over; a comparison of views needs at least two rows
        this.evaluation = engine.evaluation(network, objective, Math.max(objective.views(), rows.length / batches),
            Engine.Output.LOSS);
        this.draws = Math.max(1, Math.min(MAX_DRAWS, EVALUATIONS / rows.length));
    }

    double loss(final float[] parameters, final float[] statistics, final Progress progress) {
        final var random = new SplittableRandom(seed);
        final var items = evaluation.batch().items();
        var sum = 0.0;
        var count = 0;
        for (var draw = 0; draw < draws; draw++) {
            for (var from = 0; from + items <= rows.length; from += items) {
                progress.checkCanceled();
                evaluation.batch().deterministic();
                source.fill(Arrays.copyOfRange(rows, from, from + items), random, evaluation.batch());
                sum += evaluation.run(parameters, statistics)[0];
                count++;
            }
        }
        return sum / count;
    }

    @Override
    public void close() {
        evaluation.close();
    }
}
