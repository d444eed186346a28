package org.fewlabel.learn.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.fewlabel.learn.data.Labels;
import org.junit.jupiter.api.Test;

class TrainingLabelsTest {

    @Test
    void labeledRowsCountOneAndOthersNothing() {
        final var targets = TrainingLabels.of(new Labels(new int[]{2, -1, 0}, List.of("a", "b", "c")));
        assertThat(targets.masses()).containsExactly(0, 0, 1, 0, 0, 0, 1, 0, 0);
        assertThat(targets.used()).containsExactly(0, 2);
        assertThat(targets.known()).containsExactly(0, 2);
        assertThat(targets.sums()).containsExactly(1, 0, 1);
        assertThat(targets.select(new int[]{2, 2}).masses()).containsExactly(1, 0, 0, 1, 0, 0);
    }

    @Test
    void aWeightOfNothingIsNoRow() {
        final var targets = TrainingLabels.of(new int[]{1, 0, 1}, new double[]{0, 0.5, 0.25}, 2);
        assertThat(targets.used()).containsExactly(1, 2);
        assertThat(targets.weight(2)).isEqualTo(0.25);
    }

    @Test
    void refusesWhatIsNoMass() {
        for (final var bad : new double[]{-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new TrainingLabels(1, new double[]{bad}))
                .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new TrainingLabels(2, new double[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrainingLabels.of(new int[]{2}, new double[]{1}, 2))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("no class 2");
        assertThatThrownBy(() -> TrainingLabels.of(new int[]{0}, new double[2], 2))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
