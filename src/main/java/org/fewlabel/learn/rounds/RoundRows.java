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

/** The rows for self-training or co-training, with a conversion of their classifiers to classifiers of raw rows. */
sealed interface RoundRows {

    /** @return the rows */
    DenseRows rows();

    /** @return whether all columns are texts */
    default boolean ofTexts() {
        return false;
    }

    /** @return the dimensions that are not of texts, if there are also texts; otherwise none */
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

    /** @return a classifier of raw rows for one of such rows */
    FewLabelClassifier classifier(Classifier learned, List<String> classes);

    /** @return the names of the constant columns, which are not used */
    default List<String> constantColumns() {
        return List.of();
    }

    /** @return the columns whose terms are hashed */
    default List<HashedWords> hashedWords() {
        return List.of();
    }

    /** @return whether all rows have the same embedding */
    default boolean constantEmbedding() {
        return false;
    }

    /**
     * @param fineTuned whether the encoder, if there is one, is fine-tuned
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static RoundRows of(final WarmStart warmStart, final Rows rows, final boolean fineTuned, final Progress progress) {
        if (!(warmStart instanceof WarmStart.Encoded encoded)) {
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
     * @param columns the names of all given columns
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

    /** Rows in the input format of the given encoder. */
    record Taken(TableEncoder given, DenseRows rows) implements RoundRows {

        @Override
        public FewLabelClassifier classifier(final Classifier learned, final List<String> classes) {
            return FewLabelClassifier.onInput(given, classes, learned);
        }
    }
}
