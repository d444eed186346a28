package org.fewlabel.learn.supervised.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.supervised.Temperature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibrationMethodTest {

    /** Two classes: the predicted probability of the first one is always too high. */
    private record Biased(double[] said, int[] codes) {
        static Biased of(final int rows, final long seed) {
            final var random = new Random(seed);
            final var said = new double[2 * rows];
            final var codes = new int[rows];
            for (var i = 0; i < rows; i++) {
                final var score = random.nextDouble();
                said[2 * i] = score;
                said[2 * i + 1] = 1 - score;
                codes[i] = random.nextDouble() < score * score * score ? 0 : 1;
            }
            return new Biased(said, codes);
        }

        /** The mean log loss; the minimum is 0.334 on average. */
        double loss(final Calibrator calibrator) {
            final var calibrated = calibrator.apply(new ClassProbabilities(2, said));
            return IntStream.range(0, codes.length).mapToDouble(i -> -Math.log(calibrated.values()[2 * i + codes[i]]))
                .average()
                .orElseThrow();
        }
    }

    @Test
    void curvesCorrectWhatATemperatureCannot() {
        final var seen = Biased.of(2000, 1);
        final var fresh = Biased.of(4000, 2);
        final var isotonic = CalibrationMethod.ISOTONIC.fit(new ClassProbabilities(2, seen.said), seen.codes);
        final var temperature = CalibrationMethod.TEMPERATURE.fit(new ClassProbabilities(2, seen.said), seen.codes);
        assertThat(fresh.loss(isotonic)).isBetween(0.33, 0.37);
        assertThat(fresh.loss(temperature)).isGreaterThan(fresh.loss(isotonic) + 0.1);
    }

    @Test
    void automaticTakesCurvesWhereTheyAreClearlyBetter() {
        final var biased = Biased.of(Isotonic.MIN_ROWS, 1);
        assertThat(CalibrationMethod.AUTOMATIC.fit(new ClassProbabilities(2, biased.said), biased.codes))
            .isInstanceOf(Isotonic.class);
        final var fair = Biased.of(2000, 1);
        final var random = new Random(2);
        for (var i = 0; i < 2000; i++) {
            fair.codes[i] = random.nextDouble() < fair.said[2 * i] ? 0 : 1;
        }
        final var tooSure = Temperature.apply(new ClassProbabilities(2, fair.said), 0.5);
        assertThat(CalibrationMethod.AUTOMATIC.fit(new ClassProbabilities(2, tooSure.values()), fair.codes))
            .isEqualTo(new Tempered(Temperature.fit(new ClassProbabilities(2, tooSure.values()), fair.codes)));
        final var few = Biased.of(Isotonic.MIN_ROWS - 1, 1);
        assertThat(CalibrationMethod.AUTOMATIC.fit(new ClassProbabilities(2, few.said), few.codes))
            .isInstanceOf(Tempered.class);
    }

    @Test
    void tooFewRowsForCurvesGiveATemperature() {
        final var few = Biased.of(Isotonic.MIN_ROWS, 1);
        assertThat(CalibrationMethod.ISOTONIC.fit(new ClassProbabilities(2, few.said), few.codes))
            .isInstanceOf(Isotonic.class);
        few.codes[0] = -1;
        assertThat(CalibrationMethod.ISOTONIC.fit(new ClassProbabilities(2, few.said), few.codes))
            .isInstanceOf(Tempered.class);
    }

    @Test
    void noneChangesNothing() {
        final var rows = Biased.of(200, 1);
        assertThat(CalibrationMethod.NONE.fit(new ClassProbabilities(2, rows.said), rows.codes))
            .isEqualTo(Calibrator.NONE);
        assertThat(Calibrator.NONE.apply(new ClassProbabilities(2, rows.said)).values()).containsExactly(rows.said,
            within(1e-12));
    }

    /**
     * The figures are those of scikit-learn 1.2.1, one IsotonicRegression for each class, clipped and made to sum to 1.
     */
    @Test
    void eachClassAgainstTheOthersThenToASumOfOne() {
        final var said = new double[]{0.27, 0.42, 0.31, 0.33, 0.23, 0.44, 0.09, 0.36, 0.55, 0.17, 0.56, 0.27, 0.24,
            0.74, 0.02,
            0.05, 0.01, 0.94, 0.2, 0.28, 0.52, 0.43, 0.17, 0.4, 0.1, 0.78, 0.12, 0.69, 0.18, 0.13, 0.13, 0.62, 0.25,
            0.46, 0.01,
            0.53};
        final var codes = new int[]{2, 0, 0, 1, 0, 1, 2, 2, 0, 1, 1, 1};
        final var calibrated = Isotonic.fit(new ClassProbabilities(3, said), codes)
            .apply(new ClassProbabilities(3, said));
        assertThat(Arrays.copyOf(calibrated.values(), 12))
            .containsExactly(new double[]{0.3115438108, 0.3212795549, 0.3671766342,
                0.3115438108, 0.3212795549, 0.3671766342, 0.3115438108, 0.3212795549, 0.3671766342, 0.3888888889,
                0.5347222222,
                0.0763888889}, within(1e-9));
    }

    @Test
    void nothingBecomesCertain() {
        final var said = new double[20];
        final var codes = new int[10];
        for (var i = 0; i < 10; i++) {
            codes[i] = i % 2;
            said[2 * i + codes[i]] = 1;
        }
        final var calibrated = Isotonic.fit(new ClassProbabilities(2, said), codes)
            .apply(new ClassProbabilities(2, new double[]{1, 0}));
        assertThat(calibrated.values()).containsExactly(new double[]{11.0 / 12, 1.0 / 12}, within(1e-12));
    }

    @Test
    void aClassWithoutRowsKeepsItsProbabilities() {
        final var rows = Biased.of(500, 1);
        final var said = new double[1500];
        for (var i = 0; i < 500; i++) {
            System.arraycopy(rows.said, 2 * i, said, 3 * i, 2);
        }
        final var isotonic = Isotonic.fit(new ClassProbabilities(3, said), rows.codes);
        assertThat(isotonic.apply(new ClassProbabilities(3, new double[]{0.5, 0.5, 0})).values()[2]).isZero();
        final var some = isotonic.apply(new ClassProbabilities(3, new double[]{0.4, 0.4, 0.2}));
        assertThat(some.values()[2]).isBetween(0.1, 0.3);
        assertThat(Arrays.stream(some.values()).sum()).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void undecidedRowsStaySoAndDoNotCount(final CalibrationMethod method) {
        final var rows = Biased.of(1200, 1);
        final var said = Arrays.copyOf(rows.said, 2402);
        said[2400] = Double.NaN;
        said[2401] = Double.NaN;
        final var codes = Arrays.copyOf(rows.codes, 1201);
        final var calibrated = method.fit(new ClassProbabilities(2, said), codes)
            .apply(new ClassProbabilities(2, said));
        assertThat(calibrated.values()[2400]).isNaN();
        assertThat(calibrated.values()[2401]).isNaN();
        assertThat(Arrays.copyOf(calibrated.values(), 2400)).containsExactly(
            method.fit(new ClassProbabilities(2, rows.said), rows.codes).apply(new ClassProbabilities(2, rows.said))
                .values());
    }

    /** Only a temperature or a constant curve can be fitted to these. */
    @ParameterizedTest
    @EnumSource
    void equalConfidencesAreNoTrouble(final CalibrationMethod method) {
        final var said = new double[3000];
        Arrays.fill(said, 0.5);
        final var codes = new int[1500];
        Arrays.fill(codes, 0, 1200, 1);
        final var calibrated = method.fit(new ClassProbabilities(2, said), codes)
            .apply(new ClassProbabilities(2, said));
        assertThat(calibrated.values()[0] + calibrated.values()[1]).isCloseTo(1, within(1e-12));
        assertThat(calibrated.values()[0])
            .isCloseTo(method == CalibrationMethod.ISOTONIC || method == CalibrationMethod.AUTOMATIC ? 0.2
                : 0.5, within(1e-9));
    }

    @Test
    void curvesAreForTheirClassesOnly() {
        final var rows = Biased.of(200, 1);
        final var isotonic = Isotonic.fit(new ClassProbabilities(2, rows.said), rows.codes);
        assertThatThrownBy(() -> isotonic.apply(new ClassProbabilities(3, new double[]{1, 0, 0})))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasADescription() {
        assertThat(Calibrator.NONE.text()).isEqualTo("none");
        assertThat(new Tempered(1.2345).text()).isEqualTo("temperature 1.23");
    }
}
