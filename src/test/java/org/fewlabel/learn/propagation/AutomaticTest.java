package org.fewlabel.learn.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.graph.LabelPropagation;
import org.fewlabel.learn.judge.ConfusionMatrix;
import org.fewlabel.learn.judge.Predictions;
import org.fewlabel.learn.judge.ReliabilityTable;
import org.fewlabel.learn.neighbor.ExactSearch;
import org.fewlabel.learn.supervised.Baseline;
import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.learn.supervised.LogisticRegression;
import org.fewlabel.learn.supervised.MixtureClassifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticTest {

    /** Generated rows and their classes. */
    private record Data(DenseRows rows, int[] truth) {

        Labels labels(final int perClass) {
            final var left = new int[2];
            Arrays.fill(left, perClass);
            final var codes = new int[truth.length];
            for (var i = 0; i < codes.length; i++) {
                codes[i] = left[truth[i]]-- > 0 ? truth[i] : Labels.UNLABELED;
            }
            return new Labels(codes, List.of("a", "b"));
        }

        ConfusionMatrix matrix(final Labels labels, final double[] probabilities) {
            final var predicted = new ClassProbabilities(2, probabilities).argmax();
            final var open = new ArrayList<Integer>();
            for (var i = 0; i < truth.length; i++) {
                if (labels.codes()[i] < 0) {
                    open.add(i);
                }
            }
            return ConfusionMatrix.of(open.stream().mapToInt(i -> truth[i]).toArray(),
                open.stream().mapToInt(i -> predicted[i]).toArray(), 2);
        }
    }

    private static Data moons(final int rows, final double noise, final long seed) {
        final var random = new Random(seed);
        final var values = new float[2 * rows];
        final var truth = new int[rows];
        for (var i = 0; i < rows; i++) {
            final var angle = Math.PI * random.nextDouble();
            truth[i] = i % 2;
            values[2
                * i] = (float)((truth[i] == 0 ? Math.cos(angle) : 1 - Math.cos(angle)) + noise * random.nextGaussian());
            values[2 * i + 1] = (float)((truth[i] == 0 ? Math.sin(angle) : 0.5 - Math.sin(angle))
                + noise * random.nextGaussian());
        }
        return new Data(new DenseRows(rows, 2, values), truth);
    }

    /** Two classes on either side of a plane through one cloud: no gap for a graph to find. */
    private static Data halves(final int rows, final int columns, final long seed) {
        final var random = new Random(seed);
        final var values = new float[rows * columns];
        final var truth = new int[rows];
        for (var i = 0; i < rows; i++) {
            for (var d = 0; d < columns; d++) {
                values[i * columns + d] = (float)random.nextGaussian();
            }
            truth[i] = values[i * columns] + values[i * columns + 1] > 0 ? 0 : 1;
        }
        return new Data(new DenseRows(rows, columns, values), truth);
    }

    private static Data unequal(final int rows, final double share, final long seed) {
        final var random = new Random(seed);
        final var values = new float[3 * rows];
        final var truth = new int[rows];
        for (var i = 0; i < rows; i++) {
            truth[i] = random.nextDouble() < share ? 0 : 1;
            for (var d = 0; d < 3; d++) {
                values[3 * i + d] = (float)(random.nextGaussian() * (truth[i] == 0 ? 1 : 0.7) + 2.2 * truth[i]);
            }
        }
        return new Data(new DenseRows(rows, 3, values), truth);
    }

    private static Automatic automatic(final ClassPriors priors) {
        return new Automatic(priors, 0, true, new ExactSearch());
    }

    private static Choice learn(final Data data, final Labels labels) {
        return automatic(new ClassPriors.Estimated()).learn(data.rows, labels, Workers.CALLER, Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 10})
    void followsTheGraphWhereItIsInformative(final int perClass) {
        final var data = moons(500, 0.08, 1);
        final var labels = data.labels(perClass);
        final var choice = learn(data, labels);
        assertThat(data.matrix(labels, choice.spread().probabilities().values()).accuracy()).isGreaterThan(0.92)
            .isGreaterThan(data.matrix(labels, choice.baseline().values()).accuracy() + 0.03);
        final var others = moons(200, 0.08, 2);
        final var predicted = choice.classifier().predict(others.rows, Workers.CALLER, Progress.NONE);
        assertThat(others.matrix(others.labels(0), predicted.values()).accuracy()).isGreaterThan(0.92);
    }

    @Test
    void followsTheLabeledRowsWhereTheGraphMisleads() {
        final var data = halves(600, 12, 3);
        final var labels = data.labels(30);
        final var choice = learn(data, labels);
        final var alone = data.matrix(labels, choice.baseline().values()).accuracy();
        final var graph = new Fixed((known, said) -> new LabelPropagation(), 10, true, new ExactSearch())
            .learn(data.rows, labels, Workers.CALLER, Progress.NONE);
        final var byGraph = data.matrix(labels, graph.spread().probabilities().values()).accuracy();
        assertThat(byGraph).isLessThan(alone - 0.05);
        assertThat(data.matrix(labels, choice.spread().probabilities().values()).accuracy()).isGreaterThan(alone - 0.06)
            .isGreaterThan(byGraph + 0.015);
        assertThat(graph.accuracy().better()).isFalse();
        assertThat(graph.weights()).isEmpty();
        assertThat(choice.weights()).containsKey(CandidateMethod.LOGISTIC_REGRESSION);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 10})
    void anEqualDrawFromUnequalClassesIsNotRuined(final int perClass) {
        var sum = 0.0;
        for (var seed = 0; seed < 3; seed++) {
            final var data = unequal(800, 0.95, seed);
            final var labels = data.labels(perClass);
            sum += data.matrix(labels, learn(data, labels).spread().probabilities().values()).balancedAccuracy() / 3;
        }
        assertThat(sum).isGreaterThan(0.85);
    }

    @Test
    void withASingleLabelPerClassNothingIsValidated() {
        final var data = moons(200, 0.05, 1);
        final var choice = learn(data, data.labels(1));
        assertThat(choice.accuracy()).isNull();
        assertThat(choice.temperature()).isEqualTo(1);
        assertThat(choice.weights()).isEqualTo(Map.of(CandidateMethod.LAPLACE_CMN, 1.0));
    }

    @Test
    void givenSharesAreTakenOrNone() {
        final var data = moons(300, 0.4, 5);
        final var labels = data.labels(1);
        final var shares = new double[3];
        final var priors = new ClassPriors[]{new ClassPriors.Given(Map.of("a", 0.8, "b", 0.2)), new ClassPriors.None(),
            new ClassPriors.Given(Map.of("a", 0.2, "b", 0.8))};
        for (var p = 0; p < 3; p++) {
            final var said = automatic(priors[p]).learn(data.rows, labels, Workers.CALLER, Progress.NONE).spread()
                .probabilities();
            shares[p] = Arrays.stream(said.argmax()).filter(c -> c == 0).count() / 300.0;
        }
        assertThat(shares[0]).isGreaterThan(shares[2] + 0.2);
        assertThatThrownBy(() -> automatic(new ClassPriors.Given(Map.of("a", 1.0))).learn(data.rows, labels,
            Workers.CALLER, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"b\"");
    }

    @Test
    void confidencesMeanMoreWhenTheyAreCalibrated() {
        final var data = halves(1500, 6, 8);
        final var labels = data.labels(60);
        final var errors = new double[2];
        for (var c = 0; c < 2; c++) {
            final var choice = new Fixed((known, said) -> new LabelPropagation(), 10, c == 1, new ExactSearch())
                .learn(data.rows, labels, Workers.CALLER, Progress.NONE);
            assertThat(choice.temperature() == 1).isEqualTo(c == 0);
            errors[c] = ReliabilityTable
                .of(Predictions.ofProbabilities(data.truth,
                    new ClassProbabilities(2, choice.spread().probabilities().values())), 10)
                .calibrationError();
        }
        assertThat(errors[1]).isLessThan(0.6 * errors[0]).isLessThan(0.06);
    }

    @Test
    void sameOnEveryMachineAndForNewRowsAfterStoring() {
        final var data = moons(300, 0.2, 4);
        final var labels = data.labels(5);
        final var one = learn(data, labels);
        final var three = automatic(new ClassPriors.Estimated()).learn(data.rows, labels, Workers.own(3),
            Progress.NONE);
        assertThat(three.spread().probabilities().values()).containsExactly(one.spread().probabilities().values());
        assertThat(three.weights()).isEqualTo(one.weights());
        assertThat(one.classifier()).isInstanceOf(MixtureClassifier.class);
    }

    @Test
    void whatNoLabelReachesStaysEmpty() {
        final var values = new float[120];
        for (var i = 0; i < 60; i++) {
            values[2 * i] = i < 40 ? i % 7 : 1000 + i % 7;
            values[2 * i + 1] = i / 7;
        }
        final var truth = new int[60];
        for (var i = 0; i < 60; i++) {
            truth[i] = i % 7 < 3 ? 0 : 1;
        }
        final var data = new Data(new DenseRows(60, 2, values), truth);
        final var choice = new Automatic(new ClassPriors.Estimated(), 4, true, new ExactSearch()).learn(data.rows,
            data.labels(4), Workers.CALLER, Progress.NONE);
        assertThat(choice.spread().unreachedRows()).isEqualTo(20);
        assertThat(choice.spread().probabilities().values()[2 * 59]).isNaN();
        assertThat(choice.spread().probabilities().values()[2 * 39]).isNotNaN();
        final var unlabeled = choice.classifier().predict(data.rows.select(new int[]{59, 39}), Workers.CALLER,
            Progress.NONE);
        assertThat(unlabeled.values()[0]).isNaN();
        assertThat(unlabeled.values()[2]).isNotNaN();
    }

    @Test
    void oneClassOneRowAndRowsWithoutColumnsAreNoProblem() {
        final var one = new Labels(new int[]{0, -1, -1}, List.of("a", "b"));
        final var rows = new DenseRows(3, 1, new float[]{0, 1, 2});
        final var choice = automatic(new ClassPriors.Estimated()).learn(rows, one, Workers.CALLER, Progress.NONE);
        assertThat(choice.spread().probabilities().values()).containsExactly(1, 0, 1, 0, 1, 0);
        final var single = automatic(new ClassPriors.Estimated()).learn(rows.select(new int[]{1}),
            new Labels(new int[]{1}, List.of("a", "b")), Workers.CALLER, Progress.NONE);
        assertThat(single.spread().probabilities().values()).containsExactly(0, 1);
        final var none = automatic(new ClassPriors.Estimated()).learn(new DenseRows(3, 0, new float[0]), one,
            Workers.CALLER, Progress.NONE);
        assertThat(none.spread().unreachedRows()).isZero();
    }

    @Test
    void cancelIsHeardAtEveryStage() {
        final var data = moons(200, 0.2, 4);
        final var labels = data.labels(5);
        for (final var stage : new double[]{0, 0.2, 0.4, 0.6, 0.8}) {
            final var progress = new Progress() {
                private boolean canceled = stage == 0;

                @Override
                public void report(final double fraction, final String message) {
                    canceled |= fraction >= stage;
                    assertThat(fraction).isBetween(0.0, 1.0);
                }

                @Override
                public void checkCanceled() {
                    if (canceled) {
                        throw new CancellationException();
                    }
                }
            };
            assertThatThrownBy(
                () -> automatic(new ClassPriors.Estimated()).learn(data.rows, labels, Workers.CALLER, progress))
                .as("at %s", stage).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void veryManyRowsAreSubsampledForValidation() {
        final var codes = new int[30_000];
        for (var i = 0; i < codes.length; i++) {
            codes[i] = i % 3 == 0 ? i % 2 : Labels.UNLABELED;
        }
        final var labels = new Labels(codes, List.of("a", "b"));
        final var part = subsample(new DenseRows(30_000, 1, new float[30_000]), labels);
        assertThat(part.whole()).isFalse();
        assertThat(part.rows().rows()).isEqualTo(10_000).isEqualTo(part.labels().size());
        assertThat(part.labels().labeled()).hasSize(5000);
        assertThat(part.labels().counts()[0]).isCloseTo(2500, within(150));
        final var rows = new DenseRows(20_000, 1, new float[20_000]);
        assertThat(subsample(rows, labels.select(java.util.stream.IntStream.range(0, 20_000).toArray()))
            .rows()).isSameAs(rows);
    }

    @Test
    void theBaselineIsTheSharedOne() {
        final var data = moons(200, 0.2, 4);
        final var labels = data.labels(5);
        assertThat(learn(data, labels).baseline().values()).containsExactly(LogisticRegression
            .train(data.rows, labels, 0, Progress.NONE).predict(data.rows, Workers.CALLER, Progress.NONE).values());
    }

    private static ValidationSubsample subsample(final DenseRows rows, final Labels labels) {
        return ValidationSubsample.of(rows, new Baseline(rows, false), labels, 0);
    }
}
