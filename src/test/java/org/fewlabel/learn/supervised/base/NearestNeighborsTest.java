package org.fewlabel.learn.supervised.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Metric;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.model.Classifiers;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.junit.jupiter.api.Test;

class NearestNeighborsTest {

    private static double[] predict(final int neighbors, final float... query) {
        final var rows = new DenseRows(4, 1, new float[]{0, 1, 3, 9});
        final var targets = new TrainingLabels(2, new double[]{1, 0, 0, 0.5, 0.25, 0.25, 0, 1});
        return NearestNeighbors.train(rows, targets, neighbors).predict(new DenseRows(query.length, 1, query),
            Workers.CALLER, Progress.NONE).values();
    }

    @Test
    void neighborsCountByTheirDistanceInRelationToTheNearest() { // at the distances 0.5 (twice) and 2.5
        final var third = Math.exp((1 - 25) / 2.0);
        assertThat(predict(3, 0.5f)[0]).isCloseTo((1 + 0.25 * third) / (1.5 + 0.5 * third), within(1e-9));
        assertThat(predict(2, 0.5f)[0]).isCloseTo(1 / 1.5, within(1e-12));
    }

    @Test
    void onlyARowAtDistanceZeroVotes() {
        assertThat(predict(4, 1)).containsExactly(0, 1);
        assertThat(predict(4, 3)).containsExactly(0.5, 0.5);
    }

    @Test
    void aRowThatSharesNoDimensionIsUndecided() {
        assertThat(predict(4, Float.NaN)).containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void refusesWhatMakesNoSense() {
        final var forged = new State().put("kind", NearestNeighbors.KIND).put("rows", 1).put("columns", 1)
            .put("classes", 2).put("neighbours", 1).put("values", new float[1]).put("metric", Metric.EUCLIDEAN.state())
            .put("masses", new double[]{2, -1});
        assertThatThrownBy(() -> Classifiers.restore(forged)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("The stored model is damaged");
        assertThatThrownBy(() -> predict(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
