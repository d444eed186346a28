package org.fewlabel.learn.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.learn.encode.Engines;
import org.fewlabel.learn.encode.NetworkClassifier;
import org.fewlabel.learn.encode.TableEncoder;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.supervised.Classifier;

/** A classifier of raw rows of any kind. */
sealed interface RowsClassifier {

    /**
     * @param columns the names of the available columns
     * @param classes the names of the classes
     * @return whether it reads these columns and predicts these classes
     */
    boolean fits(List<String> columns, List<String> classes);

    /** @return the name of its kind in a stored model */
    String kind();

    /** @see FewLabelClassifier#predict */
    ClassProbabilities predict(Rows rows, Workers workers, Progress progress);

    /** @return the number of cells of each column with values unseen in training */
    Map<String, Integer> unseenCells(Rows rows);

    /** @return whether unseen cells may also be missing numbers; otherwise they are new categories */
    default boolean countsNumbers() {
        return true;
    }

    /** Adds the entries for {@link Classifiers#restoreOfRows} to a state. */
    void addTo(State state);

    /**
     * A classifier of encoded rows.
     *
     * @param encoder fitted on the columns
     * @param model fitted on the encoded rows
     */
    record OfEncoded(RowEncoder encoder, Classifier model) implements RowsClassifier {

        /** @throws IllegalArgumentException if the model reads other rows than the encoder makes */
        public OfEncoded {
            if (model.columns() != encoder.columns()) {
                throw new UserMessageException(
                    "The model is damaged: it reads " + model.columns() + " dimensions of "
                        + encoder.columns() + ".");
            }
            if (model.words() != 0 && model.words() != encoder.words()) {
                throw new UserMessageException("The model is damaged: it reads " + model.words() + " words of "
                    + encoder.words() + ".");
            }
        }

        @Override
        public boolean fits(final List<String> columns, final List<String> classes) {
            return classes.size() == model.classes() && columns.containsAll(encoder.used());
        }

        @Override
        public String kind() {
            return model.state().text("kind");
        }

        @Override
        public ClassProbabilities predict(final Rows rows, final Workers workers, final Progress progress) {
            return model.predict(encoder.encode(rows, progress), workers, progress);
        }

        @Override
        public Map<String, Integer> unseenCells(final Rows rows) {
            return encoder.unseenCells(rows);
        }

        @Override
        public boolean countsNumbers() {
            return false;
        }

        @Override
        public void addTo(final State state) {
            state.put("encoder", encoder.state()).put("model", model.state());
        }
    }

    /**
     * A classifier of the embedding of raw rows.
     *
     * @param encoder of the embedding
     * @param onEmbedding a classifier of the embedding, as one column of vectors
     */
    record OfEmbedded(TableEncoder encoder, OfEncoded onEmbedding) implements RowsClassifier {

        /** The name of the kind in a stored model. */
        static final String KIND = "embedded";

        /** The column that the classifier reads. */
        static final String COLUMN = "Embedding";

        /** @throws IllegalArgumentException if the classifier reads another column */
        public OfEmbedded {
            if (!onEmbedding.encoder().used().stream().allMatch(COLUMN::equals)) {
                throw new UserMessageException("The model is damaged: it reads more than an embedding.");
            }
        }

        static Rows embedded(final TableEncoder encoder, final Rows rows, final Progress progress) {
            final var dense = encoder.embed(rows, Engines.open(progress), progress);
            return new Rows(rows.size(),
                List.of(new VectorColumn(COLUMN, dense.rows(), dense.columns(), dense.values())));
        }

        @Override
        public boolean fits(final List<String> columns, final List<String> classes) {
            return columns.equals(encoder.columns()) && onEmbedding.model().classes() == classes.size();
        }

        @Override
        public String kind() {
            return encoder.kind() + " encoder, then " + onEmbedding.kind();
        }

        @Override
        public ClassProbabilities predict(final Rows rows, final Workers workers, final Progress progress) {
            return onEmbedding.predict(embedded(encoder, rows, progress.part(0, 0.5)), workers, progress.part(0.5, 1));
        }

        @Override
        public Map<String, Integer> unseenCells(final Rows rows) {
            return encoder.unseenCells(rows);
        }

        @Override
        public void addTo(final State state) {
            final var inner = new State().put("kind", KIND).put("network", encoder.state());
            onEmbedding.addTo(inner);
            state.put("model", inner);
        }
    }

