package org.fewlabel.learn.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.fewlabel.device.Checks;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    private static final DenseRows ROWS = new DenseRows(9, 2,
        new float[]{0, 1.5f, 1, 0.5f, 2, -1, -1, 2, 0.5f, -2, -1.5f, -1, 1.5f, 1.5f, -2, 0, 7, 7});

    private static final DenseRows QUERIES = new DenseRows(3, 2, new float[]{0.5f, 0.5f, -1, -1, 3, -2});

    private static final double[] WEIGHTS = {1, 0.5, 0.25, 1, 2, 0.1, 0.75, 0.3, 1};

    /*
     * X=np.array([[0,1.5],[1,0.5],[2,-1],[-1,2],[0.5,-2],[-1.5,-1],[1.5,1.5],[-2,0]])
     * f=LogisticRegression(solver='liblinear',C=1,intercept_scaling=101**.5,tol=1e-10,max_iter=10000).fit(X,y)
     * f.predict_proba([[0.5,0.5],[-1,-1],[3,-2]])
     */
    @Test
    void twoClassesAreAsScikitLearnHasThem() {
        final var labels = new Labels(new int[]{0, 0, 1, 0, 1, 1, 0, 1, -1}, List.of("a", "b"));
        assertClose(predict(labels), 0.631097, 0.368903, 0.118363, 0.881637, 0.14205, 0.85795);
    }

    @Test
    void threeClassesAreAsScikitLearnHasThem() {
        final var labels = new Labels(new int[]{0, 0, 1, 0, 1, 2, 0, 2, -1}, List.of("a", "b", "c"));
        assertClose(predict(labels), 0.724525, 0.173609, 0.101866, 0.135346, 0.26128, 0.603374, 0.129792, 0.854973,
            0.015235);
    }

    @Test
    void classesThatNoLabelHasAreImpossible() {
        final var labels = new Labels(new int[]{3, 3, 1, 3, 1, 1, 3, 1, -1}, List.of("x", "b", "y", "a"));
        assertClose(predict(labels), 0, 0.368903, 0, 0.631097, 0, 0.881637, 0, 0.118363, 0, 0.85795, 0, 0.14205);
    }

    /* as above, .fit(X, y, [1, .5, .25, 1, 2, .1, .75, .3]), scikit-learn 1.2.1 */
    @Test
    void weightsCountAsScikitLearnHasThem() {
        assertClose(predict(TrainingLabels.of(new int[]{0, 0, 1, 0, 1, 1, 0, 1, -1}, WEIGHTS, 2)), 0.68692, 0.31308,
            0.229866,
            0.770134, 0.165347, 0.834653);
        assertClose(predict(TrainingLabels.of(new int[]{0, 0, 1, 0, 1, 2, 0, 2, -1}, WEIGHTS, 3)), 0.711474, 0.235813,
            0.052713,
            0.263262, 0.574186, 0.162552, 0.152059, 0.833768, 0.014172);
    }

    /* the second row once more at the end, as another class, with the weight .25 */
    @Test
    void aRowThatCountsForTwoClassesIsTwoRows() {
        final var two = TrainingLabels.of(new int[]{0, 0, 1, 0, 1, 1, 0, 1, -1}, WEIGHTS, 2).masses().clone();
        two[3] = 0.25;
        assertClose(predict(new TrainingLabels(2, two)), 0.632479, 0.367521, 0.212565, 0.787435, 0.122862, 0.877138);
        final var three = TrainingLabels.of(new int[]{0, 0, 1, 0, 1, 2, 0, 2, -1}, WEIGHTS, 3).masses().clone();
        three[5] = 0.25;
        assertClose(predict(new TrainingLabels(3, three)), 0.677842, 0.2241, 0.098058, 0.24192, 0.558538, 0.199542,
            0.11602,
            0.847564, 0.036416);
    }

    /* liblinear-java 2.44 through Tribuo 4.3.2, L2R_LR, C = 1, tolerance 1e-5, features 10 and 1 for the intercept */
    @Test
    void fourClassesAreAsLiblinearHasThem() {
        final var labels = new Labels(new int[]{3, 3, 1, 3, 1, 0, 3, 1, -1}, List.of("x", "b", "y", "a"));
        assertClose(predict(labels), 0.060099, 0.289469, 0, 0.650433, 0.267469, 0.610579, 0, 0.121952, 0.043906,
            0.813739, 0, 0.142355);
        assertThat(predict(TrainingLabels.of(labels))).containsExactly(predict(labels));
    }

    /* the same library; labels for the first 30 of 60 rows */
    @Test
    void twelveDimensionsAreAsLiblinearHasThem() {
        final var random = new Random(1);
        final var values = new float[60 * 12];
        final var codes = new int[60];
        for (var i = 0; i < 60; i++) {
            for (var d = 0; d < 12; d++) {
                values[12 * i + d] = (float)random.nextGaussian();
            }
            codes[i] = i < 30 ? (values[12 * i + 2] > 0 ? 1 : 0) + (values[12 * i + 11] > 0.5 ? 1 : 0) : -1;
        }
        final var rows = new DenseRows(60, 12, values);
        final var labels = new Labels(codes, List.of("a", "b", "c"));
        final var last = rows.select(new int[]{56, 57, 58, 59});
        final var trained = LogisticRegression.train(rows, labels, 0, Progress.NONE);
        assertClose(trained.predict(last, Workers.CALLER, Progress.NONE).values(), 0.383522, 0.572767, 0.043712,
            0.785852,
            0.015471, 0.198677, 0.021632, 0.088231, 0.890137, 0.30458, 0.60959, 0.08583);
    }

    @Test
    void theRowsGivenStayAsTheyAre() {
        final var values = new float[]{Float.NaN, 1, 2, 3};
        final var rows = new DenseRows(4, 1, values);
        final var labels = new Labels(new int[]{0, 0, 1, 1}, List.of("a", "b"));
        LogisticRegression.train(rows, labels, 0, Progress.NONE);
        LogisticRegression.train(rows, TrainingLabels.of(labels), Workers.CALLER, Progress.NONE);
        assertThat(values).containsExactly(Float.NaN, 1, 2, 3);
    }

    @Test
    void moreThanTenFeaturesKeepTheirWeights() {
        final var random = new Random(1);
        final var values = new float[200 * 12];
        final var codes = new int[200];
        for (var i = 0; i < 200; i++) {
            for (var d = 0; d < 12; d++) {
                values[12 * i + d] = (float)random.nextGaussian();
            }
            codes[i] = values[12 * i + 2] > 0 ? 1 : 0;
        }
        final var trained = LogisticRegression.train(new DenseRows(200, 12, values),
            new Labels(codes, List.of("a", "b")), 0, Progress.NONE);
        final var query = new float[24];
        query[2] = 2;
        query[12 + 2] = -2;
        final var probabilities = trained.predict(new DenseRows(2, 12, query), Workers.CALLER, Progress.NONE);
        assertThat(probabilities.values()[1]).isGreaterThan(0.9);
        assertThat(probabilities.values()[3]).isLessThan(0.1);
    }

    @Test
    void aMissingValueCountsAsTheMean() {
        final var labels = new Labels(new int[]{0, 0, 1, 0, 1, 1, 0, 1, -1}, List.of("a", "b"));
        final var trained = LogisticRegression.train(ROWS, labels, 0, Progress.NONE);
        final var missing = new DenseRows(2, 2, new float[]{Float.NaN, 1, Float.NaN, Float.NaN});
        final var mean = new DenseRows(2, 2, new float[]{0, 1, 0, 0});
        assertThat(trained.predict(missing, Workers.CALLER, Progress.NONE).values())
            .containsExactly(trained.predict(mean, Workers.CALLER, Progress.NONE).values());
    }

    @Test
    void oneClassIsAlwaysTheAnswer() {
        final var labels = new Labels(new int[]{-1, 1, -1, 1, -1, -1, -1, -1, -1}, List.of("a", "b"));
        assertThat(predict(labels)).containsExactly(0, 1, 0, 1, 0, 1);
    }

    @Test
    void withoutDimensionsItKnowsHowOftenTheClassesOccur() {
        final var labels = new Labels(new int[]{0, 0, 0, 1}, List.of("a", "b"));
        final var trained = LogisticRegression.train(new DenseRows(4, 0, new float[0]), labels, 0, Progress.NONE);
        final var probabilities = trained.predict(new DenseRows(1, 0, new float[0]), Workers.CALLER, Progress.NONE);
        assertThat(probabilities.values()[0]).isCloseTo(0.75, within(0.01));
    }

    @Test
    void distantRowsArePredicted() {
        final var labels = new Labels(new int[]{0, 0, 1, 0, 1, 2, 0, 2, -1}, List.of("a", "b", "c"));
        final var far = new DenseRows(2, 2, new float[]{1e30f, -1e30f, -1e30f, 1e30f});
        final var probabilities = LogisticRegression.train(ROWS, labels, 0, Progress.NONE).predict(far, Workers.CALLER,
            Progress.NONE);
        for (var i = 0; i < 2; i++) {
            assertThat(IntStream.range(3 * i, 3 * i + 3).mapToDouble(c -> probabilities.values()[c]).sum())
                .isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void manyLabeledRowsAreSampledBySeed() {
        final var n = LogisticRegression.MAX_ROWS + 5000;
        final var random = new Random(1);
        final var values = new float[n];
        final var codes = new int[n];
        for (var i = 0; i < n; i++) {
            codes[i] = i % 2;
            values[i] = (float)(random.nextGaussian() + codes[i]);
        }
        final var rows = new DenseRows(n, 1, values);
        final var labels = new Labels(codes, List.of("a", "b"));
        final var query = new DenseRows(1, 1, new float[]{0});
        final var once = LogisticRegression.train(rows, labels, 1, Progress.NONE).predict(query, Workers.CALLER,
            Progress.NONE);
        final var again = LogisticRegression.train(rows, labels, 1, Progress.NONE).predict(query, Workers.CALLER,
            Progress.NONE);
        final var other = LogisticRegression.train(rows, labels, 2, Progress.NONE).predict(query, Workers.CALLER,
            Progress.NONE);
        assertThat(again.values()).containsExactly(once.values());
        assertThat(other).isNotEqualTo(once);
        assertThat(once.values()[0]).isCloseTo(0.62, within(0.02));
    }

    @Test
    void refusesWhatDoesNotFit() {
        final var none = new Labels(new int[]{-1, -1, -1, -1, -1, -1, -1, -1, -1}, List.of("a"));
        assertThatThrownBy(() -> predict(none)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("No row is labeled.");
        assertThatThrownBy(() -> predict(new Labels(new int[]{0}, List.of("a"))))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("9 rows have 1 labels");
        final var labels = new Labels(new int[]{0, 0, 1, 0, 1, 1, 0, 1, -1}, List.of("a", "b"));
        final var trained = LogisticRegression.train(ROWS, labels, 0, Progress.NONE);
        assertThatThrownBy(() -> trained.predict(new DenseRows(1, 3, new float[3]), Workers.CALLER, Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Rows of 3 dimensions, not of 2");
    }

    @Test
    void cancelIsHeard() {
        final var canceled = Checks.canceledAt(1);
        final var labels = new Labels(new int[]{0, 0, 1, 0, 1, 1, 0, 1, -1}, List.of("a", "b"));
        assertThatThrownBy(() -> LogisticRegression.train(ROWS, labels, 0, canceled))
            .isInstanceOf(CancellationException.class);
    }

    /** Cancellation is checked in each pass over the rows, and any pass ends there. */
    @Test
    void cancelIsHeardWhileItFits() {
        final var labels = new Labels(new int[]{0, 0, 1, 0, 1, 2, 0, 2, -1}, List.of("a", "b", "c"));
        final var counted = Checks.patient();
        LogisticRegression.train(ROWS, labels, 0, counted);
        assertThat(counted.count()).isGreaterThan(30);
        for (var at = 2; at < counted.count(); at += 7) {
            final var canceled = Checks.canceledAt(at);
            assertThatThrownBy(() -> LogisticRegression.train(ROWS, labels, 0, canceled))
                .isInstanceOf(CancellationException.class);
        }
    }

    private static double[] predict(final TrainingLabels targets) {
        return LogisticRegression.train(ROWS, targets, Workers.CALLER, Progress.NONE).predict(QUERIES, Workers.CALLER,
            Progress.NONE).values();
    }

    private static double[] predict(final Labels labels) {
        return LogisticRegression.train(ROWS, labels, 0, Progress.NONE).predict(QUERIES, Workers.CALLER,
            Progress.NONE).values();
    }

    private static void assertClose(final double[] actual, final double... expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (var i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-3));
        }
    }
}
