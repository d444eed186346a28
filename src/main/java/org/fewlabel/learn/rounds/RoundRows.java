package org.fewlabel.learn.rounds;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.encode.TableEncoder;
import org.fewlabel.learn.features.HashedWords;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.model.FewLabelClassifier;
import org.fewlabel.learn.model.LabeledOnly;
import org.fewlabel.learn.supervised.Baseline;
import org.fewlabel.learn.supervised.Classifier;

/** Rows as those that learn in rounds take them, and the way back to a classifier of raw rows. */
sealed interface RoundRows {

    /** @return the rows */
    DenseRows rows();

    /** @return whether they are made of texts and nothing else */
    default boolean ofTexts() {
        return false;
    }

    /** @return the dimensions that are not of texts, if there are texts beside them; else none */
    default int[] besideTexts() {
        return new int[0];
    }

    /**
     * @param raw the rows that these were made of
     * @return the baseline, which reads raw rows whatever these are
     */
    default Baseline baseline(final Rows raw, final Progress progress) {
        return LabeledOnly.of(raw, progress);
    }

    /** @return of a classifier of such rows one of raw rows */
    FewLabelClassifier classifier(Classifier learned, List<String> classes);

    /** @return the names of the columns that are not used because they do not have two different values */
    default List<String> constantColumns() {
        return List.of();
    }

    /** @return the columns of which terms are hashed */
    default List<HashedWords> hashedWords() {
        return List.of();
    }

    /** @return whether all rows have the same embedding */
    default boolean constantEmbedding() {
        return false;
    }

    /**
     * @param fineTuned whether what learns goes on from the encoder, if there is one
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static RoundRows of(final WarmStart beginning, final Rows rows, final boolean fineTuned, final Progress progress) {
        if (!(beginning instanceof WarmStart.Encoded encoded)) {
            final var encoder = RowEncoder.fit(rows, progress);
            return new Raw(rows.columns().stream().map(Column::name).toList(), encoder, encoder.encode(rows, progress));
        }
        if (fineTuned) {
            return new Taken(encoded.encoder(), encoded.encoder().input().encode(rows, progress));
        }
        final var embedding = FewLabelClassifier.embedded(encoded.encoder(), rows, progress);
        final var encoder = RowEncoder.fit(embedding, progress);
        return new Embedded(encoded.encoder(), encoder, encoder.encode(embedding, progress));
    }

    /**
     * Raw rows, encoded.
     *
     * @param columns the names of all columns that were given
     */
    record Raw(List<String> columns, RowEncoder encoder, DenseRows rows) implements RoundRows {

        @Override
        public boolean ofTexts() {
            return encoder.ofTexts();
        }

        @Override
        public int[] besideTexts() {
            return encoder.words() == 0 || encoder.ofTexts() ? new int[0] : encoder.dimensionsBesideTexts();
        }

        @Override
        public Baseline baseline(final Rows raw, final Progress progress) {
            return LabeledOnly.of(raw, encoder, rows, progress);
        }

        @Override
        public FewLabelClassifier classifier(final Classifier learned, final List<String> classes) {
            return new FewLabelClassifier(columns, classes, encoder, learned);
        }

        @Override
        public List<String> constantColumns() {
            return encoder.dropped();
        }

        @Override
        public List<HashedWords> hashedWords() {
            return encoder.hashedWords();
        }
    }

    /** The embedding of the rows. */
    record Embedded(TableEncoder given, RowEncoder encoder, DenseRows rows) implements RoundRows {

        @Override
        public FewLabelClassifier classifier(final Classifier learned, final List<String> classes) {
            return FewLabelClassifier.onEmbedding(given, classes, encoder, learned);
        }

        @Override
        public boolean constantEmbedding() {
            return !encoder.dropped().isEmpty();
        }
    }

    /** Rows as the given encoder takes them. */
    record Taken(TableEncoder given, DenseRows rows) implements RoundRows {

        @Override
        public FewLabelClassifier classifier(final Classifier learned, final List<String> classes) {
            return FewLabelClassifier.onInput(given, classes, learned);
        }
    }
}
