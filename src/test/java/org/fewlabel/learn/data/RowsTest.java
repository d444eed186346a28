package org.fewlabel.learn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

class RowsTest {

    private final NumberColumn number = new NumberColumn("n", new double[]{1, Double.NaN, Double.NEGATIVE_INFINITY});

    private final NominalColumn nominal = new NominalColumn("c", new int[]{0, -1, 1}, List.of("a", "b"));

    @Test
    void selectsRowsInTheOrderAskedFor() {
        final var selected = new Rows(3, List.of(number, nominal)).select(new int[]{2, 0, 0, 1});
        assertThat(selected.size()).isEqualTo(4);
        assertThat(((NumberColumn)selected.columns().get(0)).values()).containsExactly(Double.NEGATIVE_INFINITY, 1, 1,
            Double.NaN);
        assertThat(((NominalColumn)selected.columns().get(1)).codes()).containsExactly(1, 0, 0, -1);
    }

    @Test
    void countsInfiniteCells() {
        assertThat(number.infiniteCells()).isEqualTo(1);
    }

    @Test
    void refusesColumnsThatDoNotFit() {
        assertThatThrownBy(() -> new Rows(2, List.of(number))).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"n\" has 3 rows, not 2");
        assertThatThrownBy(() -> new Rows(3, List.of(number, number))).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"n\" is there twice");
    }

    @Test
    void refusesCodesWithoutACategory() {
        assertThatThrownBy(() -> new NominalColumn("c", new int[]{2}, List.of("a", "b")))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"c\" has the code 2");
        assertThatThrownBy(() -> new NominalColumn("c", new int[]{-2}, List.of("a")))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NominalColumn("c", new int[0], List.of("a", "a")))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("names \"a\" twice");
    }

    @Test
    void labelsKnowTheirRowsAndCounts() {
        final var labels = new Labels(new int[]{-1, 2, 0, 2}, List.of("x", "y", "z"));
        assertThat(labels.labeled()).containsExactly(1, 2, 3);
        assertThat(labels.counts()).containsExactly(1, 0, 2);
        assertThat(labels.select(new int[]{3, 0}).codes()).containsExactly(2, -1);
        assertThatThrownBy(() -> new Labels(new int[]{3}, List.of("x", "y", "z")))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("label has the code 3");
    }

    @Test
    void denseRowsAreRectangular() {
        final var rows = new DenseRows(2, 2, new float[]{1, 2, 3, 4});
        assertThat(rows.select(new int[]{1, 1}).values()).containsExactly(3, 4, 3, 4);
        assertThatThrownBy(() -> new DenseRows(2, 2, new float[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DenseRows(1 << 16, 1 << 16, new float[0]))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
