package org.fewlabel.learn.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.net.Slot;

/**
 * A trained classification network of encoded rows. The arrays are not copied and must not be changed.
 *
 * @param network without a head
 * @param objective the number of classes
 * @param parameters laid out by {@link ParameterLayout}
 * @param statistics the running means and variances
 */
public record TrainedClassifier(Network network, Objective.Classification objective, float[] parameters,
    float[] statistics) {

    private static final int BATCH = 256;

    /** @throws IllegalArgumentException if the parts are inconsistent, or a parameter is not finite */
    public TrainedClassifier {
        final var layout = ParameterLayout.of(network, objective);
        if (layout.size() != parameters.length || layout.statisticsSize() != statistics.length || !finite(parameters)
            || !finite(statistics)) {
            throw new UserMessageException("The stored model is damaged: its " + parameters.length
                + " parameters do not fit its layers.");
        }
    }

    private static boolean finite(final float[] values) {
        for (final var value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param encoder whose body is copied; not changed
     * @param classes the number of classes
     * @param seed of the layer for the classes
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static TrainedClassifier of(final TableEncoder encoder, final int classes, final long seed,
        final Progress progress) {
        var body = encoder.network().body();
        if (encoder.objective() instanceof Objective.Variational variational) {
            body = new ArrayList<>(body);
            body.add(new Layer.Dense(variational.latent())); // the mean of the latent code
        }
        final var network = new Network(encoder.network().input(), body, List.of());
        final var objective = new Objective.Classification(classes);
        final var layout = ParameterLayout.of(network, objective);
        final var parameters = layout.initial(new SplittableRandom(seed), progress);
        // the mean's parameters follow the body's, as if they were its last layer
        System.arraycopy(encoder.values(), 0, parameters, 0, layout.bodySize());
        return new TrainedClassifier(network, objective, parameters,
            Arrays.copyOf(encoder.statistics(), layout.statisticsSize()));
    }

    /**
     * @param width the numbers per row, at least 1
     * @param architecture the size of the network
     * @param classes the number of classes
     * @param seed of all parameters
     * @return an untrained network
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static TrainedClassifier fromScratch(final int width, final Architecture architecture, final int classes,
        final long seed, final Progress progress) {
        return fromScratch(
            new Network(new Network.Input(width, List.of()), Network.dense(architecture.widths(), false), List.of()),
            classes,
            seed, progress);
    }

    static TrainedClassifier fromScratch(final Network network, final int classes, final long seed,
        final Progress progress) {
        final var objective = new Objective.Classification(classes);
        final var layout = ParameterLayout.of(network, objective);
        return new TrainedClassifier(network, objective, layout.initial(new SplittableRandom(seed), progress),
            layout.initialStatistics());
    }

    /** @return the numbers per row */
    public int width() {
        return network.input().width();
    }

    /** @return the number of classes */
    public int classes() {
        return objective.classes();
    }

    /**
     * @param rows of {@link #width()} numbers, none missing
     * @return their probabilities
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public ClassProbabilities predict(final DenseRows rows, final Engine engine, final Progress progress) {
        final var values = run(rows, Engine.Output.PROBABILITIES, classes(), engine, progress);
        final var result = new double[values.length];
        for (var i = 0; i < values.length; i++) {
            result[i] = values[i];
        }
        return new ClassProbabilities(classes(), result);
    }

    /**
     * @param rows of {@link #width()} numbers, none missing
     * @return the output of the body
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public DenseRows embed(final DenseRows rows, final Engine engine, final Progress progress) {
        return new DenseRows(rows.rows(), network.bodyWidth(),
            run(rows, Engine.Output.EMBEDDING, network.bodyWidth(), engine, progress));
    }

    private float[] run(final DenseRows rows, final Engine.Output output, final int width, final Engine engine,
        final Progress progress) {
        final var result = new float[Math.multiplyExact(rows.rows(), width)];
        final var perRun = TextNetwork.perRun(network.input(), BATCH);
        try (var evaluation = engine.evaluation(network, objective, perRun, output)) {
            final var input = evaluation.batch().get(Slot.INPUT);
            evaluation.batch().deterministic();
            for (var from = 0; from < rows.rows(); from += perRun) {
                progress.checkCanceled();
                final var count = Math.min(perRun, rows.rows() - from);
                System.arraycopy(rows.values(), from * rows.columns(), input, 0, count * rows.columns());
                Arrays.fill(input, count * rows.columns(), input.length, 0);
                System.arraycopy(evaluation.run(parameters, statistics), 0, result, from * width, count * width);
                progress.report((double)(from + count) / rows.rows(), "Predicting rows");
            }
        }
        return result;
    }

    /**
     * Fits the layer for the classes on the frozen embedding (linear probing) before fine-tuning (LP-FT, Kumar et al.
     * 2022, section 4: with a random layer, fine-tuning would distort the embedding).
     *
     * @param rows all of them, labeled or not, determine the scaling of the embedding
     * @param masses the weight of each row for each class, {@code rows * classes}; some weight is above 0
     * @return a copy with that layer
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public TrainedClassifier withLinearProbe(final DenseRows rows, final double[] masses, final Engine engine,
        final Progress progress) {
        final var layer = LinearLayer.fit(embed(rows, engine, progress.part(0, 0.5)), masses, classes(),
            progress.part(0.5, 1));
        return with("classes weights", layer.weights()).with("classes bias", layer.bias());
    }

    /**
     * @param sums the total weight of each class, above 0
     * @return a copy whose initial bias gives the class priors in proportion to the sums
     */
    public TrainedClassifier withClassPriors(final double[] sums) {
        final var all = Arrays.stream(sums).sum();
        final var bias = new float[sums.length];
        for (var c = 0; c < bias.length; c++) {
            bias[c] = (float)Math.log(sums[c] / all);
        }
        return with("classes bias", bias);
    }

    private TrainedClassifier with(final String name, final float[] values) {
        final var changed = parameters.clone();
        for (final var matrix : ParameterLayout.of(network, objective).parameters()) {
            if (matrix.name().equals(name)) {
                System.arraycopy(values, 0, changed, matrix.offset(), matrix.size());
            }
        }
        return new TrainedClassifier(network, objective, changed, statistics);
    }

    /** @return the input of {@link #restore} */
    public State state() {
        return new State().put("layers", NetworkState.of(network)).put("objective", NetworkState.of(objective))
            .put("parameters", parameters).put("statistics", statistics);
    }

    /**
     * @param state of another network
     * @return an equal network
     * @throws UserMessageException if the state is damaged
     */
    public static TrainedClassifier restore(final State state) {
        if (!(NetworkState.objective(state.state("objective")) instanceof Objective.Classification classification)) {
            throw new UserMessageException("The stored model is damaged: its network does not tell classes.");
        }
        return new TrainedClassifier(NetworkState.network(state.state("layers")), classification,
            state.floatsOrMissing("parameters", -1), state.floatsOrMissing("statistics", -1));
    }
}
