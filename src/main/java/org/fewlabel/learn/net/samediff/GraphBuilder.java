package org.fewlabel.learn.net.samediff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.net.Slot;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Builds the layers of a network as a SameDiff graph. Variables have the names of {@link ParameterLayout}'s matrices.
 */
final class GraphBuilder {

    /** Added to variances before the square root. */
    private static final double EPSILON = 1e-5;

    private static final double LEAK = 0.01;

    private static final double MAX_LOG_VARIANCE = 10;

    static final String INPUT = "input";

    static final String VECTORS = "vectors ";

    static final String MASK = "mask ";

    static final String BATCH = "batch ";

    final SameDiff graph = SameDiff.create();

    final Network network;

    final Objective objective;

    /** The rows of the input. */
    final int rows;

    final int items;

    final ParameterLayout layout;

    final List<Derived> derived = new ArrayList<>();

    private final boolean training;

    private final Map<Slot, SDVariable> slots = new EnumMap<>(Slot.class);

    private final Sequences sequences = new Sequences(this);

    private int masks;

    /** Of a variational objective; null otherwise. */
    private SDVariable mean;

    private SDVariable logVariance;

    GraphBuilder(final Network network, final Objective objective, final int items, final boolean training) {
        this.network = network;
        this.objective = objective;
        this.items = items;
        this.rows = items * objective.views();
        this.training = training;
        this.layout = ParameterLayout.of(network, objective);
        for (final var matrix : layout.parameters()) {
            if (Embeddings.holds(matrix) && !(objective instanceof Objective.MaskedTokens)) {
                continue; // looked up outside the graph
            }
            graph.var(matrix.name(), Nd4j.zeros(DataType.FLOAT, matrix.rows(), matrix.columns()));
        }
        if (!training) {
            for (final var matrix : layout.statistics()) {
                graph.var(matrix.name(), Nd4j.zeros(DataType.FLOAT, matrix.rows(), matrix.columns()));
            }
        }
    }

    /**
     * An input that is computed from the batch before each run.
     *
     * @param name of the placeholder that it fills
     * @param shape of the placeholder
     * @param from computes the numbers, row by row
     */
    record Derived(String name, long[] shape, BiConsumer<Batch, float[]> from) {
    }

    /** @return a placeholder that is filled from the batch; the existing one if there is one of that name */
    SDVariable derived(final String name, final BiConsumer<Batch, float[]> from, final long... shape) {
        if (derived.stream().noneMatch(d -> d.name().equals(name))) {
            derived.add(new Derived(name, shape, from));
            return graph.placeHolder(name, DataType.FLOAT, shape);
        }
        return graph.getVariable(name);
    }

    Sequences sequences() {
        return sequences;
    }

    /** @return the placeholder of that slot, with {@code items} rows */
    SDVariable slot(final Slot slot) {
        return slots.computeIfAbsent(slot,
            s -> graph.placeHolder(s.name(), DataType.FLOAT, items, s.width(network, objective)));
    }

    SDVariable mean() {
        return mean;
    }

    SDVariable logVariance() {
        return logVariance;
    }

    /** @return the output of the body; for a variational objective the mean of the latent code */
    SDVariable embedding() {
        final var input = network.input();
        SDVariable in = null;
        if (input.plain() > 0) {
            in = graph.placeHolder(INPUT, DataType.FLOAT, rows, input.plain());
        }
        for (var i = 0; i < input.embeddings().size(); i++) {
            // looked up outside the graph: SameDiff's gradient of a lookup loops over the rows, one operation each
            final var vectors = graph.placeHolder(VECTORS + i, DataType.FLOAT, rows, input.embeddings().get(i).width());
            in = in == null ? vectors : graph.concat(1, in, vectors);
        }
        var out = layers("body", network.body(), in);
        if (objective instanceof Objective.Variational) {
            mean = dense("mean", out);
            logVariance = graph.math.clipByValue(dense("log variance", out), -MAX_LOG_VARIANCE, MAX_LOG_VARIANCE);
            out = mean;
        }
        return out;
    }

    /** @return the output of the head */
    SDVariable head(final SDVariable embedding) {
        var in = embedding;
        if (logVariance != null) {
            in = mean.add(slot(Slot.NOISE).mul(graph.math.exp(logVariance.mul(0.5))));
        }
        return layers("head", network.head(), in);
    }

    SDVariable dense(final String name, final SDVariable in) {
        return in.mmul(graph.getVariable(name + " weights")).add(graph.getVariable(name + " bias"));
    }

    SDVariable layers(final String part, final List<Layer> layers, final SDVariable in) {
        var out = in;
        for (var i = 0; i < layers.size(); i++) {
            out = layer(part + " " + i, layers.get(i), out);
        }
        return out;
    }

    private SDVariable layer(final String name, final Layer layer, final SDVariable in) {
        if (layer instanceof Layer.Dense) {
            return dense(name, in);
        }
        if (layer instanceof Layer.BatchNorm) {
            return batchNorm(name, in);
        }
        if (layer instanceof Layer.Convolution || layer instanceof Layer.MaxPool) {
            return new ImageLayers(graph, rows).layer(name, layer, in);
        }
        if (layer instanceof Layer.LayerNorm) {
            return layerNorm(name, in);
        }
        if (layer instanceof Layer.OfSequence of) {
            return sequences.layer(name, of, in);
        }
        if (layer instanceof Layer.Dropout) {
            return training ? in.mul(mask(in)) : in;
        }
        return switch (((Layer.Activation)layer).function()) {
            case RELU -> graph.nn.relu(in, 0);
            case LEAKY_RELU -> graph.nn.leakyRelu(in, LEAK);
            case TANH -> graph.math.tanh(in);
        };
    }

    /** A stable log-softmax: ND4J's own is log(softmax), which is log(0) where logits differ by more than about 100. */
    SDVariable logSoftmax(final SDVariable logits) {
        final var shifted = logits.sub(logits.max(true, 1));
        return shifted.sub(graph.math.log(graph.math.exp(shifted).sum(true, 1)));
    }

    SDVariable layerNorm(final String name, final SDVariable in) {
        final var centered = in.sub(in.mean(true, 1));
        return scaled(name, centered.div(root(centered.mul(centered).mean(true, 1))));
    }

    private SDVariable mask(final SDVariable in) {
        final var width = new Batch(network, objective, 1).masks().get(masks).length / objective.views();
        return graph.placeHolder(MASK + masks++, DataType.FLOAT, rows, width);
    }

    private SDVariable batchNorm(final String name, final SDVariable in) {
        if (!training) {
            return scaled(name, in.sub(graph.getVariable(name + " mean"))
                .div(root(graph.getVariable(name + " variance"))));
        }
        final var batchMean = in.mean(BATCH + name + " mean", true, 0);
        final var centered = in.sub(batchMean);
        final var variance = centered.mul(centered).mean(BATCH + name + " variance", true, 0);
        return scaled(name, centered.div(root(variance)));
    }

    private SDVariable scaled(final String name, final SDVariable standardized) {
        return standardized.mul(graph.getVariable(name + " scale")).add(graph.getVariable(name + " shift"));
    }

    /** The standard deviation, the root of variance and epsilon. */
    SDVariable root(final SDVariable variance) {
        return graph.math.sqrt(variance.add(EPSILON));
    }
}
