package org.fewlabel.learn.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.fewlabel.device.Checks;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.junit.jupiter.api.Test;

class LinearLayerTest {

    private static final DenseRows ROWS = new DenseRows(8, 2,
        new float[]{0, 1, 1, 3, 2, 0, 4, 1, 5, 2, 3, 5, 4, 4, 1, 1});

    private static final Labels LABELS = new Labels(new int[]{0, 0, 1, 1, 1, 2, 2, -1}, List.of("a", "b", "c"));

    /**
     * The figures are those of scikit-learn 1.2.1: LogisticRegression(C=1, fit_intercept=False) on the columns minus
     * their means, divided by the root of their mean variance, and a column of tens.
     */
    @Test
    void isLogisticRegressionOnTheScaledDimensions() {
        final var layer = LinearLayer.fit(ROWS, WeightedRows.masses(LABELS, null), LABELS.classes().size(),
            Progress.NONE);

        assertThat(layer.weights()).containsExactly(
            new float[]{-0.56575f, 0.37630f, 0.18946f, 0.00090f, -0.53059f, 0.52969f}, within(1e-4f));
        assertThat(layer.bias()).containsExactly(new float[]{1.37745f, 0.58235f, -1.95980f}, within(1e-3f));
    }

    @Test
    void rowsAreWeighted() {
        final var layer = LinearLayer.fit(ROWS,
            WeightedRows.masses(LABELS, new float[]{1, 2, 1, 1, 0.5f, 1, 1, 9}), LABELS.classes().size(),
            Progress.NONE);

        assertThat(layer.weights()).containsExactly(
            new float[]{-0.61660f, 0.34377f, 0.27284f, 0.03977f, -0.55821f, 0.51844f}, within(1e-4f));
        assertThat(layer.bias()).containsExactly(new float[]{1.61971f, 0.59912f, -2.21883f}, within(1e-3f));
    }

    @Test
    void staysFiniteWithoutLabelsOrVariance() {
        final var same = new DenseRows(3, 1, new float[]{2, 2, 2});
        final var oneClass = new Labels(new int[]{1, -1, 1}, List.of("a", "b", "c"));
        for (final var rows : List.of(same, new DenseRows(3, 1, new float[]{1, 2, 1e30f}))) {
            final var layer = LinearLayer.fit(rows, WeightedRows.masses(oneClass, null), oneClass.classes().size(),
                Progress.NONE);
            for (var c = 0; c < 3; c++) {
                assertThat(layer.weights()[c]).isFinite();
                assertThat(layer.bias()[c]).isFinite();
            }
            assertThat(layer.bias()[1]).isGreaterThan(layer.bias()[0]);
        }
    }

    @Test
    void aCancelEndsIt() {
        final var random = new Random(1);
        final var values = new float[4000];
        final var codes = new int[400];
        for (var i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
            codes[i / 10] = random.nextInt(3);
        }
        final var impatient = Checks.canceledAt(1001);
        assertThatThrownBy(() -> LinearLayer.fit(new DenseRows(400, 10, values),
            WeightedRows.masses(new Labels(codes, LABELS.classes()), null), LABELS.classes().size(),
            impatient)).isInstanceOf(CancellationException.class);
    }
}
