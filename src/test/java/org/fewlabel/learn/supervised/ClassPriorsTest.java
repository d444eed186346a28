package org.fewlabel.learn.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassPriorsTest {

    private static final List<String> CLASSES = List.of("a", "b");

    @Test
    void givenSharesAreOrderedAndSumToOne() {
        final var given = new ClassPriors.Given(Map.of("b", 6.0, "a", 2.0));
        assertThat(given.of(CLASSES)).containsExactly(0.25, 0.75);
        assertThat(
            given.shares(new Labels(new int[]{0}, CLASSES),
                new ClassProbabilities(2, new ClassProbabilities(2, new double[2]).values())).orElseThrow())
            .containsExactly(0.25,
                0.75);
        assertThat(
            new ClassPriors.None().shares(new Labels(new int[]{0}, CLASSES),
                new ClassProbabilities(2, new ClassProbabilities(2, new double[2]).values())))
            .isEmpty();
    }

    @Test
    void givenSharesMustFit() {
        assertThatThrownBy(() -> new ClassPriors.Given(Map.of("a", -1.0))).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"a\"");
        assertThatThrownBy(() -> new ClassPriors.Given(Map.of("a", 0.0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClassPriors.Given(Map.of("a", 1.0)).of(CLASSES))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"b\" has no share");
        assertThatThrownBy(() -> new ClassPriors.Given(Map.of("a", 1.0, "b", 1.0, "x", 1.0)).of(CLASSES))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"x\", which is no class");
    }

    /** Two groups of unequal size, as many labels in both: the shares of the labels do not reflect the sizes. */
    @ParameterizedTest
    @CsvSource({"0.95,1", "0.95,4", "0.95,10", "0.8,4", "0.5,4", "0.05,10"})
    void anEqualDrawFromUnequalClassesIsSeenThrough(final double share, final int perClass) {
        final var n = 1000;
        final var random = new Random(2);
        final var values = new float[2 * n];
        final var codes = new int[n];
        final var left = new int[]{perClass, perClass};
        for (var i = 0; i < n; i++) {
            final var code = random.nextDouble() < share ? 0 : 1;
            values[2 * i] = (float)(random.nextGaussian() + 4 * code);
            values[2 * i + 1] = (float)random.nextGaussian();
            codes[i] = left[code]-- > 0 ? code : Labels.UNLABELED;
        }
        final var rows = new DenseRows(n, 2, values);
        final var labels = new Labels(codes, CLASSES);
        final var alone = LogisticRegression.train(rows, labels, 0, Progress.NONE).predict(rows, Workers.CALLER,
            Progress.NONE);
        final var estimate = PriorEstimate.of(labels, new ClassProbabilities(labels.classes().size(), alone.values()));
        assertThat(Arrays.stream(estimate).sum()).isCloseTo(1, within(1e-9));
        final var off = Math.abs(estimate[0] - share);
        assertThat(off).isLessThanOrEqualTo(Math.abs(0.5 - share) * (perClass == 1 ? 0.75 : 0.35) + 0.08);
    }

    @Test
    void classesWithoutALabelHaveNoShareAndUndecidedRowsDoNotCount() {
        final var labels = new Labels(new int[]{0, 0, 1, 1, -1, -1}, List.of("a", "b", "c"));
        final var alone = new double[18];
        for (var i = 0; i < 5; i++) {
            alone[3 * i] = 0.9;
            alone[3 * i + 1] = 0.1;
        }
        Arrays.fill(alone, 15, 18, Double.NaN);
        final var estimate = PriorEstimate.of(labels, new ClassProbabilities(labels.classes().size(), alone));
        assertThat(estimate[2]).isZero();
        assertThat(estimate[0]).isGreaterThan(0.7);
        final var nothing = new double[18];
        Arrays.fill(nothing, Double.NaN);
        assertThat(PriorEstimate.of(labels, new ClassProbabilities(labels.classes().size(), nothing)))
            .containsExactly(0.5, 0.5, 0);
    }
}
