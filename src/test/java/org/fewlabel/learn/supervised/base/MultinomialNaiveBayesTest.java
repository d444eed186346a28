package org.fewlabel.learn.supervised.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Metric;
import org.fewlabel.learn.model.Classifiers;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.WordRegression;
import org.fewlabel.learn.text.SparseRows;
import org.junit.jupiter.api.Test;

class MultinomialNaiveBayesTest {

    /**
     * "red red apple", "green apple pie", "pie pie pie crust", "red crust"; apple, crust, green, pie, red. A word with
     * the count 2 or 3 here occurs e or e² times.
     */
    private static final DenseRows ROWS = rows(new SparseRows(4, 5, new int[]{0, 2, 5, 7, 9},
        new int[]{0, 4, 0, 2, 3, 1, 3, 1, 4},
        new float[]{1, (float)Math.E, 1, 1, 1, 1, (float)(Math.E * Math.E), 1, 1}));

    private static final Labels LABELS = new Labels(new int[]{0, 0, 1, 1}, List.of("a", "b"));

    private static DenseRows rows(final SparseRows words) {
        return new DenseRows(words.rows(), 0, new float[0], Metric.EUCLIDEAN, words);
    }

    /**
     * MultinomialNB(alpha=0.5) of scikit-learn 1.9; our shares of classes are smoothed too, which equal classes do not
     * feel.
     */
    @Test
    void isThatOfScikitLearn() {
        final var said = MultinomialNaiveBayes.train(ROWS, TrainingLabels.of(LABELS), 0.5, Progress.NONE).predict(ROWS,
            Workers.CALLER, Progress.NONE);
        assertThat(said.values()).containsExactly(
            new double[]{0.932836, 0.067164, 0.865385, 0.134615, 0.015499, 0.984501, 0.25, 0.75},
            within(1e-6));
    }

    /** The same with sample_weight 1, 0.5, 1 and 0.25. */
    @Test
    void rowsCountAsMuchAsTheyWeigh() {
        final var targets = TrainingLabels.of(new int[]{0, 0, 1, 1}, new double[]{1, 0.5, 1, 0.25}, 2);
        final var state = MultinomialNaiveBayes.train(ROWS, targets, 0.5, Progress.NONE).state();
        assertThat((float[])state.entries().get("logs")).containsExactly(new float[]{-1.252763f, -2.639057f, -1.94591f,
            -1.94591f, -1.029619f, -2.639057f, -1.386294f, -2.639057f, -0.693147f, -2.233592f}, within(1e-5f));
    }

    @Test
    void aRowWithoutWordsGetsTheSharesOfTheClasses() {
        final var labels = new Labels(new int[]{0, 0, 1, -1}, List.of("a", "b", "never"));
        final var said = MultinomialNaiveBayes.train(ROWS, TrainingLabels.of(labels), 0.1, Progress.NONE)
            .predict(rows(new SparseRows(1, 5, new int[]{0, 0}, new int[0], new float[0])), Workers.CALLER,
                Progress.NONE);
        assertThat(said.values()).containsExactly(new double[]{0.6, 0.4, 0}, within(1e-12)); // (2 + 1) : (1 + 1)
    }

    @Test
    void otherWordsAreRefused() {
        final var bayes = MultinomialNaiveBayes.train(ROWS, TrainingLabels.of(LABELS), 0.1, Progress.NONE);
        assertThat(bayes.words()).isEqualTo(5);
        assertThatThrownBy(() -> bayes.predict(rows(SparseRows.none(2)), Workers.CALLER, Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0 words, not of 0 and 5");
    }

    @Test
    void bothClassifiersOfWordsAreRestored() {
        for (final var classifier : List.of(
            MultinomialNaiveBayes.train(ROWS, TrainingLabels.of(LABELS), 0.1, Progress.NONE),
            WordRegression.train(ROWS, TrainingLabels.of(LABELS), Workers.CALLER, Progress.NONE))) {
            final var restored = Classifiers.restore(classifier.state());
            assertThat(restored).hasSameClassAs(classifier);
            assertThat(restored.predict(ROWS, Workers.own(2), Progress.NONE))
                .isEqualTo(classifier.predict(ROWS, Workers.CALLER, Progress.NONE));
        }
    }
}
