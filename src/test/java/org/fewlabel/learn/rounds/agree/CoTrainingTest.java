package org.fewlabel.learn.rounds.agree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Metric;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.model.Classifiers;
import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.rounds.contest.Verdict.Reason;
import org.fewlabel.learn.supervised.ViewsClassifier;
import org.fewlabel.learn.supervised.base.Samples;
import org.fewlabel.learn.supervised.base.StandardLearner;
import org.fewlabel.learn.supervised.calibrate.CalibrationMethod;
import org.junit.jupiter.api.Test;

class CoTrainingTest {

    private static final Contest.Settings BELIEVED = new Contest.Settings(5, false, CalibrationMethod.AUTOMATIC);

    /** Two views that are independent within each of three classes, as co-training wants them. */
    private static ColumnViews views(final int rows, final double distance) {
        return ColumnViews.of(Samples.Clouds.of(rows, 3, distance, 1).rows(),
            Samples.Clouds.of(rows, 3, distance, 2).rows());
    }

    private static Labels labels(final int rows, final int perClass) {
        return Samples.Clouds.of(rows, 3, 1, 1).labels(perClass);
    }

    private static Learned fit(final Contest.Settings settings, final ColumnViews views, final Labels labels,
        final Workers workers) {
        return training(settings).fit(views, labels, IntStream.range(0, labels.size()).map(i -> i % 3).toArray(),
            workers,
            Progress.NONE);
    }

    private static CoTraining training(final Contest.Settings settings) {
        return new CoTraining(Optional.of(StandardLearner.LOGISTIC), CoTraining.RULE, settings, 1);
    }

    private static double accuracy(final double[] probabilities, final int from) {
        final var predicted = new ClassProbabilities(3, probabilities).argmax();
        return IntStream.range(from, predicted.length).filter(i -> predicted[i] == i % 3).count()
            / (double)(predicted.length - from);
    }

    @Test
    void viewsTeachEachOther() {
        var gain = 0.0;
        for (var seed = 1; seed < 9; seed++) {
            final var views = ColumnViews.of(Samples.Clouds.of(300, 3, 1.4, 2 * seed).rows(),
                Samples.Clouds.of(300, 3, 1.4, 2 * seed + 1).rows());
            final var learned = fit(BELIEVED, views, labels(300, 2), Workers.CALLER);
            gain += accuracy(learned.probabilities().values(), 6) - accuracy(learned.baseline().values(), 6);
            assertThat(learned.verdict().reason()).isEqualTo(Reason.NOT_CHECKED);
            assertThat(learned.rounds().get(0).rows()).isBetween(15, 30); // of three classes up to five from each view
            assertThat(learned.rounds().get(1).rows()).isBetween(30, 60);
            assertThat(learned.rounds().get(0).thresholds()).hasSize(3).doesNotContain(Double.NaN);
            final var applied = learned.classifier().predict(views.rows(), Workers.CALLER, Progress.NONE);
            assertThat(Classifiers.restore(learned.classifier().state()).predict(views.rows(), Workers.CALLER,
                Progress.NONE).values()).containsExactly(applied.values());
        }
        assertThat(gain / 8).isGreaterThan(0.01);
    }

    @Test
    void equalSeedsGiveEqualBitsOnAnyNumberOfThreads() {
        final var once = fit(BELIEVED, views(200, 2), labels(200, 10), Workers.CALLER);
        assertThat(fit(BELIEVED, views(200, 2), labels(200, 10), Workers.own(3)).probabilities().values())
            .containsExactly(once.probabilities().values());
    }

    @Test
    void isRejectedWithoutLabelsForValidation() {
        final var learned = fit(Contest.Settings.DEFAULT, views(90, 3), labels(90, 1), Workers.CALLER);
        assertThat(learned.verdict().reason()).isEqualTo(Reason.TOO_FEW_LABELS);
        assertThat(learned.probabilities().values()).containsExactly(learned.baseline().values());
    }

