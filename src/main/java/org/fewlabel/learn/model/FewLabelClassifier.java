package org.fewlabel.learn.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.function.Function;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.encode.NetworkClassifier;
import org.fewlabel.learn.encode.TableEncoder;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.supervised.Classifier;

/** A classifier of raw rows with its encoder, as stored for predicting new rows. */
public final class FewLabelClassifier {

    private final List<String> columns;

    private final List<String> classes;

    private final RowsClassifier model;

    /**
     * A classifier of encoded rows.
     *
     * @param columns the names of all given columns, including constant ones
     * @param classes the names of the classes, in the order of the model's
     * @param encoder fitted on those columns
     * @param model fitted on the encoded rows
     * @throws IllegalArgumentException if they do not belong together
     */
    public FewLabelClassifier(final List<String> columns, final List<String> classes, final RowEncoder encoder,
        final Classifier model) {
        this(columns, classes, new RowsClassifier.OfEncoded(encoder, model));
    }

    /**
     * A network, which reads raw rows itself. The library for networks is not loaded before it predicts.
     *
     * @param network the trained network
     */
    public FewLabelClassifier(final NetworkClassifier network) {
        this(network.columns(), network.classes(), new RowsClassifier.OfNetwork(network));
    }

    /**
     * Trains a classifier on the embedding of an encoder, as a classifier of raw rows.
     *
     * @param encoder the trained encoder
     * @param rows with the columns that it reads
     * @param learner trains a classifier on the embedding of the rows, as one column of vectors
     * @return a classifier of raw rows
     * @throws IllegalArgumentException if the learner gives anything but a classifier of encoded rows
     */
    public static FewLabelClassifier onEmbedding(final TableEncoder encoder, final Rows rows,
        final Function<Rows, FewLabelClassifier> learner, final Progress progress) {
        final var learned = learner.apply(RowsClassifier.OfEmbedded.embedded(encoder, rows, progress));
        if (!(learned.model instanceof RowsClassifier.OfEncoded onEmbedding)) {
            throw new IllegalArgumentException(
                "A classifier of the kind \"" + learned.kind() + "\" reads no embedding.");
        }
        return new FewLabelClassifier(encoder.columns(), learned.classes,
            new RowsClassifier.OfEmbedded(encoder, onEmbedding));
    }

    /**
     * @param encoder the trained encoder
     * @param rows with the columns that it reads
     * @return their embedding, as the one column of vectors that {@link #onEmbedding} reads
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static Rows embedded(final TableEncoder encoder, final Rows rows, final Progress progress) {
        return RowsClassifier.OfEmbedded.embedded(encoder, rows, progress);
    }

    /**
     * A classifier of raw rows for one of an embedding.
     *
     * @param encoder of the embedding
     * @param classes the names of the classes, in the order of the model's
     * @param rows fitted on the result of {@link #embedded}
     * @param model fitted on rows encoded by {@code rows}
     * @throws IllegalArgumentException if they do not belong together
     */
    public static FewLabelClassifier onEmbedding(final TableEncoder encoder, final List<String> classes,
        final RowEncoder rows, final Classifier model) {
        return new FewLabelClassifier(encoder.columns(), classes,
            new RowsClassifier.OfEmbedded(encoder, new RowsClassifier.OfEncoded(rows, model)));
    }

    /**
     * A classifier of rows in the input format of an encoder's network.
     *
     * @param encoder with that input format
     * @param classes the names of the classes, in the order of the model's
     * @param model fitted on rows of that input
     * @throws IllegalArgumentException if they do not belong together
     */
    public static FewLabelClassifier onInput(final TableEncoder encoder, final List<String> classes,
        final Classifier model) {
        return new FewLabelClassifier(encoder.columns(), classes, new RowsClassifier.OfInput(encoder.input(), model));
    }

    /**
     * An ensemble of classifiers, whose probabilities are averaged.
     *
     * @param members at least two, with the same columns and classes, and no ensembles
     * @return a classifier of the same rows
     * @throws IllegalArgumentException if they do not belong together
     */
    public static FewLabelClassifier ensemble(final List<FewLabelClassifier> members) {
        return new FewLabelClassifier(members.get(0).columns, members.get(0).classes,
            new RowsClassifier.OfCommittee(members.stream().map(member -> member.model).toList()));
    }

    FewLabelClassifier(final List<String> columns, final List<String> classes, final RowsClassifier model) {
        if (!model.fits(columns, classes)) {
            throw new UserMessageException("The model is damaged: it does not tell its " + classes.size()
                + " classes, or not from its " + columns.size() + " columns.");
        }
        this.columns = List.copyOf(columns);
        this.classes = List.copyOf(classes);
        this.model = model;
    }

    /** @return the names of the columns that it reads */
    public List<String> columns() {
        return columns;
    }

    /** @return the names of the classes */
    public List<String> classes() {
        return classes;
    }

    /** @return the kind of classifier */
    public String kind() {
        return model.kind();
    }

    /**
     * @param rows with the columns that it reads
     * @return their probabilities; NaN without a prediction
     * @throws IllegalArgumentException if a column is not there or is of another kind
     * @throws org.fewlabel.device.MissingLibraryException if it is a network and no library can compute it; the message
     *             says what to do
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public ClassProbabilities predict(final Rows rows, final Workers workers, final Progress progress) {
        return model.predict(rows, workers, progress);
    }

    /**
     * @param rows that were predicted
     * @param probabilities what they were predicted to be
     * @return the unusual rows
     */
    public UnusualRows unusual(final Rows rows, final ClassProbabilities probabilities) {
        final var unseen = model.unseenCells(rows).entrySet().stream()
            .map(column -> new UnusualRows.UnseenCells(column.getKey(), column.getValue(), model.countsNumbers()))
            .toList();
        final var undecided = (int)IntStream.range(0, rows.size())
            .filter(row -> !probabilities.isPredicted(row)).count();
        return new UnusualRows(unseen, undecided);
    }

    /** @return the state for {@link #restore} */
    public State state() {
        final var state = new State().put("columns", columns.toArray(String[]::new))
            .put("classes", classes.toArray(String[]::new));
        model.addTo(state);
        return state;
    }

    /**
     * @param state of another classifier
     * @return an equal classifier
     * @throws UserMessageException if the state is damaged, or of a kind that this version does not know
     */
    public static FewLabelClassifier restore(final State state) {
        return new FewLabelClassifier(Arrays.asList(state.texts("columns", -1)),
            Arrays.asList(state.texts("classes", -1)),
            Classifiers.restoreOfRows(state));
    }
}
