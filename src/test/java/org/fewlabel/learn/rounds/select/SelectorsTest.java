package org.fewlabel.learn.rounds.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.fewlabel.learn.data.ClassProbabilities;
import org.junit.jupiter.api.Test;

class SelectorsTest {

    private static final double NAN = Double.NaN;

    private static final double[] SAID = {0.9, 0.1, 0.8, 0.2, 0.6, 0.4, 0.3, 0.7, NAN, NAN};

    @Test
    void adaptiveThresholdsAreTheMeanConfidenceTimesHowFarAClassIsLearned() {
        final var selection = new Adaptive(2, null)
            .select(of(2, new double[]{0.9, 0.1, 0.8, 0.2, 0.7, 0.3, 0.3, 0.7, NAN, NAN}));
        // the mean confidence is 0.775; the classes have 0.675 and 0.325 of the decided rows
        assertThat(selection.thresholds()[0]).isCloseTo(0.775, within(1e-12));
        assertThat(selection.thresholds()[1]).isCloseTo(0.775 * 0.325 / 0.675, within(1e-12));
        assertThat(selection.codes()).containsExactly(0, 0, 0, 1, -1);
        // the variance of the confidences is 0.006875; the third row is 0.075 below its threshold
        assertThat(selection.weights()).containsExactly(new double[]{1, 1, Math.exp(-2 * 0.005625 / 0.006875), 1, 0},
            within(1e-9));
    }

    @Test
    void farBelowItsThresholdARowDoesNotCount() { // 0.2 below, the variance is 0.01: exp(-8)
        final var selection = new Adaptive(2, null).select(of(2, new double[]{1, 0, 1, 0, 1, 0, 0.75, 0.25, 1, 0}));
        assertThat(selection.codes()).containsExactly(0, 0, 0, -1, 0);
        assertThat(selection.weights()).containsExactly(1, 1, 1, 0, 1);
    }

    @Test
    void adaptiveThresholdsAreMovingAverages() {
        final var adaptive = new Adaptive(2, null);
        adaptive.select(of(2, new double[]{0.9, 0.1, 0.1, 0.9}));
        final var second = adaptive.select(of(2, new double[]{0.7, 0.3, 0.3, 0.7}));
        assertThat(second.thresholds()).containsExactly(new double[]{0.8, 0.8}, within(1e-12));
    }

    @Test
    void alignmentBringsSharesIntoLine() {
        // predicted 0.5 and 0.5, target 0.8 and 0.2: the odds of the first class are multiplied by four
        final var aligned = Adaptive.align(of(2, new double[]{0.5, 0.5, 0.2, 0.8, NAN, NAN}), new double[]{0.5, 0.5},
            new double[]{0.8, 0.2});
        assertThat(aligned.values()[0]).isCloseTo(0.8, within(1e-12));
        assertThat(aligned.values()[2]).isCloseTo(0.5, within(1e-12));
        assertThat(aligned.values()[4]).isNaN();
        assertThat(new Adaptive(2, new double[]{0.8, 0.2}).select(of(2, new double[]{0.6, 0.4, 0.4, 0.6})).codes())
            .containsExactly(0, 0);
    }

    @Test
    void aRareClassIsNotTakenForOneThatIsNotLearned() {
        final var said = new double[200];
        for (var i = 0; i < 100; i++) {
            said[2 * i] = i == 0 ? 0.04 : 0.96;
            said[2 * i + 1] = 1 - said[2 * i];
        }
        final var known = new Adaptive(2, new double[]{0.95, 0.05}).select(of(2, said));
        assertThat(known.thresholds()[1]).isGreaterThan(0.9);
        assertThat(known.codes()[0]).isEqualTo(1);
        assertThat(new Adaptive(2, null).select(of(2, said)).thresholds()[1]).isLessThan(0.1); // as FreeMatch has it
    }

    @Test
    void equalConfidencesAllCount() {
        final var selection = new Adaptive(2, null).select(of(2, new double[]{0.5, 0.5, 0.5, 0.5, 0.5, 0.5}));
        assertThat(selection.codes()).containsExactly(0, 0, 0);
        assertThat(selection.weights()).containsExactly(1, 1, 1);
    }

    @Test
    void aClassWithoutAShareIsNeverTaken() {
        final var selection = new Adaptive(3, new double[]{0.5, 0, 0.5})
            .select(of(3, new double[]{0.1, 0.8, 0.1, 0.2, 0, 0.8}));
        assertThat(selection.codes()).doesNotContain(1);
        assertThat(selection.thresholds()[1]).isNaN();
    }

    @Test
    void nothingDecidedIsNothingSelected() {
        final var selection = new Adaptive(2, null).select(of(2, new double[]{NAN, NAN}));
        assertThat(selection.codes()).containsExactly(-1);
        assertThat(selection.thresholds()).containsExactly(NAN, NAN);
        assertThat(new Adaptive(2, null).select(of(2, new double[0])).codes()).isEmpty();
    }

    @Test
    void aFixedThresholdCountsInFullOrNotAtAll() {
        final var selection = new FixedThreshold(2, 0.7).select(of(2, SAID));
        assertThat(selection.codes()).containsExactly(0, 0, -1, 1, -1);
        assertThat(selection.weights()).containsExactly(1, 1, 0, 1, 0);
        assertThat(selection.thresholds()).containsExactly(0.7, 0.7);
    }

    @Test
    void theMostConfidentOfEachClassAreMoreEveryRound() {
        final var top = new TopPerClass(2, 1);
        assertThat(top.select(of(2, SAID)).codes()).containsExactly(0, -1, -1, 1, -1);
        final var second = top.select(of(2, SAID));
        assertThat(second.codes()).containsExactly(0, 0, -1, 1, -1);
        assertThat(second.thresholds()).containsExactly(0.8, 0.7);
        final var even = new double[20];
        Arrays.fill(even, 0.5);
        assertThat(new TopPerClass(2, 3).select(of(2, even)).codes()).startsWith(0, 0, 0, -1).endsWith(-1);
        assertThat(new TopPerClass(2, 3).select(of(2, even)).thresholds()).containsExactly(0.5, NAN);
    }

    private static ClassProbabilities of(final int classes, final double[] values) {
        return new ClassProbabilities(classes, values);
    }
}
