package org.fewlabel.learn.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.InputEncoder;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;

/**
 * A network for classes as its training finds it: a linear layer for the classes behind the body of an encoder, or behind
 * one that has learned nothing yet. The arrays are not copied and must not be changed.
 *
 * @param columns the names of all columns that were given, those that tell nothing included
 * @param input reads raw rows
 * @param network without a head
 * @param objective how many classes there are
 * @param parameters to begin with, laid out as {@link ParameterLayout} says
 * @param statistics the running means and variances to begin with
 */
public record ClassifierNetwork(List<String> columns, InputEncoder input, Network network,
    Objective.Classification objective, float[] parameters, float[] statistics) {

    /**
     * @param encoder whose input and body are taken over; not changed
     * @param classes how many
     * @param seed of the layer for the classes
     */
    public static ClassifierNetwork of(final TableEncoder encoder, final int classes, final long seed) {
        var body = encoder.network().body();
        if (encoder.objective() instanceof Objective.Variational variational) {
            body = new ArrayList<>(body);
            body.add(new Layer.Dense(variational.latent())); // the mean of the code
        }
        final var network = new Network(encoder.network().input(), body, List.of());
        final var objective = new Objective.Classification(classes);
        final var layout = ParameterLayout.of(network, objective);
        final var parameters = layout.initial(new SplittableRandom(seed));
        // the mean's parameters follow the body's, as if they were its last layer
        System.arraycopy(encoder.values(), 0, parameters, 0, layout.bodySize());
        return new ClassifierNetwork(encoder.columns(), encoder.input(), network, objective, parameters,
            Arrays.copyOf(encoder.statistics(), layout.statisticsSize()));
    }

    /**
     * @param settings the network and the scaling; the training does not count
     * @param rows whose columns it is to read
     * @param classes how many
     * @param seed of all parameters
     * @throws IllegalArgumentException if no column tells anything
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static ClassifierNetwork fromScratch(final EncoderSettings settings, final Rows rows, final int classes,
        final long seed, final Progress progress) {
        final var input = InputEncoder.fit(rows, settings.scaling(), progress);
        final var table = new TableInput(input);
        final var network = new Network(table.input(), table.body(settings.architecture(), false), List.of());
        final var objective = new Objective.Classification(classes);
        final var layout = ParameterLayout.of(network, objective);
        return new ClassifierNetwork(rows.columns().stream().map(Column::name).toList(), input, network, objective,
            layout.initial(new SplittableRandom(seed)), layout.initialStatistics());
    }

    /** @return the same with other parameters and statistics */
    public ClassifierNetwork with(final float[] otherParameters, final float[] otherStatistics) {
        return new ClassifierNetwork(columns, input, network, objective, otherParameters, otherStatistics);
    }

    /**
     * Solves the layer for the classes on the embedding as it is, before all of it learns (Kumar et al. 2022, section 4:
     * otherwise the embedding is spoiled while the layer makes no sense).
     *
     * @param rows with the columns that it reads; all of them, labelled or not, say how the embedding is scaled
     * @param labels of those rows; at least one is labelled
     * @param weights how much each row counts; {@code null} if all alike
     * @return the same with that layer
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public ClassifierNetwork withSolvedLayer(final Rows rows, final Labels labels, final float[] weights,
        final Engine engine, final Progress progress) {
        final var embedding = encoder().embed(rows, engine, progress.part(0, 0.5));
        final var layer = LinearLayer.fit(embedding, labels, weights, progress.part(0.5, 1));
        final var solved = parameters.clone();
        for (final var matrix : ParameterLayout.of(network, objective).parameters()) {
            if (matrix.name().equals("classes weights")) {
                System.arraycopy(layer.weights(), 0, solved, matrix.offset(), matrix.size());
            } else if (matrix.name().equals("classes bias")) {
                System.arraycopy(layer.bias(), 0, solved, matrix.offset(), matrix.size());
            }
        }
        return with(solved, statistics);
    }

    private TableEncoder encoder() {
        return new TableEncoder(NetworkClassifier.KIND, columns, input, network, objective, parameters, statistics);
    }

    /**
     * @param classes their names
     * @return the classifier that it is now
     * @throws IllegalArgumentException if a parameter is no finite number, or it tells another number of classes
     */
    public NetworkClassifier classifier(final List<String> classes) {
        return new NetworkClassifier(classes, encoder());
    }
}
