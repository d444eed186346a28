package org.fewlabel.learn.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.text.TermWeights;
import org.fewlabel.learn.text.TopicTexts;
import org.junit.jupiter.api.Test;

class WordRegressionTest {

    /** The same weights written out with their zeros, as only a test may. */
    @Test
    void isLogisticRegressionOnTheWeightsOfTheWords() {
        final var topics = TopicTexts.of(20, 15, 2);
        final var rows = RowEncoder.fit(topics.rows(), Progress.NONE).encode(topics.rows(), Progress.NONE);
        final var weights = TermWeights.of(rows.words()).apply(rows.words());
        final var dense = new float[rows.rows() * weights.columns()];
        for (var row = 0; row < rows.rows(); row++) {
            for (var i = weights.offsets()[row]; i < weights.offsets()[row + 1]; i++) {
                dense[row * weights.columns() + weights.indices()[i]] = weights.values()[i];
            }
        }
        final var written = new DenseRows(rows.rows(), weights.columns(), dense);
        final var labels = topics.labels(5);
        final var expected = LogisticRegression.train(written, labels, 0, Progress.NONE).predict(written,
            Workers.CALLER, Progress.NONE).values();
        final var words = WordRegression.train(rows, TrainingLabels.of(labels), Workers.CALLER, Progress.NONE);
        assertThat(words.predict(rows, Workers.CALLER, Progress.NONE).values()).containsExactly(expected, within(1e-6));
    }
}
