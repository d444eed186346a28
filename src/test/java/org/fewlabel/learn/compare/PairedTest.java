package org.fewlabel.learn.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.fewlabel.learn.data.Labels;
import org.junit.jupiter.api.Test;

/** Differences over draws, budgets and curves, against figures worked out by hand. */
class PairedTest {

    /** Mean 2, variance 1, 3 draws, a half held out: error sqrt((1/3 + 1) 1) = 1.1547; t(2, 0.975) = 4.3027. */
    @Test
    void theIntervalIsThatOfNadeauAndBengio() {
        final var paired = Paired.of(new double[]{1, 2, 3}, 0.5);
        assertThat(paired.mean()).isEqualTo(2);
        assertThat(paired.high() - 2).isCloseTo(4.3027 * 1.1547, within(1e-3));
        assertThat(paired.low()).isCloseTo(2 - 4.3027 * 1.1547, within(1e-3));
        // t = 1.7321 with 2 degrees of freedom
        assertThat(paired.p()).isCloseTo(0.2254, within(1e-3));
        assertThat(paired.error()).isCloseTo(1.1547, within(1e-4));
    }

    @Test
    void equalDifferencesLeaveNoDoubtAndASingleOneAllDoubt() {
        assertThat(Paired.of(new double[]{0.1, 0.1}, 0.3)).isEqualTo(new Paired(0.1, 0.1, 0.1, 0, 0));
        assertThat(Paired.of(new double[]{0, 0}, 0.3).p()).isEqualTo(1);
        assertThat(Paired.of(new double[]{0.1}, 0.3).p()).isNaN();
    }

    @Test
    void budgetsDoubleAsLongAsTwoClassesHaveMoreLabels() {
        final var codes = new int[40 + 10];
        Arrays.fill(codes, 40, 50, 1);
        // of 10 labels 3 are held out, so 7 are left
        assertThat(Budget.of(new Labels(codes, List.of("a", "b")), 0.3)).extracting(Budget::text)
            .containsExactly("1 per class", "2 per class", "4 per class", "all");
        assertThat(Budget.of(new Labels(new int[]{0, 0, 1, 1}, List.of("a", "b")), 0.3)).extracting(Budget::text)
            .containsExactly("all");
    }

    /** 0.9 - 0.5 / n with 1, 2, 4 and 8 labels: twice the labels add 0.5 / 8 - 0.5 / 16. */
    @Test
    void aCurveThatIsAPowerLawIsFound() {
        final var exact = new double[]{0.4, 0.65, 0.775, 0.8375};
        final var curve = LearningCurve.of(new double[]{1, 2, 4, 8}, new double[][]{exact, exact, exact}, 1);
        assertThat(curve.gain()).isCloseTo(0.5 / 16, within(0.003));
        assertThat(curve.low()).isCloseTo(curve.gain(), within(1e-9));
        assertThat(curve.high()).isCloseTo(curve.gain(), within(1e-9));
    }

    @Test
    void noCurveIsFittedToInsufficientFigures() {
        assertThat(LearningCurve.of(new double[]{1, 2, 4, 8}, new double[][]{{0.5, 0.8, 0.9, 1}, {0.6, 0.9, 1, 1}}, 1))
            .as("no mistake is left").isNull();
        assertThat(LearningCurve.of(new double[]{1, 2, 4}, new double[][]{{0, 1, 1}, {0, 1, 1}}, 1)).isNull();
        assertThat(LearningCurve.of(new double[]{1, 2, 4, 8}, new double[][]{{0.1, 0.2, 0.1, 0.9}, {0.9, 0.1, 0.9, 0.2},
            {0.1, 0.1, 0.2, 1}}, 1)).isNull();
    }

    @Test
    void accuracyNeverRisesBeyondOne() {
        final var steep = new double[]{0.5, 0.9, 0.98, 0.99};
        final var curve = LearningCurve.of(new double[]{1, 2, 4, 8}, new double[][]{steep, steep}, 1);
        assertThat(curve.gain()).isBetween(0.0, 0.011);
    }
}
