package org.fewlabel.learn.rounds.agree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.model.Classifiers;
import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.rounds.contest.Verdict.Reason;
import org.fewlabel.learn.supervised.base.Samples;
import org.fewlabel.learn.supervised.base.StandardLearner;
import org.fewlabel.learn.supervised.calibrate.CalibrationMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriTrainingTest {

    private static final Contest.Settings BELIEVED = new Contest.Settings(5, false, CalibrationMethod.AUTOMATIC);

    private static Learned fit(final Contest.Settings settings, final Samples.Clouds clouds, final Labels labels,
        final Workers workers) {
        return new TriTraining(Optional.of(StandardLearner.LOGISTIC), settings, 1).fit(clouds.rows(), labels,
            clouds.truth(), workers, Progress.NONE);
    }

    @Test
    void theErrorIsThatOfWhatBothSayAlike() {
        final var codes = new int[]{0, 0, 1, 1, -1, 0};
        assertThat(TriTraining.error(codes, new int[]{0, 1, 1, 0, 1, 1}, new int[]{0, 1, 0, 0, 1, -1}))
            .isCloseTo(2 / 3.0, within(1e-12));
        assertThat(TriTraining.error(codes, new int[]{0, 0, 0, 0, 0, 0}, new int[]{1, 1, 1, 1, 1, 1})).isEqualTo(0.5);
    }

    /** Figure 1 of the paper, worked out by hand. */
    @ParameterizedTest
    @CsvSource({
        "0.2, 0.5, 0, 4, 2", // from floor(0.2 / 0.3 + 1) = 1 row on; 0.2 * 4 is not below 0.5 * 1: ceil(0.5 / 0.2 - 1)
        "0.2, 0.5, 0, 2, 2", // 0.2 * 2 is below 0.5 * 1
        "0.0, 0.5, 0, 100, 100", // no mistake is always made up for
        "0.1, 0.2, 10, 15, 15", // 0.1 * 15 is below 0.2 * 10
        "0.1, 0.2, 10, 40, 19", // 0.1 * 40 is not; 10 is above 0.1 / 0.1: ceil(0.2 * 10 / 0.1 - 1)
        "0.1, 0.2, 10, 10, 0", // not more than were taught before
        "0.1, 0.12, 4, 40, 0"}) // 4 is not above 0.1 / 0.02
    void asManyRowsAreTaughtAsMakeUpForTheirMistakes(final double error, final double before, final int taught,
        final int agreed, final int expected) {
        assertThat(TriTraining.maxPseudoLabels(error, before, taught, agreed)).isEqualTo(expected);
    }

    @Test
    void threeTeachEachOther() {
        final var clouds = Samples.Clouds.of(300, 3, 2.5, 1);
        final var learned = fit(BELIEVED, clouds, clouds.labels(4), Workers.CALLER);
        assertThat(learned.verdict().reason()).isEqualTo(Reason.NOT_CHECKED);
        assertThat(learned.rounds().get(0).rows()).isGreaterThan(100);
        assertThat(learned.rounds().get(0).precision()).isGreaterThan(0.9);
        assertThat(learned.rounds().get(0).weight()).isLessThanOrEqualTo(learned.rounds().get(0).rows());
        assertThat(learned.probabilities().values()).doesNotContain(Double.NaN);
        final var applied = learned.classifier().predict(clouds.rows(), Workers.CALLER, Progress.NONE);
        assertThat(
            Classifiers.restore(learned.classifier().state()).predict(clouds.rows(), Workers.CALLER, Progress.NONE)
                .values())
            .containsExactly(applied.values()); // three parts, perhaps at a temperature, but no mixture of a mixture
    }

    @Test
    void equalSeedsGiveEqualBitsOnAnyNumberOfThreads() {
        final var clouds = Samples.Clouds.of(200, 3, 2, 1);
        final var once = fit(BELIEVED, clouds, clouds.labels(8), Workers.CALLER);
        assertThat(fit(BELIEVED, clouds, clouds.labels(8), Workers.own(3)).probabilities().values())
            .containsExactly(once.probabilities().values());
    }

    @Test
    void isRejectedWithoutLabelsForValidation() {
        final var clouds = Samples.Clouds.of(90, 3, 3, 1);
        final var learned = fit(Contest.Settings.DEFAULT, clouds, clouds.labels(1), Workers.CALLER);
        assertThat(learned.verdict().reason()).isEqualTo(Reason.TOO_FEW_LABELS);
        assertThat(learned.probabilities().values()).containsExactly(learned.baseline().values());
    }

    @Test
    void twoRowsAndRareClassesAreNoTrouble() {
        final var clouds = Samples.Clouds.of(60, 3, 4, 1);
        final var codes = new int[60];
        Arrays.fill(codes, -1);
        codes[0] = 0;
        codes[2] = 7;
        assertThat(
            new TriTraining(Optional.empty(), BELIEVED, 1).fit(clouds.rows(), new Labels(codes, Samples.names(9)), null,
                Workers.CALLER, Progress.NONE).probabilities().values())
            .doesNotContain(Double.NaN);
    }

    @Test
    void cancelIsHeard() {
        final var clouds = Samples.Clouds.of(60, 3, 4, 1);
        assertThatThrownBy(
            () -> new TriTraining(Optional.empty(), BELIEVED, 1).fit(clouds.rows(), clouds.labels(3), null,
                Workers.CALLER, Samples.CANCELED))
            .isInstanceOf(CancellationException.class);
    }
}
