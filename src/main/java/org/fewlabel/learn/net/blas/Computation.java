package org.fewlabel.learn.net.blas;

import org.fewlabel.device.Gemm;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;

/** The computation of a network with its objective, and all memory that it needs; runs allocate nothing. */
final class Computation {

    /** The rows of a block, which one thread processes at a time. */
    private static final int BLOCK = 256;

    private static final int SMALL_BLOCK = 128;

    /** A block of images is so small that a layer's output, in numbers, stays in the cache for the next layer. */
    private static final int CACHED_NUMBERS = 1 << 17;

    private static final int MAX_IMAGES = 32;

    private final Workers workers;

    private final Progress progress;

    private final ThreadTuner tuner = new ThreadTuner();

    private final Batch batch;

    private final Parameters parameters;

    private final Plan plan;

    private final InputLayer inputLayer;

    /** The output of the body; for a variational objective the mean of the latent code. */
    private final Tensor embedding;

    /** {@code null} if only the embedding is needed. */
    private final LossUnit loss;

    /** Of a classification, if probabilities or the loss are needed. */
    private Tensor logits;

    private Reparameterization reparameterization;

    /** @param output the required output; {@code null} for a training step */
    Computation(final Gemm gemm, final Workers workers, final Progress progress, final Network network,
        final Objective objective, final int items, final Engine.Output output) {
        this.workers = workers;
        this.progress = progress;
        this.batch = new Batch(network, objective, items);
        final var training = output == null;
        final var rows = items * objective.views();
        progress.checkCanceled();
        this.parameters = new Parameters(ParameterLayout.of(network, objective), training);
        progress.checkCanceled();
        this.plan = new Plan(rows, rows < 2 * BLOCK ? SMALL_BLOCK : BLOCK, images(network));
        final var backward = training || output == Engine.Output.INPUT_GRADIENT;
        final var perRow = !backward && output != Engine.Output.LOSS;
        // the order in which OpenBLAS adds depends on the row's place in the matrix, and the output for a row must not;
        // the Java product treats all rows alike
        final var context = new Context((perRow ? Gemm.java() : gemm).canceledBy(progress), progress, plan, parameters,
            batch, items, training, backward);
        final var layers = new Layers(context, rows);
        final var input = network.input();
        final var first = new Tensor(rows, input.bodyWidth(), backward && !(training && input.embeddings().isEmpty()));
        this.inputLayer = new InputLayer(context, input, first);
        layers.add(inputLayer);
        final var body = layers.chain("body", network.body(), first);
        this.embedding = objective instanceof Objective.Variational variational
            ? layers.dense("mean", body, variational.latent(), null) : body;
        if (output == Engine.Output.EMBEDDING) {
            this.loss = null;
        } else {
            this.loss = loss(context, layers, network, objective, body);
            if (backward) {
                layers.add(loss);
                layers.backward();
            }
        }
        plan.finish();
    }

    /** @return the images that a thread processes at a time */
    private static int images(final Network network) {
        var largest = 1;
        var width = network.input().bodyWidth();
        for (final var layer : network.body()) {
            width = layer.widthAfter(width);
            if (layer instanceof Layer.Convolution) {
                largest = Math.max(largest, width);
            }
        }
        return Math.max(1, Math.min(MAX_IMAGES, CACHED_NUMBERS / largest));
    }

    private LossUnit loss(final Context context, final Layers layers, final Network network, final Objective objective,
        final Tensor body) {
        if (objective instanceof Objective.Variational variational) {
            return variational(context, layers, network, variational, body);
        }
        final var head = layers.chain("head", network.head(), body);
        if (objective instanceof Objective.Classification classification) {
            logits = layers.dense("classes", head, classification.classes(), null);
            return new ClassLoss(context, logits);
        }
        if (objective instanceof Objective.Reconstruction reconstruction) {
            return new ReconstructionLoss(context, layers, head, reconstruction.targets(), reconstruction.reconstruct(),
                reconstruction.detect());
        }
        if (objective instanceof Objective.NtXent ntXent) {
            return new NtXentLoss(context, head, ntXent.temperature());
        }
        return objective instanceof Objective.BarlowTwins barlow ? new BarlowLoss(context, head, barlow.offDiagonal())
            : new VicRegLoss(context, head, (Objective.VicReg)objective);
    }

    private LossUnit variational(final Context context, final Layers layers, final Network network,
        final Objective.Variational objective, final Tensor body) {
        final var logVariance = layers.dense("log variance", body, objective.latent(), null);
        final var code = layers.tensor(objective.latent());
        reparameterization = new Reparameterization(context, embedding, logVariance, code,
            objective.beta() / objective.targets().columns());
        layers.add(reparameterization);
        return new ReconstructionLoss(context, layers, layers.chain("head", network.head(), code), objective.targets(),
            1, 0);
    }

    Batch batch() {
        return batch;
    }

    /** Computes all passes of the plan. */
    void run(final float[] given, final float[] statistics) {
        parameters.set(given, statistics);
        final var start = System.nanoTime();
        plan.run(tuner.singleThread() ? Workers.CALLER : workers, progress);
        tuner.took(System.nanoTime() - start);
    }

    /** @return the loss of the last run */
    double loss() {
        return reparameterization == null ? loss.value() : loss.value() + reparameterization.divergence();
    }

    /** Copies the gradient of the last run to an array. */
    void gradient(final float[] into) {
        parameters.gradient(into);
    }

    /** @return the contribution of each row of the last run to the loss of a classification; empty for others */
    float[] rowLosses() {
        return logits == null ? new float[0] : loss.rows();
    }

    /** @return the required output of the last run, in an array of its own */
    float[] output(final Engine.Output output) {
        return switch (output) {
            case LOSS -> new float[]{(float)loss()};
            case ROW_ERRORS -> loss.rows();
            case PROBABILITIES -> ClassLoss.probabilities(logits);
            case INPUT_GRADIENT -> inputLayer.inputGradient();
            case EMBEDDING -> {
                final var result = new float[embedding.rows() * embedding.width()];
                embedding.values().get(0, result, 0, result.length);
                yield result;
            }
        };
    }
}
