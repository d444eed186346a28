package org.fewlabel.learn.rounds.self;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.rounds.select.SelectionRule;
import org.fewlabel.learn.rounds.select.SelectionRule.Strategy;
import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.base.BaseLearner;
import org.fewlabel.learn.supervised.base.Samples;
import org.fewlabel.learn.supervised.base.StandardLearner;
import org.fewlabel.learn.supervised.calibrate.CalibrationMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelfCourseTest {

    private static final Samples.Clouds CLOUDS = Samples.Clouds.of(60, 2, 0.7, 1);

    private final Labels labels = CLOUDS.labels(3);

    private final List<TrainingLabels> learned = new ArrayList<>();

    private final BaseLearner spy = (rows, targets, seed, workers, progress) -> {
        learned.add(targets);
        return StandardLearner.LOGISTIC.fit(rows, targets, seed, workers, progress);
    };

    private SelfCourse course() {
        final var course = new SelfCourse(CLOUDS.rows(), labels, spy,
            new SelfCourse.Options(new SelectionRule(Strategy.FIXED, 0, 1, new ClassPriors.None()),
                CalibrationMethod.AUTOMATIC, Optional.empty(), 7),
            Workers.CALLER, Progress.NONE);
        assertThat(learned).hasSize(1);
        return course;
    }

    @Test
    void noRowIsPredictedFromItsOwnPseudoLabel() {
        final var course = course();
        course.next(Workers.CALLER, Progress.NONE);
        assertThat(learned).hasSize(6); // at the start, three for the temperature, and the halves
        learned.subList(0, 4).clear();
        for (var row = 0; row < 60; row++) {
            final var weights = new double[]{learned.get(0).weight(row), learned.get(1).weight(row)};
            if (row < 6) {
                assertThat(weights).containsExactly(1, 1);
            } else { // used for training in one half with full weight, and predicted in the other
                assertThat(weights).containsExactlyInAnyOrder(0, 1);
            }
        }
        assertThat(IntStream.range(6, 60).filter(row -> learned.get(0).weight(row) > 0).count()).isEqualTo(27);
        course.classifier(Workers.CALLER, Progress.NONE);
        assertThat(learned.get(2).weight(10)).isEqualTo(0.5);
    }

    @Test
    void halvesAreDrawnAnewAndPseudoLabelsMadeAnew() {
        final var course = course();
        final var first = course.next(Workers.CALLER, Progress.NONE);
        final var second = course.next(Workers.CALLER, Progress.NONE);
        assertThat(learned.get(4).masses()).isNotEqualTo(learned.get(6).masses());
        assertThat(first.codes()).hasSize(60).startsWith(-1, -1, -1, -1, -1, -1);
        assertThat(second.codes()).isNotEqualTo(first.codes());
        assertThat(second.weights()[0]).isZero();
        assertThat(second.weights()[10]).isEqualTo(1);
    }

    /** Predicts the odd rows by their labels and no others. */
    @Test
    void theFirstPseudoLabelsMayBeGiven() {
        final var guesses = new double[120];
        for (var row = 0; row < 60; row++) {
            guesses[2 * row] = row % 2 == 0 ? Double.NaN : 0.2;
            guesses[2 * row + 1] = row % 2 == 0 ? Double.NaN : 0.8;
        }
        final var course = new SelfCourse(CLOUDS.rows(), labels, spy, new SelfCourse.Options(
            new SelectionRule(Strategy.FIXED, 0.5, 1, new ClassPriors.None()), CalibrationMethod.AUTOMATIC,
            Optional.of(new ClassProbabilities(2, guesses)), 7),
            Workers.CALLER, Progress.NONE);
        final var alone = course.probabilities().values();
        final var first = course.next(Workers.CALLER, Progress.NONE);
        for (var row = 6; row < 60; row++) {
            assertThat(first.codes()[row]).isEqualTo(row % 2 == 0 ? -1 : 1);
        }
        learned.clear();
        assertThat(alone).as("round 0 is not taught").isEqualTo(course().probabilities().values());
        final var second = course.next(Workers.CALLER, Progress.NONE);
        assertThat(IntStream.range(6, 60).filter(row -> second.codes()[row] >= 0).count()).as("the learner's own")
            .isEqualTo(54);
    }

    /** A learner without probabilities predicts 0 or 1 or NaN, or the same for every row. */
    @ParameterizedTest
    @EnumSource
    void aLearnerWithoutProbabilitiesIsNoTrouble(final CalibrationMethod calibration) {
        for (final var says : new double[][]{{1, 0}, {0.5, 0.5}, {Double.NaN, Double.NaN}}) {
            final BaseLearner stubborn = (rows, targets, seed, workers, progress) -> new Classifier() {
                @Override
                public int classes() {
                    return 2;
                }

                @Override
                public int columns() {
                    return 2;
                }

                @Override
                public ClassProbabilities predict(final DenseRows queries, final Workers w, final Progress p) {
                    return new ClassProbabilities(2,
                        IntStream.range(0, 2 * queries.rows()).mapToDouble(i -> says[i % 2]).toArray());
                }

                @Override
                public State state() {
                    throw new UnsupportedOperationException();
                }
            };
            for (final var strategy : Strategy.values()) {
                final var many = Samples.Clouds.of(400, 2, 0.7, 1);
                final var course = new SelfCourse(many.rows(), many.labels(60), stubborn, new SelfCourse.Options(
                    SelectionRule.DEFAULT.with(strategy), calibration, Optional.empty(), 7), Workers.CALLER,
                    Progress.NONE);
                final var step = course.next(Workers.CALLER, Progress.NONE);
                assertThat(step.weights()).doesNotContain(Double.NaN);
                if (Double.isNaN(says[0])) {
                    assertThat(step.codes()).containsOnly(-1);
                }
                assertThat(course.probabilities().values()).hasSize(800);
            }
        }
    }

    @Test
    void labeledRowsHaveTheirLabel() {
        final var course = course();
        assertThat(course.probabilities().values()).hasSize(120).startsWith(1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1);
        course.next(Workers.CALLER, Progress.NONE);
        assertThat(course.probabilities().values()).startsWith(1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1);
    }
}
