package org.fewlabel.learn.encode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;

/** A trained encoder of raw rows: the network with its input encoding, complete for storing and encoding. */
public final class TableEncoder {

    private final String kind;

    private final List<String> columns;

    private final InputEncoder input;

    private final Network network;

    private final Objective objective;

    private final float[] parameters;

    private final float[] statistics;

    /**
     * @param kind the kind of training
     * @param columns the names of all given columns, including those that do not vary
     * @throws IllegalArgumentException if the parts are inconsistent, or a parameter is not finite
     */
    TableEncoder(final String kind, final List<String> columns, final InputEncoder input, final Network network,
        final Objective objective, final float[] parameters, final float[] statistics) {
        final var layout = ParameterLayout.of(network, objective);
        if (layout.size() != parameters.length || layout.statisticsSize() != statistics.length
            || !new TableInput(input).fits(network.input()) || !finite(parameters) || !finite(statistics)
            || objective instanceof Objective.MaskedTokens m && m.maxMasked() > input.width()
            || !columns.containsAll(input.used()) || !fits(objective, input)) {
            throw new UserMessageException(
                "The encoder is damaged: its " + parameters.length + " parameters do not fit its columns and layers.");
        }
        this.kind = kind;
        this.columns = List.copyOf(columns);
        this.input = input;
        this.network = network;
        this.objective = objective;
        this.parameters = parameters;
        this.statistics = statistics;
    }

    private static boolean fits(final Objective objective, final InputEncoder input) {
        final var targets = objective instanceof Objective.Reconstruction r ? r.targets()
            : objective instanceof Objective.Variational v ? v.targets() : null;
        return targets == null || targets.equals(new TableInput(input).targets());
    }

    private static boolean finite(final float[] values) {
        for (final var value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** @return the kind of training, such as "contrastive" */
    public String kind() {
        return kind;
    }

    /** @return the names of its columns */
    public List<String> columns() {
        return columns;
    }

    /** @return the names of the columns that it does not use because they did not vary */
    public List<String> dropped() {
        return input.dropped();
    }

    /** @return the length of an embedding */
    public int dimensions() {
        return objective instanceof Objective.Variational v ? v.latent() : network.bodyWidth();
    }

    /** @return the number of parameters */
    public int parameters() {
        return parameters.length;
    }

    /** @return whether it has a reconstruction error */
    public boolean reconstructs() {
        return objective instanceof Objective.Variational
            || objective instanceof Objective.Reconstruction r && r.reconstruct() > 0;
    }

    /** @return the number of cells per column of a kind that did not occur in training */
    public Map<String, Integer> unseenCells(final Rows rows) {
        return input.unseenCells(rows);
    }

    Network network() {
        return network;
    }

    Objective objective() {
        return objective;
    }

    /** @return the encoding of raw rows */
    public InputEncoder input() {
        return input;
    }

    float[] values() {
        return parameters;
    }

    float[] statistics() {
        return statistics;
    }

    /** @return a session that encodes rows, any number of times; to be closed */
    public EncoderSession open(final Engine engine) {
        return new EncoderSession(this, engine);
    }

    /**
     * @param rows with its columns
     * @return their embeddings
     * @throws IllegalArgumentException if a column is missing or of another kind
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public DenseRows embed(final Rows rows, final Engine engine, final Progress progress) {
        try (var application = open(engine)) {
            return application.embed(rows, progress);
        }
    }

    /**
     * @param rows with its columns
     * @return the reconstruction error of each row: the mean over its columns of the squared error (scaled numbers) or
     *         the cross-entropy (categories), without missing cells
     * @throws IllegalArgumentException if a column is missing or of another kind
     * @throws IllegalStateException if it does not reconstruct
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public float[] reconstructionErrors(final Rows rows, final Engine engine, final Progress progress) {
        try (var application = open(engine)) {
            return application.reconstructionErrors(rows, progress);
        }
    }

    /** @return the input of {@link #restore} */
    public State state() {
        return new State().put("kind", kind).put("columns", columns.toArray(String[]::new)).put("input", input.state())
            .put("network", NetworkState.of(network)).put("objective", NetworkState.of(objective))
            .put("parameters", parameters).put("statistics", statistics);
    }

    /**
     * @param state of another encoder
     * @return an equal encoder
     * @throws UserMessageException if the state is damaged, or of a kind that this version does not know
     */
    public static TableEncoder restore(final State state) {
        return new TableEncoder(state.text("kind"), Arrays.asList(state.texts("columns", -1)),
            InputEncoder.restore(state.state("input")), NetworkState.network(state.state("network")),
            NetworkState.objective(state.state("objective")), state.floatsOrMissing("parameters", -1),
            state.floatsOrMissing("statistics", -1));
    }
}
