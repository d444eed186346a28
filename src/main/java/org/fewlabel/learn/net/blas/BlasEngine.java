package org.fewlabel.learn.net.blas;

import org.fewlabel.device.Gemm;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;

/**
 * The engine for networks of rows and images with hand-written forward and backward passes on BLAS: it starts at once,
 * and is faster on a CPU than a graph of general operations. It gives the numbers of {@code SameDiffEngine} up to
 * rounding. Results have the same bits for any number of threads.
 */
public final class BlasEngine implements Engine {

    private final Gemm gemm;

    private final Workers workers;

    private final Progress progress;

    /**
     * @param gemm computes matrix products (SGEMM)
     * @param workers the threads that share the work
     * @param progress checked for cancel within each computation, by whichever thread computes
     */
    public BlasEngine(final Gemm gemm, final Workers workers, final Progress progress) {
        this.gemm = gemm;
        this.workers = workers;
        this.progress = progress;
    }

    /** @return whether this engine supports that network: all but sequences */
    public static boolean supports(final Network network, final Objective objective) {
        return !(objective instanceof Objective.MaskedTokens)
            && network.body().stream().noneMatch(Layer.OfSequence.class::isInstance);
    }

    @Override
    public String device() {
        final var threads = workers.threads();
        return "CPU (" + gemm.name() + ", " + threads + (threads == 1 ? " thread)" : " threads)");
    }

    @Override
    public String note() {
        return gemm.note();
    }

    @Override
    public TrainingStep training(final Network network, final Objective objective, final int items) {
        check(network, objective, items, true);
        return new Step(new Computation(gemm, workers, progress, network, objective, items, null));
    }

    @Override
    public ForwardPass evaluation(final Network network, final Objective objective, final int items,
        final Output output) {
        check(network, objective, items, output == Output.LOSS || output == Output.INPUT_GRADIENT);
        return new Outputs(new Computation(gemm, workers, progress, network, objective, items, output), output);
    }

    private static void check(final Network network, final Objective objective, final int items,
        final boolean compared) {
        if (!supports(network, objective)) {
            throw new IllegalArgumentException("This engine computes no sequences.");
        }
        if (items < (compared && objective instanceof Objective.TwoViews ? 2 : 1)) {
            throw new IllegalArgumentException("A batch of " + items + " rows has nothing to compare.");
        }
    }

    /** @param computation computes loss and gradient */
    private record Step(Computation computation) implements TrainingStep {

        @Override
        public Batch batch() {
            return computation.batch();
        }

        @Override
        public double run(final float[] parameters, final float[] gradient, final float[] statistics) {
            computation.run(parameters, statistics);
            computation.gradient(gradient);
            return computation.loss();
        }

        @Override
        public float[] rowLosses() {
            return computation.rowLosses();
        }

        @Override
        public void close() {
            // the memory is freed with the last reference to it
        }
    }

    /** @param computation computes the output @param output which */
    private record Outputs(Computation computation, Output output) implements ForwardPass {

        @Override
        public Batch batch() {
            return computation.batch();
        }

        @Override
        public float[] run(final float[] parameters, final float[] statistics) {
            computation.run(parameters, statistics);
            return computation.output(output);
        }

        @Override
        public void close() {
            // the memory is freed with the last reference to it
        }
    }
}
