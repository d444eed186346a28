package org.fewlabel.learn.rounds.self;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.model.Classifiers;
import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.rounds.contest.Verdict.Reason;
import org.fewlabel.learn.rounds.select.SelectionRule;
import org.fewlabel.learn.rounds.select.SelectionRule.Strategy;
import org.fewlabel.learn.rounds.self.SelfTraining.Settings;
import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.base.Samples;
import org.fewlabel.learn.supervised.base.StandardLearner;
import org.fewlabel.learn.supervised.calibrate.CalibrationMethod;
import org.fewlabel.learn.supervised.calibrate.Calibrator;
import org.fewlabel.learn.supervised.calibrate.Isotonic;
import org.fewlabel.learn.supervised.calibrate.Tempered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelfTrainingTest {

    /** The number of unlabeled rows used for training. */
    private static final int MOST = 5000;

    /** Two moons, each a thin half circle around the end of the other. */
    private static DenseRows moons(final int rows, final long seed) {
        final var random = new Random(seed);
        final var values = new float[2 * rows];
        for (var i = 0; i < rows; i++) {
            final var angle = Math.PI * random.nextDouble();
            final var second = i % 2 == 1;
            values[2
                * i] = (float)((second ? 1 - Math.cos(angle) : Math.cos(angle)) * 1.5 + 0.1 * random.nextGaussian());
            values[2 * i
                + 1] = (float)((second ? 0.5 - Math.sin(angle) : Math.sin(angle)) * 1.5 + 0.1 * random.nextGaussian());
        }
        return new DenseRows(rows, 2, values);
    }

    /** Four clouds around the corners of a square, in the first two of twelve dimensions; the others are noise. */
    private static DenseRows wide(final int rows, final long seed) {
        final var random = new Random(seed);
        final var values = new float[12 * rows];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float)random.nextGaussian() * (i % 12 < 2 ? 0.5f : 1);
        }
        for (var i = 0; i < rows; i++) {
            values[12 * i] += i % 4 < 2 ? -1.5 : 1.5;
            values[12 * i + 1] += i % 2 == 0 ? -1.5 : 1.5;
        }
        return new DenseRows(rows, 12, values);
    }

    private static Labels alternating(final int rows, final int labeled) {
        return new Labels(IntStream.range(0, rows).map(i -> i < labeled ? i % 2 : -1).toArray(), Samples.names(2));
    }

    private static Learned fit(final Settings settings, final DenseRows rows, final Labels labels) {
        return new SelfTraining(settings).fit(rows, labels, null, Workers.CALLER, Progress.NONE);
    }

    private static double accuracy(final double[] probabilities, final int classes, final int[] truth, final int from) {
        final var predicted = new ClassProbabilities(classes, probabilities).argmax();
        return IntStream.range(from, truth.length).filter(i -> predicted[i] == truth[i]).count()
            / (double)(truth.length - from);
    }

    @Test
    void whereUnlabeledRowsHelpTheyDo() {
        final var rows = wide(600, 1);
        final var truth = IntStream.range(0, 600).map(i -> i % 4).toArray();
        final var labels = new Labels(IntStream.range(0, 600).map(i -> i < 40 ? i % 4 : -1).toArray(),
            Samples.names(4));
        final var learned = fit(Settings.DEFAULT, rows, labels);
        assertThat(learned.verdict().reason()).as("%s", learned.verdict()).isEqualTo(Reason.BETTER);
        assertThat(accuracy(learned.probabilities().values(), 4, truth, 40))
            .isGreaterThan(accuracy(learned.baseline().values(), 4, truth, 40) + 0.02);
        final var others = IntStream.range(0, 400).map(i -> i % 4).toArray();
        final var queries = wide(400, 2);
        assertThat(
            accuracy(learned.classifier().predict(queries, Workers.CALLER, Progress.NONE).values(), 4, others, 0))
            .isGreaterThan(
                accuracy(learned.baselineClassifier().predict(queries, Workers.CALLER, Progress.NONE).values(), 4,
                    others,
                    0)
                    + 0.02);
        assertThat(learned.rounds()).hasSizeGreaterThanOrEqualTo(learned.best());
        assertThat(learned.rounds().get(0).rows()).isGreaterThan(300);
        assertThat(learned.rounds().get(0).added()).isEqualTo(learned.rounds().get(0).rows());
        assertThat(learned.rounds().get(0).outOfFold()).isBetween(0.5, 1.0);
    }

    @Test
    void whereTheyDoNotHelpTheResultIsTheBaseline() {
        final var random = new Random(1);
        final var values = new float[800];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float)random.nextGaussian();
        }
        final var rows = new DenseRows(400, 2, values); // one cloud, cut by a line through its middle
        final var codes = IntStream.range(0, 400).map(i -> i < 40 ? values[2 * i] > 0 ? 1 : 0 : -1).toArray();
        final var labels = new Labels(codes, Samples.names(2));
        final var learned = fit(Settings.DEFAULT.with(StandardLearner.LOGISTIC), rows, labels);
        assertThat(learned.verdict().reason()).isEqualTo(Reason.NOT_BETTER);
        assertThat(learned.best()).isZero();
        assertThat(learned.rounds()).isNotEmpty();
        assertThat(Arrays.copyOfRange(learned.probabilities().values(), 80, 800))
            .containsExactly(Arrays.copyOfRange(learned.baseline().values(), 80, 800));
        assertThat(learned.verdict().rows()).isEqualTo(40);
    }

    @Test
    void withOneLabelPerClassTheResultIsRejectedUnlessTheUserDisablesTheCheck() {
        final var clouds = Samples.Clouds.of(300, 3, 4, 1);
        final var doubted = fit(Settings.DEFAULT, clouds.rows(), clouds.labels(1));
        assertThat(doubted.verdict().reason()).isEqualTo(Reason.TOO_FEW_LABELS);
        assertThat(doubted.probabilities().values()).containsExactly(doubted.baseline().values());
        assertThat(doubted.baseline().values()).containsExactly(StandardLearner.LOGISTIC
            .fit(clouds.rows(), TrainingLabels.of(clouds.labels(1)), 0, Workers.CALLER, Progress.NONE)
            .predict(clouds.rows(), Workers.CALLER, Progress.NONE).values());
        assertThat(doubted.rounds()).hasSize(6).allMatch(round -> Double.isNaN(round.outOfFold()));
        final var believed = fit(Settings.DEFAULT.with(new Contest.Settings(4, false, CalibrationMethod.AUTOMATIC)),
            clouds.rows(), clouds.labels(1));
        assertThat(believed.verdict().reason()).isEqualTo(Reason.NOT_CHECKED);
        assertThat(believed.best()).isEqualTo(4);
        assertThat(accuracy(believed.probabilities().values(), 3, clouds.truth(), 3))
            .isGreaterThan(0.98);
    }

    @Test
    void equalSettingsGiveEqualBitsOnAnyNumberOfThreads() {
        final var clouds = Samples.Clouds.of(200, 3, 2, 1);
        final var once = fit(Settings.DEFAULT, clouds.rows(), clouds.labels(8));
        final var again = new SelfTraining(Settings.DEFAULT).fit(clouds.rows(), clouds.labels(8), null, Workers.own(3),
            Progress.NONE);
        assertThat(again.probabilities().values()).containsExactly(once.probabilities().values());
        final var queries = Samples.Clouds.of(50, 3, 2, 9).rows();
        final var applied = once.classifier().predict(queries, Workers.CALLER, Progress.NONE);
        assertThat(again.classifier().predict(queries, Workers.own(2), Progress.NONE).values())
            .containsExactly(applied.values());
        assertThat(
            Classifiers.restore(again.classifier().state()).predict(queries, Workers.CALLER, Progress.NONE).values())
            .containsExactly(applied.values());
    }

    @Test
    void theTruthIsForEvaluationOnly() {
        final var clouds = Samples.Clouds.of(200, 3, 2, 1);
        final var truth = clouds.truth().clone();
        truth[150] = -1;
        final var told = new SelfTraining(Settings.DEFAULT).fit(clouds.rows(), clouds.labels(8), truth, Workers.CALLER,
            Progress.NONE);
        final var untold = fit(Settings.DEFAULT, clouds.rows(), clouds.labels(8));
        assertThat(told.probabilities().values()).containsExactly(untold.probabilities().values());
        assertThat(told.rounds()).allSatisfy(round -> {
            assertThat(round.precision()).isBetween(0.6, 1.0);
            assertThat(round.truth().orElseThrow().rows()).isBetween(round.rows() - 1L, (long)round.rows());
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyStrategyWorks(final Strategy strategy) {
        final var clouds = Samples.Clouds.of(300, 3, 3, 1);
        final var settings = Settings.DEFAULT.with(StandardLearner.LOGISTIC).with(SelectionRule.DEFAULT.with(strategy))
            .with(new Contest.Settings(5, false, CalibrationMethod.AUTOMATIC));
        final var learned = fit(settings, clouds.rows(), clouds.labels(5));
        assertThat(accuracy(learned.probabilities().values(), 3, clouds.truth(), 15)).isGreaterThan(0.94);
        assertThat(learned.best()).isBetween(1, 5);
    }

    @Test
    void twoLabeledRowsAreEnough() {
        final var clouds = Samples.Clouds.of(100, 2, 4, 1);
        final var learned = fit(Settings.DEFAULT, clouds.rows(), clouds.labels(1));
        assertThat(accuracy(learned.probabilities().values(), 2, clouds.truth(), 2)).isGreaterThan(0.9);
    }

    @Test
    void aClassThatOnlyUnlabeledRowsHaveIsImpossible() {
        final var clouds = Samples.Clouds.of(300, 3, 4, 1);
        final var codes = Arrays.stream(clouds.labels(20).codes()).map(c -> c == 2 ? -1 : c).toArray();
        final var learned = fit(Settings.DEFAULT.with(new Contest.Settings(3, false, CalibrationMethod.AUTOMATIC)),
            clouds.rows(),
            new Labels(codes, Samples.names(3)));
        for (var i = 0; i < 300; i++) {
            assertThat(learned.probabilities().values()[3 * i + 2]).isZero();
            assertThat(learned.probabilities().values()[3 * i] + learned.probabilities().values()[3 * i + 1])
                .isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void oneClassOrNoUnlabeledRowsAreNothingToLearnFrom() {
        final var clouds = Samples.Clouds.of(30, 3, 4, 1);
        final var one = fit(Settings.DEFAULT, clouds.rows(),
            new Labels(IntStream.range(0, 30).map(i -> i < 5 ? 1 : -1).toArray(), Samples.names(3)));
        assertThat(one.verdict().reason()).isEqualTo(Reason.NOTHING_TO_LEARN);
        assertThat(one.probabilities().values()).startsWith(0, 1, 0).endsWith(0, 1, 0);
        final var all = fit(Settings.DEFAULT, clouds.rows(), clouds.labels(10));
        assertThat(all.verdict().reason()).isEqualTo(Reason.NOTHING_TO_LEARN);
        assertThat(accuracy(all.baseline().values(), 3, clouds.truth(), 0)).isGreaterThan(0.9);
    }

    @Test
    void moreClassesThanLabeledRowsAndAClassOfOneLabelAreNoTrouble() {
        final var clouds = Samples.Clouds.of(60, 3, 4, 1);
        final var codes = new int[60];
        Arrays.fill(codes, -1);
        codes[0] = 0;
        codes[1] = 7;
        final var believed = Settings.DEFAULT.with(new Contest.Settings(3, false, CalibrationMethod.AUTOMATIC));
        assertThat(fit(believed, clouds.rows(), new Labels(codes, Samples.names(9))).probabilities().values())
            .hasSize(540)
            .doesNotContain(Double.NaN);
        final var single = clouds.labels(4).codes().clone();
        single[5] = -1;
        single[8] = -1;
        single[11] = -1; // the third class has one label, which is never hidden
        assertThat(fit(believed, clouds.rows(), new Labels(single, Samples.names(3))).probabilities().values())
            .doesNotContain(Double.NaN);
    }

    @Test
    void aRareClassSurvives() { // 99 to 1, as many labels of each
        final var random = new Random(1);
        final var values = new float[2000];
        final var truth = new int[1000];
        for (var i = 0; i < 1000; i++) {
            truth[i] = i < 20 ? i % 2 : i % 100 == 50 ? 1 : 0;
            values[2 * i] = (float)(4 * truth[i] + random.nextGaussian());
            values[2 * i + 1] = (float)random.nextGaussian();
        }
        final var labels = new Labels(IntStream.range(0, 1000).map(i -> i < 20 ? truth[i] : -1).toArray(),
            List.of("often", "rare"));
        final var rows = new DenseRows(1000, 2, values);
        for (final var priors : List.of(new ClassPriors.Estimated(), new ClassPriors.None(),
            new ClassPriors.Given(Map.of("often", 99.0, "rare", 1.0)))) {
            final var learned = fit(
                Settings.DEFAULT.with(StandardLearner.LOGISTIC).with(SelectionRule.DEFAULT.with(priors))
                    .with(new Contest.Settings(5, false, CalibrationMethod.AUTOMATIC)),
                rows, labels);
            final var predicted = learned.probabilities().argmax();
            assertThat(IntStream.range(20, 1000).filter(i -> truth[i] == 1 && predicted[i] == 1).count())
                .as("%s", priors)
                .isGreaterThanOrEqualTo(8);
            assertThat(accuracy(learned.probabilities().values(), 2, truth, 20)).as("%s", priors)
                .isGreaterThanOrEqualTo(accuracy(learned.baseline().values(), 2, truth, 20) - 0.01);
        }
    }

    @Test
    void veryManyRowsAreSubsampledForTrainingAndAllArePredicted() {
        final var clouds = Samples.Clouds.of(MOST + 1000, 2, 3, 1);
        final var settings = Settings.DEFAULT.with(StandardLearner.LOGISTIC)
            .with(new Contest.Settings(2, false, CalibrationMethod.AUTOMATIC));
        final var learned = fit(settings, clouds.rows(), clouds.labels(10));
        assertThat(learned.rounds().get(0).rows()).isBetween(4000, MOST);
        assertThat(accuracy(learned.probabilities().values(), 2, clouds.truth(), 20)).isGreaterThan(0.98);
        assertThat(accuracy(learned.baseline().values(), 2, clouds.truth(), 20)).isGreaterThan(0.97);
    }

    @Test
    void rowsWithoutDimensionsOrWithAllMissingArePredicted() {
        final var labels = alternating(40, 24);
        assertThat(fit(Settings.DEFAULT, new DenseRows(40, 0, new float[0]), labels).probabilities().values())
            .hasSize(80);
        final var values = moons(40, 1).values().clone();
        Arrays.fill(values, 70, 80, Float.NaN);
        final var learned = fit(
            Settings.DEFAULT.with(StandardLearner.NEIGHBOURS)
                .with(new Contest.Settings(2, false, CalibrationMethod.AUTOMATIC)),
            new DenseRows(40, 2, values), labels);
        assertThat(learned.probabilities().values()[79]).isNaN(); // it has no neighbors
    }

    @Test
    void refusesWhatDoesNotFit() {
        final var rows = moons(10, 1);
        assertThatThrownBy(() -> fit(Settings.DEFAULT, rows, alternating(10, 0)))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fit(Settings.DEFAULT, rows, alternating(9, 2)))
            .isInstanceOf(IllegalArgumentException.class);
        final var given = Settings.DEFAULT.with(SelectionRule.DEFAULT.with(new ClassPriors.Given(Map.of("x", 1.0))));
        assertThatThrownBy(() -> fit(given, rows, alternating(10, 4)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"x\"");
    }

    private static double[] guesses(final Samples.Clouds clouds, final Labels labels, final int shift) {
        final var classes = labels.classes().size();
        final var guesses = new double[labels.size() * classes];
        for (var row = 0; row < labels.size(); row++) {
            if (labels.codes()[row] >= 0) {
                Arrays.fill(guesses, classes * row, classes * (row + 1), Double.NaN);
            } else {
                guesses[classes * row + (clouds.truth()[row] + shift) % classes] = 1;
            }
        }
        return guesses;
    }

    private static Learned taught(final Settings settings, final Samples.Clouds clouds, final Labels labels,
        final int shift) {
        return new SelfTraining(settings).fit(clouds.rows(), labels, clouds.truth(),
            new SelfTraining.Given(
                Optional.of(new ClassProbabilities(clouds.classes(), guesses(clouds, labels, shift))),
                Optional.empty()),
            Workers.CALLER, Progress.NONE);
    }

    @Test
    void aGoodTeacherHelpsInTheFirstRound() {
        final var clouds = Samples.Clouds.of(400, 3, 1.2, 1);
        final var settings = Settings.DEFAULT.with(StandardLearner.LOGISTIC)
            .with(new Contest.Settings(1, false, CalibrationMethod.AUTOMATIC));
        final var learned = taught(settings, clouds, clouds.labels(2), 0);
        assertThat(learned.rounds().get(0).precision()).isEqualTo(1);
        assertThat(accuracy(learned.probabilities().values(), 3, clouds.truth(), 6))
            .isGreaterThan(accuracy(learned.baseline().values(), 3, clouds.truth(), 6) + 0.03);
        assertThat(learned.baseline())
            .isEqualTo(fit(settings, clouds.rows(), clouds.labels(2)).baseline());
    }

    @Test
    void aBadTeacherIsNotBelieved() {
        final var clouds = Samples.Clouds.of(400, 3, 1.5, 1);
        final var settings = Settings.DEFAULT.with(new Contest.Settings(3, true, CalibrationMethod.AUTOMATIC));
        final var learned = taught(settings, clouds, clouds.labels(12), 1);
        assertThat(learned.rounds().get(0).precision()).isZero();
        assertThat(learned.best()).isZero();
        assertThat(learned.verdict().reason()).isEqualTo(Reason.NOT_BETTER);
        assertThat(Arrays.copyOfRange(learned.probabilities().values(), 36 * 3, 1200))
            .containsExactly(Arrays.copyOfRange(learned.baseline().values(), 36 * 3, 1200));
    }

    @Test
    void pseudoLabelsOfVeryManyRowsStayWithTheirRows() {
        final var clouds = Samples.Clouds.of(MOST + 600, 2, 1, 1);
        final var settings = Settings.DEFAULT.with(StandardLearner.LOGISTIC)
            .with(new Contest.Settings(1, false, CalibrationMethod.AUTOMATIC));
        assertThat(taught(settings, clouds, clouds.labels(3), 0).rounds().get(0).precision()).isEqualTo(1);
    }

    @Test
    void curvesCalibrateTheResultIfWanted() {
        final var clouds = Samples.Clouds.of(600, 2, 0.7, 1);
        final var settings = Settings.DEFAULT.with(StandardLearner.FOREST);
        final var tempered = fit(settings.with(new Contest.Settings(2, false, CalibrationMethod.AUTOMATIC)),
            clouds.rows(),
            clouds.labels(80));
        final var learned = fit(settings.with(new Contest.Settings(2, false, CalibrationMethod.ISOTONIC)),
            clouds.rows(),
            clouds.labels(80));
        assertThat(tempered.calibrator()).isInstanceOf(Tempered.class);
        assertThat(learned.calibrator()).isInstanceOf(Isotonic.class);
        assertThat(learned.probabilities()).isNotEqualTo(tempered.probabilities());
        assertThat(accuracy(learned.probabilities().values(), 2, clouds.truth(), 160)).isGreaterThan(0.7);
        final var queries = Samples.Clouds.of(50, 2, 0.7, 9).rows();
        final var applied = learned.classifier().predict(queries, Workers.CALLER, Progress.NONE);
        assertThat(
            Classifiers.restore(learned.classifier().state()).predict(queries, Workers.CALLER, Progress.NONE).values())
            .containsExactly(applied.values());
        assertThat(fit(settings.with(new Contest.Settings(2, false, CalibrationMethod.NONE)), clouds.rows(),
            clouds.labels(80)).calibrator()).isEqualTo(Calibrator.NONE);
    }

    @Test
    void cancelIsHeard() {
        final var clouds = Samples.Clouds.of(60, 3, 4, 1);
        assertThatThrownBy(
            () -> new SelfTraining(Settings.DEFAULT).fit(clouds.rows(), clouds.labels(4), null, Workers.CALLER,
                Samples.CANCELED))
            .isInstanceOf(CancellationException.class);
    }
}
