package org.fewlabel.learn.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.judge.Predictions;
import org.fewlabel.learn.judge.ReliabilityTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {

    private static final int ROWS = 4000;

    /** Rows whose classes are drawn from probabilities that are then distorted: the true and the predicted ones. */
    private record Distorted(int[] truth, double[] said) {
        static Distorted of(final double temperature) {
            final var random = new Random(1);
            final var truth = new int[ROWS];
            final var fair = new double[3 * ROWS];
            for (var i = 0; i < ROWS; i++) {
                var sum = 0.0;
                for (var c = 0; c < 3; c++) {
                    fair[3 * i + c] = Math.exp(2 * random.nextGaussian());
                    sum += fair[3 * i + c];
                }
                var left = random.nextDouble() * sum;
                while (truth[i] < 2 && left > fair[3 * i + truth[i]]) {
                    left -= fair[3 * i + truth[i]++];
                }
            }
            return new Distorted(truth, Temperature.apply(new ClassProbabilities(3, fair), temperature).values());
        }

        double calibrationError(final double[] probabilities) {
            return ReliabilityTable.of(Predictions.ofProbabilities(truth, new ClassProbabilities(3, probabilities)), 10)
                .calibrationError();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.7, 1, 1.5, 2.5})
    void undoesADistortion(final double distortion) {
        final var rows = Distorted.of(distortion);
        final var temperature = Temperature.fit(new ClassProbabilities(3, rows.said), rows.truth);
        assertThat(temperature).isCloseTo(1 / distortion, within(0.15 / distortion));
        final var calibrated = Temperature.apply(new ClassProbabilities(3, rows.said), temperature);
        assertThat(rows.calibrationError(calibrated.values())).isLessThan(0.02);
        if (distortion != 1) {
            assertThat(rows.calibrationError(rows.said)).isGreaterThan(2 * rows.calibrationError(calibrated.values()));
        }
        assertThat(calibrated.argmax()).containsExactly(new ClassProbabilities(3, rows.said).argmax());
    }

    @Test
    void undecidedRowsStayUndecidedAndDoNotCount() {
        final var said = new double[]{0.9, 0.1, Double.NaN, Double.NaN};
        assertThat(Temperature.apply(new ClassProbabilities(2, said), 2).values()).satisfies(p -> {
            assertThat(p[0]).isCloseTo(0.75, within(1e-12));
            assertThat(p[2]).isNaN();
        });
        assertThat(Temperature.fit(new ClassProbabilities(2, new double[]{Double.NaN, Double.NaN}), new int[]{0}))
            .isEqualTo(1);
        assertThat(Temperature.fit(new ClassProbabilities(2, said), new int[]{-1, 1})).isEqualTo(1);
    }

    @Test
    void staysWithinItsBoundsForAnyPrediction() {
        assertThat(Temperature.fit(new ClassProbabilities(2, new double[]{1, 0, 0.6, 0.4}), new int[]{0, 0}))
            .isBetween(0.12, 4.01);
        assertThat(Temperature.fit(new ClassProbabilities(2, new double[]{1, 0, 1, 0}), new int[]{1, 1}))
            .isBetween(0.12, 4.01);
    }
}
