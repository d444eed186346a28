package org.fewlabel.learn.model;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.supervised.Baseline;

/**
 * The {@link Baseline} of raw rows: shown beside every result.
 */
public final class LabeledOnly {

    private LabeledOnly() {
    }

    /**
     * @param rows all rows, labeled and unlabeled
     * @param labels of the same rows; at least one is labeled
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static FewLabelClassifier train(final Rows rows, final Labels labels, final Progress progress) {
        final var encoder = RowEncoder.fit(rows, progress);
        final var model = new Baseline(encoder.encode(rows, progress), encoder.ofTexts()).train(labels, progress);
        return new FewLabelClassifier(rows.columns().stream().map(Column::name).toList(), labels.classes(), encoder,
            model);
    }

    /**
     * @param rows all rows, labeled or not
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static Baseline of(final Rows rows, final Progress progress) {
        final var encoder = RowEncoder.fit(rows, progress);
        return new Baseline(encoder.encode(rows, progress), encoder.ofTexts());
    }

    /**
     * The same, of rows that are encoded anyway, perhaps to be compared in another way.
     *
     * @param encoder fitted on the rows
     * @param encoded what it made of them
     */
    public static Baseline of(final Rows rows, final RowEncoder encoder, final DenseRows encoded,
        final Progress progress) {
        return encoder.ofTexts() || encoder.metric().similarity() == Similarity.EUCLIDEAN
            ? new Baseline(encoded, encoder.ofTexts()) : of(rows, progress);
    }
}
