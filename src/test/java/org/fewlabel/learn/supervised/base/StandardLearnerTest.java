package org.fewlabel.learn.supervised.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.model.Classifiers;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The properties of every base learner. */
class StandardLearnerTest {

    private static final Samples.Clouds CLOUDS = Samples.Clouds.of(300, 3, 4, 1);

    private static double[] predict(final StandardLearner learner, final DenseRows rows, final TrainingLabels targets,
        final DenseRows queries) {
        return learner.fit(rows, targets, 1, Workers.CALLER, Progress.NONE).predict(queries, Workers.CALLER,
            Progress.NONE).values();
    }

    @ParameterizedTest
    @EnumSource
    void learnsCloudsFromAFewOfTheirRows(final StandardLearner learner) {
        final var said = predict(learner, CLOUDS.rows(), TrainingLabels.of(CLOUDS.labels(10)), CLOUDS.rows());
        final var predicted = new ClassProbabilities(3, said).argmax();
        final var right = IntStream.range(0, 300).filter(i -> predicted[i] == CLOUDS.truth()[i]).count();
        assertThat(right).isGreaterThan(280);
        for (var i = 0; i < 300; i++) {
            assertThat(said[3 * i] + said[3 * i + 1] + said[3 * i + 2]).isCloseTo(1, within(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource
    void equalSeedsGiveEqualBitsOnAnyNumberOfThreads(final StandardLearner learner) {
        final var targets = TrainingLabels.of(CLOUDS.labels(20));
        final var once = predict(learner, CLOUDS.rows(), targets, CLOUDS.rows());
        final var classifier = learner.fit(CLOUDS.rows(), targets, 1, Workers.own(3), Progress.NONE);
        assertThat(classifier.predict(CLOUDS.rows(), Workers.own(2), Progress.NONE).values()).containsExactly(once);
        assertThat(
            Classifiers.restore(classifier.state()).predict(CLOUDS.rows(), Workers.CALLER, Progress.NONE).values())
            .containsExactly(once);
    }

    @ParameterizedTest
    @EnumSource
    void aClassWithoutRowsIsImpossibleAndOneClassIsCertain(final StandardLearner learner) {
        final var two = TrainingLabels.of(new int[]{3, 3, 1, 3, 1, 1, 3, 1}, Samples.WEIGHTS, 5);
        final var said = predict(learner, Samples.ROWS, two, Samples.QUERIES);
        for (var i = 0; i < 3; i++) {
            assertThat(said[5 * i]).isZero();
            assertThat(said[5 * i + 1] + said[5 * i + 3]).isCloseTo(1, within(1e-6));
        }
        final var one = TrainingLabels.of(new int[]{-1, -1, 1, -1, -1, -1, -1, 1}, Samples.WEIGHTS, 2);
        assertThat(predict(learner, Samples.ROWS, one, Samples.QUERIES)).containsExactly(0, 1, 0, 1, 0, 1);
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatCountMoreAreHeardMore(final StandardLearner learner) {
        final var values = new float[40];
        for (var i = 0; i < 40; i++) {
            values[i] = i % 4 < 2 ? -1 : 1; // which does not separate them
        }
        final var rows = new DenseRows(40, 1, values);
        final var codes = IntStream.range(0, 40).map(i -> i % 2).toArray();
        final var weights = IntStream.range(0, 40).mapToDouble(i -> i % 2 == 0 ? 1 : 0.25).toArray();
        final var said = predict(learner, rows, TrainingLabels.of(codes, weights, 2),
            new DenseRows(1, 1, new float[1]));
        assertThat(said[0]).isCloseTo(0.8, within(0.04));
    }

    @ParameterizedTest
    @EnumSource
    void aRowMayCountForSeveralClasses(final StandardLearner learner) {
        final var masses = new double[80];
        for (var i = 0; i < 40; i++) {
            masses[2 * i] = 0.6;
            masses[2 * i + 1] = 0.2;
        }
        final var values = new float[40];
        for (var i = 0; i < 40; i++) {
            values[i] = i % 2 == 0 ? -1 : 1;
        }
        final var said = predict(learner, new DenseRows(40, 1, values), new TrainingLabels(2, masses),
            new DenseRows(1, 1, new float[1]));
        assertThat(said[0]).isCloseTo(0.75, within(0.04));
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatDoNotCountChangeNothing(final StandardLearner learner) {
        final var labels = CLOUDS.labels(10);
        final var labeled = labels.labeled();
        assertThat(predict(learner, CLOUDS.rows(), TrainingLabels.of(labels), CLOUDS.rows())).containsExactly(
            predict(learner, CLOUDS.rows().select(labeled), TrainingLabels.of(labels.select(labeled)), CLOUDS.rows()));
    }

    @ParameterizedTest
    @EnumSource
    void aRowWithAMissingNumberIsPredicted(final StandardLearner learner) {
        final var values = CLOUDS.rows().values().clone();
        for (var i = 0; i < values.length; i += 7) {
            values[i] = Float.NaN;
        }
        final var said = predict(learner, new DenseRows(300, 2, values), TrainingLabels.of(CLOUDS.labels(20)),
            new DenseRows(3, 2, new float[]{4, Float.NaN, Float.NaN, 3.5f, Float.NaN, -3.5f}));
        assertThat(Arrays.stream(said).allMatch(p -> p >= 0 && p <= 1)).isTrue();
        assertThat(new ClassProbabilities(3, said).argmax()).containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatDoesNotFit(final StandardLearner learner) {
        assertThatThrownBy(() -> predict(learner, Samples.ROWS, new TrainingLabels(2, new double[16]), Samples.QUERIES))
            .isInstanceOf(IllegalArgumentException.class).hasMessage("No row is labeled.");
        assertThatThrownBy(
            () -> predict(learner, Samples.ROWS, new TrainingLabels(2, new double[]{1, 0}), Samples.QUERIES))
            .isInstanceOf(IllegalArgumentException.class).hasMessage("8 rows have 1 targets.");
        final var targets = TrainingLabels.of(new int[]{0, 0, 1, 0, 1, 1, 0, 1}, Samples.WEIGHTS, 2);
        assertThatThrownBy(() -> predict(learner, Samples.ROWS, targets, new DenseRows(1, 3, new float[3])))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 dimensions");
    }

    @ParameterizedTest
    @EnumSource
    void cancelIsHeard(final StandardLearner learner) {
        final var targets = TrainingLabels.of(CLOUDS.labels(20));
        assertThatThrownBy(() -> learner.fit(CLOUDS.rows(), targets, 1, Workers.CALLER, Samples.CANCELED)
            .predict(CLOUDS.rows(), Workers.CALLER, Samples.CANCELED)).isInstanceOf(CancellationException.class);
    }
}
