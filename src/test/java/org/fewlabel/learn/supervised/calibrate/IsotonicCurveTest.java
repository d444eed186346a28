package org.fewlabel.learn.supervised.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class IsotonicCurveTest {

    private static double[] at(final IsotonicCurve curve, final double... scores) {
        return Arrays.stream(scores).map(curve::at).toArray();
    }

    /** The figures are those of scikit-learn 1.2.1, IsotonicRegression(out_of_bounds="clip"). */
    @Test
    void isTheCurveOfScikitLearn() {
        final var curve = IsotonicCurve.fit(
            new double[]{0.1, 0.4, 0.35, 0.8, 0.8, 0.55, 0.2, 0.9, 0.65, 0.5, 0.3, 0.75},
            new double[]{0, 1, 0, 1, 0, 0, 1, 1, 1, 1, 0, 1});
        assertThat(at(curve, 0, 0.1, 0.15, 0.25, 0.37, 0.45, 0.6, 0.7, 0.78, 0.85, 0.95, 1)).containsExactly(
            new double[]{0, 0, 0.1666666666666666, 0.3333333333333333, 0.4666666666666667, 0.6666666666666666,
                0.7083333333333333, 0.75, 0.75, 0.8749999999999999, 1, 1},
            within(1e-12));
    }

    @Test
    void poolsWhatFallsAndMeansWhatIsEqual() {
        // 1 before 0 is pooled to 1/2 each; then 0.5 (of two) before 0.25 (of four equal scores) to 2/6
        final var curve = IsotonicCurve.fit(new double[]{1, 2, 3, 3, 3, 3, 4}, new double[]{1, 0, 1, 0, 0, 0, 1});
        assertThat(at(curve, 1, 2, 3, 3.5, 4)).containsExactly(
            new double[]{1.0 / 3, 1.0 / 3, 1.0 / 3, 2.0 / 3, 1}, within(1e-12));
    }

    @Test
    void equalScoresGiveOneHeight() {
        final var curve = IsotonicCurve.fit(new double[]{0.5, 0.5, 0.5, 0.5}, new double[]{1, 0, 0, 0});
        assertThat(at(curve, 0, 0.5, 1)).containsExactly(0.25, 0.25, 0.25);
    }

    @Test
    void neverFallsAndKeepsTheMean() {
        final var random = new Random(1);
        final var scores = random.doubles(500).map(s -> Math.round(100 * s) / 100.0).toArray();
        final var outcomes = Arrays.stream(scores).map(s -> random.nextDouble() < s * s ? 1 : 0).toArray();
        final var curve = IsotonicCurve.fit(scores, outcomes);
        assertThat(Arrays.stream(at(curve, scores)).average().orElseThrow())
            .isCloseTo(Arrays.stream(outcomes).average().orElseThrow(), within(1e-12));
        for (var s = 0.0; s < 1; s += 0.001) {
            assertThat(curve.at(s + 0.001)).isGreaterThanOrEqualTo(curve.at(s));
        }
        assertThat(curve.at(0.5)).isCloseTo(0.25, within(0.1));
    }

    @Test
    void refusesPointsThatDoNotAscend() {
        for (final var points : new double[][][]{{{}, {}}, {{1, 1}, {0, 1}}, {{1, 2}, {1, 0}}, {{1, 2}, {1}},
            {{Double.NaN}, {1}}, {{1}, {Double.NaN}}}) {
            assertThatThrownBy(() -> new IsotonicCurve(points[0], points[1]))
                .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
