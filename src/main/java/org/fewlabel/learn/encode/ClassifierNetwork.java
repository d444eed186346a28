package org.fewlabel.learn.encode;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;

/**
 * A network for classes as its training finds it: a linear layer for the classes behind the body of an encoder, or
 * behind one that has learned nothing yet. The arrays are not copied and must not be changed.
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
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static ClassifierNetwork of(final TableEncoder encoder, final int classes, final long seed,
        final Progress progress) {
        final var dense = TrainedClassifier.of(encoder, classes, seed, progress);
        return new ClassifierNetwork(encoder.columns(), encoder.input(), dense.network(), dense.objective(),
            dense.parameters(), dense.statistics());
    }

    /**
     * @param settings the network and the scaling; the training does not count
     * @param rows whose columns it is to read
     * @param classes how many
     * @param seed of all parameters
     * @throws IllegalArgumentException if no column tells anything
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static ClassifierNetwork fromScratch(final EncoderSettings settings, final Rows rows, final int classes,
        final long seed, final Progress progress) {
        final var input = InputEncoder.fit(rows, settings.scaling(), progress);
        final var table = new TableInput(input);
        final var fresh = TrainedClassifier.fromScratch(
            new Network(table.input(), table.body(settings.architecture(), false), List.of()), classes, seed, progress);
        return new ClassifierNetwork(rows.columns().stream().map(Column::name).toList(), input, fresh.network(),
            fresh.objective(), fresh.parameters(), fresh.statistics());
    }

    /** @return the same with other parameters and statistics */
    public ClassifierNetwork with(final float[] otherParameters, final float[] otherStatistics) {
        return new ClassifierNetwork(columns, input, network, objective, otherParameters, otherStatistics);
    }

    /**
     * Solves the layer for the classes on the embedding as it is, before all of it learns (Kumar et al. 2022, section
     * 4: otherwise the embedding is spoiled while the layer makes no sense).
     *
     * @param rows with the columns that it reads; all of them, labeled or not, say how the embedding is scaled
     * @param labels of those rows; at least one is labeled
     * @param weights how much each row counts; {@code null} if all alike
     * @return the same with that layer
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public ClassifierNetwork withSolvedLayer(final Rows rows, final Labels labels, final float[] weights,
        final Engine engine, final Progress progress) {
        return with(dense().withSolvedLayer(input.encode(rows, progress), WeightedRows.masses(labels, weights), engine,
            progress).parameters(), statistics);
    }

    /** @return the same, of rows as its input reads them */
    public TrainedClassifier dense() {
        return new TrainedClassifier(network, objective, parameters, statistics);
    }

    /**
     * @param classes their names
     * @return the classifier that it is now
     * @throws IllegalArgumentException if a parameter is no finite number, or it tells another number of classes
     */
    public NetworkClassifier classifier(final List<String> classes) {
        return new NetworkClassifier(classes,
            new TableEncoder(NetworkClassifier.KIND, columns, input, network, objective, parameters, statistics));
    }
}