    /**
     * A classifier of rows in the input format of a network.
     *
     * @param input of raw rows
     * @param model fitted on rows in that format
     */
    record OfInput(InputEncoder input, Classifier model) implements RowsClassifier {

        /** The name of the kind in a stored model. */
        static final String KIND = "fine-tuned";

        /** @throws IllegalArgumentException if the model reads other rows than the input makes */
        public OfInput {
            if (model.columns() != input.width()) {
                throw new UserMessageException("The model is damaged: it reads " + model.columns() + " numbers of "
                    + input.width() + ".");
            }
        }

        @Override
        public boolean fits(final List<String> columns, final List<String> classes) {
            return classes.size() == model.classes() && columns.containsAll(input.used());
        }

        @Override
        public String kind() {
            return KIND + " " + model.state().text("kind");
        }

        @Override
        public ClassProbabilities predict(final Rows rows, final Workers workers, final Progress progress) {
            return model.predict(input.encode(rows, progress), workers, progress);
        }

        @Override
        public Map<String, Integer> unseenCells(final Rows rows) {
            return input.unseenCells(rows);
        }

        @Override
        public void addTo(final State state) {
            state.put("model",
                new State().put("kind", KIND).put("input", input.state()).put("classifier", model.state()));
        }
    }

    /**
     * A network, which reads raw rows itself. Its engine is opened only when rows are predicted.
     *
     * @param network the trained network
     */
    record OfNetwork(NetworkClassifier network) implements RowsClassifier {

        @Override
        public boolean fits(final List<String> columns, final List<String> classes) {
            return classes.equals(network.classes()) && columns.equals(network.columns());
        }

        @Override
        public String kind() {
            return NetworkClassifier.KIND;
        }

        @Override
        public ClassProbabilities predict(final Rows rows, final Workers workers, final Progress progress) {
            return network.predict(rows, Engines.open(progress), progress);
        }

        @Override
        public Map<String, Integer> unseenCells(final Rows rows) {
            return network.unseenCells(rows);
        }

        @Override
        public void addTo(final State state) {
            state.put("model", network.state());
        }
    }

    /**
     * An ensemble of classifiers of the same rows, whose probabilities are averaged. If a row is undecided by one of
     * them, the others decide.
     *
     * @param members at least two, and no ensembles, so that a forged one cannot recurse infinitely
     */
    record OfCommittee(List<RowsClassifier> members) implements RowsClassifier {

        /** The name of the kind in a stored model. */
        static final String KIND = "committee";

        /** The maximum number of members; more would be a forged model. */
        static final int MAX_MEMBERS = 64;

        private static final String SIZE = "size";

        private static final String MEMBER = "member ";

        /** @throws IllegalArgumentException if they are too few or too many, or one is a committee itself */
        public OfCommittee {
            members = List.copyOf(members);
            if (members.size() < 2 || members.size() > MAX_MEMBERS
                || members.stream().anyMatch(member -> member instanceof OfCommittee)) {
                throw new UserMessageException("The model is damaged: a committee of " + members.size() + ".");
            }
        }

        /** @return the states of the members of an ensemble */
        static List<State> states(final State committee) {
            return IntStream.range(0, committee.integer(SIZE, 2, MAX_MEMBERS))
                .mapToObj(i -> committee.state(MEMBER + i))
                .toList();
        }

        @Override
        public boolean fits(final List<String> columns, final List<String> classes) {
            return members.stream().allMatch(member -> member.fits(columns, classes));
        }

        @Override
        public String kind() {
            return KIND + " of " + members.stream().map(RowsClassifier::kind).collect(Collectors.joining("; "));
        }

        @Override
        public ClassProbabilities predict(final Rows rows, final Workers workers, final Progress progress) {
            final var all = new ArrayList<ClassProbabilities>();
            for (var i = 0; i < members.size(); i++) {
                all.add(members.get(i).predict(rows, workers,
                    progress.part((double)i / members.size(), (i + 1.0) / members.size())));
            }
            return ClassProbabilities.mean(all);
        }

        @Override
        public Map<String, Integer> unseenCells(final Rows rows) {
            return members.get(0).unseenCells(rows);
        }

        @Override
        public boolean countsNumbers() {
            return members.get(0).countsNumbers();
        }

        @Override
        public void addTo(final State state) {
            final var inner = new State().put("kind", KIND).put(SIZE, members.size());
            for (var i = 0; i < members.size(); i++) {
                final var member = new State();
                members.get(i).addTo(member);
                inner.put(MEMBER + i, member);
            }
            state.put("model", inner);
        }
    }
}