    @Test
    void independentViewsAreDistinguishedFromDependentOnes() {
        final var labels = labels(150, 20);
        final var good = training(BELIEVED).report(views(150, 3), labels, Workers.CALLER, Progress.NONE);
        assertThat(good.rows()).isEqualTo(60);
        assertThat(good.dependent()).isFalse();
        assertThat(good.dependence()).isCloseTo(good.expected(), within(0.1));
        assertThat(good.first()).isGreaterThan(0.8);
        assertThat(good.chance()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(good.firstUseless() || good.secondUseless()).isFalse();

        final var clouds = Samples.Clouds.of(150, 3, 3, 1).rows();
        final var same = training(BELIEVED).report(ColumnViews.of(clouds, clouds), labels, Workers.CALLER,
            Progress.NONE);
        assertThat(same.dependence()).isCloseTo(1, within(1e-9));
        assertThat(same.probability()).isEqualTo(1 / 200.0);
        assertThat(same.dependent()).isTrue();
    }

    @Test
    void anUninformativeViewIsNamed() {
        final var random = new Random(1);
        final var noise = new float[300];
        for (var i = 0; i < noise.length; i++) {
            noise[i] = i % 2 == 0 ? (float)random.nextGaussian() : 0;
        }
        final var views = ColumnViews.of(Samples.Clouds.of(150, 3, 3, 1).rows(), new DenseRows(150, 2, new float[300]));
        final var report = training(BELIEVED).report(views, labels(150, 20), Workers.CALLER, Progress.NONE);
        assertThat(report.secondUseless()).isTrue();
        assertThat(report.firstUseless()).isFalse();
        assertThat(report.dependence()).isNaN(); // nothing varies within the classes
        assertThat(report.dependent()).isFalse();
        final var noisy = ColumnViews.of(Samples.Clouds.of(150, 3, 3, 1).rows(), new DenseRows(150, 2, noise));
        assertThat(training(BELIEVED).report(noisy, labels(150, 20), Workers.CALLER, Progress.NONE).second())
            .isLessThan(0.55);
    }

    /** Chance predicts half of 20 labels, with a standard error of the root of 0.25 / 20, or 0.112. */
    @Test
    void aViewALittleAboveChanceIsUseless() {
        final var report = new ViewsReport(20, 0.61, 0.62, 0.7, 0.5, 0.1, 0.1, 0.5);
        assertThat(report.firstUseless()).isTrue();
        assertThat(report.secondUseless()).isFalse();
    }

    /**
     * In two classes of two rows each, less the means: x = ±1, ±2 and y = ±3, ±1: (2 (1·3 + 2·1))² over all squares.
     */
    @Test
    void theRvCoefficientIsAsWorkedOutByHand() {
        final var first = new DenseRows(4, 1, new float[]{1, 3, 10, 14});
        final var second = new DenseRows(4, 1, new float[]{-3, 3, 0, 2});
        final var labels = new Labels(new int[]{0, 0, 1, 1}, Samples.names(2));
        assertThat(Independence.of(first, second, labels, 1, Progress.NONE).dependence())
            .isCloseTo(100.0 / (2 * (1 + 4) * 2 * (9 + 1)), within(1e-9));
    }

    @Test
    void aSingleLabelPerClassIsNotEnoughForDependence() {
        final var report = training(BELIEVED).report(views(60, 3), labels(60, 1), Workers.CALLER, Progress.NONE);
        assertThat(report.rows()).isZero();
        assertThat(report.first()).isNaN();
        assertThat(report.probability()).isNaN();
        assertThat(report.dependent() || report.firstUseless()).isFalse();
    }

    @Test
    void whatBothSayIsMultiplied() {
        final var nan = Double.NaN;
        assertThat(ViewsClassifier.combined(
            new ClassProbabilities(2, new double[]{0.5, 0.5, 0.8, 0.2, nan, nan, 1, 0, nan, nan}),
            new ClassProbabilities(2, new double[]{0.5, 0.5, 0.6, 0.4, 0.25, 0.75, 0, 1, nan, nan})).values())
            .containsExactly(
                new double[]{0.5, 0.5, 0.48 / 0.56, 0.08 / 0.56, 0.25, 0.75, 0.5, 0.5, nan, nan}, within(1e-12));
    }

    @Test
    void refusesWhatAreNoViews() {
        final var rows = new DenseRows(2, 2, new float[4]);
        for (final var bad : List.of(new int[0], new int[]{2}, new int[]{-1})) {
            assertThatThrownBy(() -> new ColumnViews(rows, new int[]{0}, bad))
                .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> ColumnViews.of(rows, new DenseRows(1, 1, new float[1])))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 and 1 rows");
        final var cosine = new DenseRows(1, 1, new float[1], new Metric(Similarity.COSINE, new float[0]));
        assertThatThrownBy(() -> new ColumnViews(cosine, new int[]{0}, new int[]{0}))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cancelIsHeard() {
        assertThatThrownBy(() -> training(BELIEVED).fit(views(60, 3), labels(60, 3), null, Workers.CALLER,
            Samples.CANCELED)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(
            () -> training(BELIEVED).report(views(60, 3), labels(60, 3), Workers.CALLER, Samples.CANCELED))
            .isInstanceOf(CancellationException.class);
    }
}
