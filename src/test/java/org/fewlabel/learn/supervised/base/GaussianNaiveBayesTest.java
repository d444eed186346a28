package org.fewlabel.learn.supervised.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.model.Classifiers;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.base.GaussianNaiveBayes.Smoothing;
import org.junit.jupiter.api.Test;

class GaussianNaiveBayesTest {

    private static final int[] TWO = {0, 0, 1, 0, 1, 1, 0, 1};

    private static final int[] THREE = {0, 0, 1, 0, 1, 2, 0, 2};

    private static final double[] ONES = {1, 1, 1, 1, 1, 1, 1, 1};

    /* GaussianNB(var_smoothing=.1).fit(X, y).predict_proba(Q) of scikit-learn 1.2.1, with the rows of Samples */
    @Test
    void isAsScikitLearnHasIt() {
        assertClose(predict(TWO, ONES, new Smoothing(0.1, 0)), 0.828501, 0.171499, 0, 0.002506, 0.997494, 0, 0.000009,
            0.999991, 0);
        assertClose(predict(THREE, ONES, new Smoothing(0.1, 0)), 0.990288, 0.009685, 0.000027, 0.004242, 0.056872,
            0.938885, 0.000005, 0.999995, 0);
    }

    /* GaussianNB().fit(X, y, sample_weight).predict_proba(Q) */
    @Test
    void weightsCountAsScikitLearnHasIt() {
        assertClose(predict(TWO, Samples.WEIGHTS, Smoothing.SCIKIT_LEARN), 0.968205, 0.031795, 0, 0.000004, 0.999996, 0,
            0,
            1, 0);
        assertClose(predict(THREE, Samples.WEIGHTS, Smoothing.SCIKIT_LEARN), 1, 0, 0, 0.005313, 0.661611, 0.333076, 0,
            1,
            0);
    }

    @Test
    void aRowThatCountsForTwoClassesIsTwoRows() {
        final var values = new float[18];
        System.arraycopy(Samples.ROWS.values(), 0, values, 0, 16);
        System.arraycopy(Samples.ROWS.values(), 2, values, 16, 2); // the second row again
        final var twice = GaussianNaiveBayes.train(new DenseRows(9, 2, values),
            TrainingLabels.of(new int[]{0, 0, 1, 0, 1, 1, 0, 1, 1}, new double[]{1, 0.5, 1, 1, 1, 1, 1, 1, 0.25}, 2),
            Smoothing.SCIKIT_LEARN, Progress.NONE);
        final var masses = TrainingLabels.of(TWO, new double[]{1, 0.5, 1, 1, 1, 1, 1, 1}, 2).masses().clone();
        masses[3] = 0.25;
        final var both = GaussianNaiveBayes.train(Samples.ROWS, new TrainingLabels(2, masses), Smoothing.SCIKIT_LEARN,
            Progress.NONE);
        assertClose(both.predict(Samples.QUERIES, Workers.CALLER, Progress.NONE).values(),
            twice.predict(Samples.QUERIES, Workers.CALLER, Progress.NONE).values());
    }

    @Test
    void missingDimensionsAreLeftOut() { // the second class has none of the second dimension at all
        final var nan = Float.NaN;
        final var rows = new DenseRows(4, 2, new float[]{-1, 5, -2, nan, 1, nan, 2, nan});
        final var targets = TrainingLabels.of(new int[]{0, 0, 1, 1}, new double[]{1, 1, 1, 1}, 2);
        final var said = GaussianNaiveBayes.train(rows, targets, new Smoothing(0, 10), Progress.NONE)
            .predict(new DenseRows(3, 2, new float[]{-1.5f, nan, 1.5f, nan, nan, nan}), Workers.CALLER, Progress.NONE);
        assertThat(said.values()[0]).isGreaterThan(0.9);
        assertThat(said.values()[3]).isCloseTo(said.values()[0], within(1e-9));
        assertThat(said.values()[4]).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aSingleRowOfAClassLendsFromTheOthers() {
        final var rows = new DenseRows(2, 1, new float[]{-1, 1});
        final var targets = TrainingLabels.of(new int[]{0, 1}, new double[]{1, 1}, 2);
        final var query = new DenseRows(1, 1, new float[]{-0.5f});
        // there are no degrees of freedom for the pooled variance, so it is 1, with the weight 10 of 11
        final var variance = 10.0 / 11 + 1e-3;
        final var expected = 1 / (1 + Math.exp((0.25 - 2.25) / (2 * variance)));
        assertClose(GaussianNaiveBayes.train(rows, targets, Smoothing.FEW_LABELS, Progress.NONE).predict(query,
            Workers.CALLER, Progress.NONE).values(), expected, 1 - expected);
        assertClose(GaussianNaiveBayes.train(rows, targets, Smoothing.SCIKIT_LEARN, Progress.NONE).predict(query,
            Workers.CALLER, Progress.NONE).values(), 1, 0);
    }

    @Test
    void distantRowsArePredicted() {
        final var said = GaussianNaiveBayes.train(Samples.ROWS, TrainingLabels.of(TWO, ONES, 2), Smoothing.FEW_LABELS,
            Progress.NONE).predict(new DenseRows(1, 2, new float[]{1e30f, -1e30f}), Workers.CALLER, Progress.NONE);
        assertThat(said.values()[0] + said.values()[1]).isCloseTo(1, within(1e-9));
    }

    @Test
    void aVarianceThatIsNoneIsRefused() {
        final var state = new State().put("kind", GaussianNaiveBayes.KIND).put("classes", 2).put("columns", 1)
            .put("known", new int[]{0, 1}).put("shares", new double[]{-0.5, -0.5}).put("means", new double[]{0, 1})
            .put("variances", new double[]{1, 0});
        assertThatThrownBy(() -> Classifiers.restore(state)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("The stored model is damaged: a variance is too small.");
    }

    private static double[] predict(final int[] codes, final double[] weights, final Smoothing smoothing) {
        return GaussianNaiveBayes.train(Samples.ROWS, TrainingLabels.of(codes, weights, 3), smoothing, Progress.NONE)
            .predict(Samples.QUERIES, Workers.CALLER, Progress.NONE).values();
    }

    private static void assertClose(final double[] actual, final double... expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (var i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(2e-6));
        }
    }
}
