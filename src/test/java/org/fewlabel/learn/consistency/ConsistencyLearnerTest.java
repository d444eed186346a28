package org.fewlabel.learn.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.encode.Architecture;
import org.fewlabel.learn.encode.Autoencoder;
import org.fewlabel.learn.encode.EncoderSettings;
import org.fewlabel.learn.encode.Engines;
import org.fewlabel.learn.encode.FineTuning;
import org.fewlabel.learn.encode.NetworkClassifier;
import org.fewlabel.learn.encode.TableEncoder;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.net.Ending;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.TrainingSettings;
import org.fewlabel.learn.supervised.ClassPriors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsistencyLearnerTest {

    private static final Engine ENGINE = Engines.open(Progress.NONE);

    private static final EncoderSettings NETWORK = new EncoderSettings(new Architecture(List.of(24, 16)),
        InputEncoder.Scaling.STANDARD, TrainingSettings.defaults(1).withEpochs(5));

    private static final ConsistencySettings QUICK = ConsistencySettings.defaults(1).withLearningRate(1e-2, 0.3)
        .withEpochs(60);

    static List<ConsistencyMethod> methods() {
        return List.of(ConsistencyMethod.defaults(),
            new ConsistencyMethod.PseudoLabels(1, false, OptionalDouble.of(0.9)),
            new ConsistencyMethod.MeanTeacher(1), new ConsistencyMethod.PiModel(1),
            new ConsistencyMethod.VirtualAdversarial(1, 0.3));
    }

    private static ConsistencyResult learn(final ConsistencyMethod method, final ConsistencySettings settings,
        final Rows rows,
        final Labels labels) {
        return new ConsistencyLearner(method, Examples.task(rows), settings).fromScratch(NETWORK, rows, labels, null,
            ENGINE,
            Progress.NONE);
    }

    private static double[] predict(final NetworkClassifier classifier, final Rows rows) {
        return classifier.predict(rows, ENGINE, Progress.NONE).values();
    }

    private static double supervised(final Rows rows, final Labels labels, final Labels truth) {
        return Examples.accuracy(truth, predict(
            FineTuning.defaults(1).fromScratch(NETWORK, rows, labels, ENGINE, Progress.NONE), rows));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void isAtLeastAsGoodAsTheBaseline(final ConsistencyMethod method) {
        final var rows = Examples.blobs(300, 3);
        final var truth = Examples.truth(300, 3);
        final var labels = Examples.first(truth, 12);

        final var learned = learn(method, QUICK, rows, labels);

        final var accuracy = Examples.accuracy(truth, predict(learned.classifier(), rows));
        assertThat(accuracy).isGreaterThan(0.85).isGreaterThanOrEqualTo(supervised(rows, labels, truth));
        assertThat(learned.diverged()).isFalse();
        assertThat(learned.classifier().classes()).containsExactly("class 0", "class 1", "class 2");
        assertThat(learned.device()).isEqualTo(ENGINE.device());
    }

    @Test
    void virtualAdversariesFollowTheMoons() {
        final var rows = Examples.moons(200);
        final var truth = Examples.truth(200, 2);
        final var labels = Examples.first(truth, 8);

        final var learned = learn(new ConsistencyMethod.VirtualAdversarial(1, 0.3), QUICK.withEpochs(120), rows,
            labels);

        assertThat(Examples.accuracy(truth, predict(learned.classifier(), rows))).isGreaterThan(0.9)
            .isGreaterThanOrEqualTo(supervised(rows, labels, truth));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void equalSettingsGiveEqualBitsAndStoredOnesToo(final ConsistencyMethod method) {
        final var rows = Examples.blobs(60, 3);
        final var labels = Examples.first(Examples.truth(60, 3), 4);
        final var weak = new ConsistencySettings(3, 2, 7, 1e-2, 1, 0, 0.9, 0.1, new ClassPriors.Estimated(), 5);

        final var first = learn(method, weak, rows, labels);

        final var probabilities = predict(first.classifier(), rows);
        assertThat(predict(learn(method, weak, rows, labels).classifier(), rows)).isEqualTo(probabilities);
        assertThat(predict(NetworkClassifier.restore(first.classifier().state()), rows)).isEqualTo(probabilities);
        final var otherSeed = new ConsistencySettings(3, 2, 7, 1e-2, 1, 0, 0.9, 0.1, new ClassPriors.Estimated(), 6);
        assertThat(predict(learn(method, otherSeed, rows, labels).classifier(), rows)).isNotEqualTo(probabilities);
    }

    private static TableEncoder encoder(final Rows rows) {
        return new Autoencoder(Autoencoder.Variant.VARIATIONAL, 0.05, NETWORK).fit(rows, ENGINE, Progress.NONE)
            .encoder();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aFrozenEncoderStaysAsItWas(final ConsistencyMethod method) {
        final var rows = Examples.blobs(60, 3);
        final var labels = Examples.first(Examples.truth(60, 3), 6);
        final var encoder = encoder(rows);
        final var before = ((float[])encoder.state().entries().get("parameters")).clone();

        final var frozen = new ConsistencyLearner(method, Examples.task(rows),
            QUICK.withEpochs(3).withLearningRate(1e-2, 0))
            .fit(encoder, rows, labels, null, ENGINE, Progress.NONE).classifier();
        final var free = new ConsistencyLearner(method, Examples.task(rows), QUICK.withEpochs(3))
            .fit(encoder, rows, labels, null, ENGINE, Progress.NONE).classifier();

        assertThat(encoder.state().entries().get("parameters")).isEqualTo(before);
        final var layer = 16 * 3 + 3;
        final var after = parameters(frozen);
        final var body = after.length - layer;
        assertThat(Arrays.copyOf(after, body)).isEqualTo(Arrays.copyOf(before, body));
        assertThat(Arrays.copyOf(parameters(free), body)).isNotEqualTo(Arrays.copyOf(before, body));
        assertThat(Arrays.copyOfRange(after, body, after.length)).doesNotContain(0f);
    }

    private static float[] parameters(final NetworkClassifier classifier) {
        return (float[])classifier.state().state("network").entries().get("parameters");
    }

    @Test
    void anEncoderHelpsAndItsLayerIsFittedFirst() {
        final var rows = Examples.blobs(200, 4);
        final var truth = Examples.truth(200, 4);
        final var labels = Examples.first(truth, 8);
        final var slow = QUICK.withEpochs(1).withLearningRate(1e-9, 0.1);

        final var hardlyTrained = new ConsistencyLearner(ConsistencyMethod.defaults(), Examples.task(rows), slow)
            .fit(encoder(rows), rows, labels, truth, ENGINE, Progress.NONE);

        assertThat(Examples.accuracy(truth, predict(hardlyTrained.classifier(), rows))).isGreaterThan(0.6);
        final var labeled = IntStream.range(0, 8).toArray();
        assertThat(Examples.accuracy(truth.select(labeled), predict(hardlyTrained.classifier(), rows.select(labeled))))
            .isEqualTo(1);
    }

    @Test
    void theHistoryHasTheFiguresOfEachEpoch() {
        final var rows = Examples.blobs(150, 3);
        final var truth = Examples.truth(150, 3);

        final var learned = new ConsistencyLearner(ConsistencyMethod.defaults(), Examples.task(rows),
            QUICK.withEpochs(30))
            .fromScratch(NETWORK, rows, Examples.first(truth, 6), truth, ENGINE, Progress.NONE);

        assertThat(learned.history()).hasSize(30).extracting(ConsistencyResult.Epoch::epoch).startsWith(1, 2)
            .endsWith(30);
        final var last = learned.history().get(29);
        assertThat(last.supervisedLoss()).isBetween(0.0, 0.1).isLessThan(learned.history().get(0).supervisedLoss());
        assertThat(last.consistencyLoss()).isBetween(0.0, 1.0);
        assertThat(last.used()).isBetween(0.5, 1.0);
        assertThat(last.targetAccuracy()).isBetween(0.8, 1.0);
        assertThat(last.learningRate()).isLessThan(learned.history().get(10).learningRate());
        assertThat(last.seconds()).isGreaterThan(learned.history().get(28).seconds());
        assertThat(last.rowsPerSecond()).isPositive();
        assertThat(learned.ending()).isEqualTo(new Ending(Ending.Reason.ALL_EPOCHS, 30, 30, 0, false,
            QUICK.learningRate()));
        assertThat(learned.used()).isEqualTo(last.used());
        assertThat(learned.note()).isEmpty();
    }

    static Stream<Object[]> hardCases() {
        final var blobs = Examples.blobs(40, 4);
        final var truth = Examples.truth(40, 4);
        final var rare = IntStream.range(0, 200).map(i -> i < 2 ? 1 : 0).toArray();
        final var rareLabels = rare.clone();
        Arrays.fill(rareLabels, 4, 200, Labels.UNLABELED);
        final var numbers = IntStream.range(0, 200).mapToObj(i -> rare[i] * 4 + (i * 37 % 100) / 100.0)
            .mapToDouble(Double::doubleValue).toArray();
        final var cases = new ArrayList<Object[]>();
        cases.add(new Object[]{"two labeled rows only", Examples.blobs(2, 2), Examples.truth(2, 2)});
        cases.add(new Object[]{"one labeled class", blobs, new Labels(one(40), truth.classes())});
        cases.add(new Object[]{"more classes than labeled rows", blobs, Examples.first(truth, 2)});
        cases.add(new Object[]{"labeled rows only", blobs, truth});
        cases.add(new Object[]{"one column", new Rows(40, blobs.columns().subList(0, 1)), Examples.first(truth, 8)});
        cases.add(new Object[]{"codes only", new Rows(40, List.of(Examples.places(40, 4))), Examples.first(truth, 8)});
        cases.add(new Object[]{"99 to 1",
            new Rows(200, List.of(new NumberColumn("a", numbers), new NumberColumn("b", numbers))),
            new Labels(rareLabels, List.of("common", "rare"))});
        return cases.stream().flatMap(row -> methods().stream()
            .map(method -> new Object[]{row[0], method, row[1], row[2]}));
    }

    private static int[] one(final int rows) {
        final var codes = new int[rows];
        Arrays.fill(codes, Labels.UNLABELED);
        codes[1] = 1;
        return codes;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hardCases")
    void copesWithHardInput(final String name, final ConsistencyMethod method, final Rows rows, final Labels labels) {
        final var learned = learn(method, QUICK.withEpochs(20), rows, labels);

        assertThat(learned.diverged()).isFalse();
        final var probabilities = predict(learned.classifier(), rows);
        final var classes = labels.classes().size();
        final var predicted = new ClassProbabilities(classes, probabilities).argmax();
        for (var i = 0; i < rows.size(); i++) {
            assertThat(Arrays.stream(probabilities, i * classes, (i + 1) * classes).sum()).isCloseTo(1, within(1e-4));
        }
        if (name.equals("99 to 1")) {
            final var most = method.equals(ConsistencyMethod.defaults()) ? 6L : 40L;
            assertThat(Arrays.stream(predicted).filter(c -> c == 1).count()).isBetween(2L, most);
        } else if (name.equals("one labeled class")) {
            assertThat(predicted[1]).isEqualTo(1);
        } else if (!name.equals("one column")) {
            final var labeled = labels.labeled();
            assertThat(Arrays.stream(labeled).filter(i -> predicted[i] == labels.codes()[i]).count())
                .isGreaterThanOrEqualTo(labeled.length * 3L / 4);
        }
    }

    @Test
    void classPriorsAreKept() {
        final var rows = Examples.blobs(200, 2);
        final var truth = Examples.truth(200, 2);
        final var given = new ClassPriors.Given(java.util.Map.of("class 0", 0.5, "class 1", 0.5));

        final var predicted = new ClassProbabilities(2, predict(
            learn(ConsistencyMethod.defaults(), QUICK.withPriors(given), rows, Examples.first(truth, 2)).classifier(),
            rows)).argmax();

        assertThat(Arrays.stream(predicted).filter(c -> c == 1).count()).isBetween(80L, 120L);
        assertThatThrownBy(() -> learn(ConsistencyMethod.defaults(), QUICK.withPriors(
            new ClassPriors.Given(java.util.Map.of("other", 1.0))), rows, Examples.first(truth, 2)))
            .hasMessageContaining("\"other\"");
    }

    @Test
    void aLearningRateThatIsTooHighEndsWithTheLastFiniteModel() {
        final var rows = Examples.blobs(60, 3);
        for (final var method : methods()) {
            final var learned = learn(method, QUICK.withLearningRate(1e30, 1), rows,
                Examples.first(Examples.truth(60, 3), 6));

            assertThat(learned.diverged()).isTrue();
            assertThat(learned.ending().reason()).isEqualTo(Ending.Reason.DIVERGED);
            assertThat(learned.ending().best()).isEqualTo(Math.max(0, learned.history().size() - 1));
            assertThat(predict(learned.classifier(), rows)).doesNotContain(Double.NaN);
        }
    }

    @Test
    void aCancelEndsTheWork() {
        final var rows = Examples.blobs(60, 3);
        final var learner = new ConsistencyLearner(ConsistencyMethod.defaults(), Examples.task(rows), QUICK);
        for (var asks = 1; asks < 60; asks += 14) {
            final var left = new AtomicInteger(asks);
            final var impatient = new Progress() {
                @Override
                public void report(final double fraction, final String message) {
                    assertThat(fraction).isBetween(0.0, 1.0);
                    assertThat(message).isNotEmpty();
                }

                @Override
                public void checkCanceled() {
                    if (left.decrementAndGet() < 0) {
                        throw new CancellationException();
                    }
                }
            };
            assertThatThrownBy(() -> learner.fromScratch(NETWORK, rows, Examples.first(Examples.truth(60, 3), 6), null,
                ENGINE, impatient)).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void unusableInputIsReported() {
        final var rows = Examples.blobs(20, 2);
        final var truth = Examples.truth(20, 2);
        final var encoder = encoder(Examples.moons(40));
        final var settings = QUICK.withEpochs(1);

        assertThatThrownBy(() -> learn(ConsistencyMethod.defaults(), settings, rows, Examples.first(truth, 0)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("No row is labeled");
        assertThatThrownBy(() -> new ConsistencyLearner(ConsistencyMethod.defaults(), Examples.task(Examples.moons(4)),
            settings).fromScratch(NETWORK, rows, truth, null, ENGINE, Progress.NONE)).hasMessageContaining("\"place\"");
        assertThatThrownBy(() -> new ConsistencyLearner(ConsistencyMethod.defaults(), Examples.task(Examples.moons(4)),
            settings).fit(encoder, rows, truth, null, ENGINE, Progress.NONE)).hasMessageContaining("\"x\" is missing");
        assertThatThrownBy(() -> learn(ConsistencyMethod.defaults(), settings,
            new Rows(2, List.of(new NominalColumn("constant", new int[2], List.of("a")))), Examples.truth(2, 2)))
            .hasMessageContaining("No column has two different values");
    }
}
