package org.fewlabel.learn.model;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.supervised.LogisticRegression;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.WordRegression;

/**
 * The baseline: logistic regression on the labeled rows only, shown beside every result. The unlabeled rows are only
 * used to scale the columns and for the document frequencies of texts.
 */
public final class LabeledOnly {

    /** The fixed seed of the sample of rows, if there are very many labeled ones. */
    private static final long SEED = 0;

    private LabeledOnly() {
    }

    /**
     * @param rows all rows, labeled and unlabeled
     * @param labels of the same rows; at least one is labeled
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static FewLabelClassifier train(final Rows rows, final Labels labels, final Progress progress) {
        final var encoder = RowEncoder.fit(rows, progress);
        final var encoded = encoder.encode(rows, progress);
        final var model = encoder.ofTexts()
            ? WordRegression.train(encoded, TrainingLabels.of(labels), Workers.CALLER, progress)
            : LogisticRegression.train(encoded, labels, SEED, progress);
        return new FewLabelClassifier(rows.columns().stream().map(Column::name).toList(), labels.classes(), encoder,
            model);
    }
}
