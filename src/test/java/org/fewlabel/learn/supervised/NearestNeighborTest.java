package org.fewlabel.learn.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.junit.jupiter.api.Test;

class NearestNeighborTest {

    private final DenseRows rows = new DenseRows(4, 1, new float[]{0, 10, 4, Float.NaN});

    @Test
    void asksTheNearestLabeledRowOnly() {
        final var classifier = NearestNeighbor.train(rows, new Labels(new int[]{1, 0, -1, -1}, List.of("a", "b", "c")));
        assertThat(classifier.predict(new DenseRows(3, 1, new float[]{4.9f, 5.1f, Float.NaN}), Workers.CALLER,
            Progress.NONE).values()).containsExactly(0, 1, 0, 1, 0, 0, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> NearestNeighbor.train(rows, new Labels(new int[]{-1, -1, -1, -1}, List.of("a"))))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NearestNeighbor.train(rows, new Labels(new int[]{0}, List.of("a"))))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
