package org.fewlabel.learn;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.RowEncoder;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.label.LogisticRegression;

/**
 * What the labelled rows alone would give: logistic regression. Every few-label result is shown beside it. The unlabelled
 * rows only help to scale the columns.
 */
public final class LabelledOnly {

    /** of the choice of rows to learn from, if there are very many labelled ones */
    private static final long SEED = 0;

    private LabelledOnly() {
    }

    /**
     * @param rows all rows, labelled or not
     * @param labels of the same rows; at least one is labelled
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static FewLabelClassifier train(final Rows rows, final Labels labels, final Progress progress) {
        final var encoder = RowEncoder.fit(rows, progress);
        final var model = LogisticRegression.train(encoder.encode(rows, progress), labels, SEED, progress);
        return new FewLabelClassifier(rows.columns().stream().map(Column::name).toList(), labels.classes(), encoder,
            model);
    }
}
