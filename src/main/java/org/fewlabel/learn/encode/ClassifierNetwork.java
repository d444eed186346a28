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
 * A classification network before training, with its input encoding: a linear layer for the classes after the body of
 * an encoder, or after an untrained body. The arrays are not copied and must not be changed.
 *
 * @param columns the names of all given columns, including those that do not vary
 * @param input encodes raw rows
 * @param network without a head
 * @param objective the number of classes
 * @param parameters the initial values, laid out by {@link ParameterLayout}
 * @param statistics the initial running means and variances
 */
public record ClassifierNetwork(List<String> columns, InputEncoder input, Network network,
    Objective.Classification objective, float[] parameters, float[] statistics) {

    /**
     * @param encoder whose input and body are copied; not changed
     * @param classes the number of classes
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
     * @param settings the network and the scaling; its training is not used
     * @param rows whose columns are the input
     * @param classes the number of classes
     * @param seed of all parameters
     * @throws IllegalArgumentException if no column varies
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

    /** @return a copy with other parameters and statistics */
    public ClassifierNetwork with(final float[] otherParameters, final float[] otherStatistics) {
        return new ClassifierNetwork(columns, input, network, objective, otherParameters, otherStatistics);
    }

    /**
     * Fits the layer for the classes on the frozen embedding (linear probing) before fine-tuning (LP-FT, Kumar et al.
     * 2022, section 4: with a random layer, fine-tuning would distort the embedding).
     *
     * @param rows with the columns of its input; all of them, labeled or not, determine the scaling of the embedding
     * @param labels of those rows; at least one is labeled
     * @param weights the weight of each row; {@code null} for equal weights
     * @return a copy with that layer
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public ClassifierNetwork withLinearProbe(final Rows rows, final Labels labels, final float[] weights,
        final Engine engine, final Progress progress) {
        return with(dense().withLinearProbe(input.encode(rows, progress), WeightedRows.masses(labels, weights), engine,
            progress).parameters(), statistics);
    }

    /** @return the same network for encoded rows */
    public TrainedClassifier dense() {
        return new TrainedClassifier(network, objective, parameters, statistics);
    }

    /**
     * @param classes their names
     * @return the classifier with the current parameters
     * @throws IllegalArgumentException if a parameter is not finite, or the network has another number of classes
     */
    public NetworkClassifier classifier(final List<String> classes) {
        return new NetworkClassifier(classes,
            new TableEncoder(NetworkClassifier.KIND, columns, input, network, objective, parameters, statistics));
    }
}
