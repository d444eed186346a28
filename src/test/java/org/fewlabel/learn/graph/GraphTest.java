package org.fewlabel.learn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.neighbor.Neighbors;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class GraphTest {

    @Property(tries = 60)
    void isSymmetricWithoutLoopsAndHasTheWeightsOfItsDefinition(@ForAll final long seed,
        @ForAll @IntRange(min = 2, max = 30) final int rows, @ForAll @IntRange(min = 1, max = 8) final int k) {
        final var points = Dense.random(seed, rows, 2);
        final var weights = Dense.weights(Dense.graph(points, k));
        final var squared = new double[rows][rows];
        final var widths = new double[rows];
        for (var i = 0; i < rows; i++) {
            for (var j = 0; j < rows; j++) {
                final double x = points.values()[2 * i] - points.values()[2 * j];
                final double y = points.values()[2 * i + 1] - points.values()[2 * j + 1];
                squared[i][j] = x * x + y * y;
            }
            final var sorted = squared[i].clone();
            Arrays.sort(sorted);
            widths[i] = sorted[Math.min(k, rows - 1)]; // the first is the row itself
        }
        for (var i = 0; i < rows; i++) {
            assertThat(weights[i][i]).isZero();
            for (var j = 0; j < rows; j++) {
                final var seenFromI = squared[i][j] <= widths[i] ? Math.exp(-4 * squared[i][j] / widths[i]) : 0;
                final var seenFromJ = squared[i][j] <= widths[j] ? Math.exp(-4 * squared[i][j] / widths[j]) : 0;
                assertThat(weights[i][j]).isEqualTo(weights[j][i]);
                if (i != j) {
                    assertThat(weights[i][j]).isCloseTo((seenFromI + seenFromJ) / 2, within(1e-5));
                }
            }
        }
    }

    @Test
    void knowsItsConnectedParts() {
        final var graph = Dense.graph(new DenseRows(7, 1, new float[]{0, 100, 1, 101, 2, 102, Float.NaN}), 2);
        assertThat(graph.components()).isEqualTo(3);
        assertThat(graph.component(0)).isEqualTo(graph.component(2)).isEqualTo(graph.component(4));
        assertThat(graph.component(1)).isEqualTo(graph.component(3)).isEqualTo(graph.component(5));
        assertThat(graph.component(0)).isNotEqualTo(graph.component(1)).isNotEqualTo(graph.component(6));
        assertThat(graph.edges()).isEqualTo(6);
        assertThat(graph.degree(6)).isZero();
    }

    @Test
    void rowsAtDistanceZeroHaveWeightOne() {
        final var weights = Dense.weights(Dense.graph(new DenseRows(3, 1, new float[]{5, 5, 5}), 2));
        for (var i = 0; i < 3; i++) {
            for (var j = 0; j < 3; j++) {
                assertThat(weights[i][j]).isEqualTo(i == j ? 0 : 1);
            }
        }
    }

    @Test
    void anOutlierIsNotCutOff() {
        final var graph = Dense.graph(new DenseRows(5, 1, new float[]{0, 1, 2, 3, 1e6f}), 2);
        assertThat(graph.components()).isEqualTo(1);
        assertThat(graph.degree(4)).isGreaterThan(0.01);
    }

    @Test
    void aGraphWithoutNodesOrEdgesIsOne() {
        assertThat(Dense.graph(new DenseRows(0, 1, new float[0]), 3).components()).isZero();
        final var one = Dense.graph(new DenseRows(1, 1, new float[1]), 3);
        assertThat(one.components()).isEqualTo(1);
        assertThat(one.edges()).isZero();
    }

    @Test
    void seedsMustFit() {
        assertThatThrownBy(() -> new Seeds(2, 2, new double[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Seeds(1, 1, new double[]{-1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Seeds(3, 1, new double[3]).reached(Dense.path(2)))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Neighbors(2, 1, new int[3], new float[3]))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
