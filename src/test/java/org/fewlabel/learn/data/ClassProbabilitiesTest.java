package org.fewlabel.learn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

class ClassProbabilitiesTest {

    private static final double NAN = Double.NaN;

    private static final ClassProbabilities THREE = new ClassProbabilities(2,
        new double[]{0.2, 0.8, 0.5, 0.5, NAN, NAN});

    @Test
    void theFirstOfEquallyProbableClassesIsPredicted() {
        assertThat(THREE.argmax()).containsExactly(1, 0, -1);
        assertThat(THREE.confidence(0)).isEqualTo(0.8);
        assertThat(THREE.confidence(2)).isNaN();
        assertThat(THREE.isPredicted(1)).isTrue();
        assertThat(THREE.isPredicted(2)).isFalse();
    }

    @Test
    void aMeanIsOverThosePartsThatHaveAPrediction() {
        final var mean = ClassProbabilities.mean(
            List.of(new ClassProbabilities(2, new double[]{1, 0, NAN, NAN, NAN, NAN}),
                new ClassProbabilities(2, new double[]{0, 1, 0, 1, NAN, NAN})),
            new double[]{3, 1});
        assertThat(mean.values()).containsExactly(0.75, 0.25, 0, 1, NAN, NAN);
        assertThat(ClassProbabilities.mean(List.of(THREE, new ClassProbabilities(2, new double[]{1, 0, 1, 0, 1, 0})))
            .values()).containsExactly(0.6, 0.4, 0.75, 0.25, 1, 0);
    }

    @Test
    void agreementIsTheShareOfTheRowsThatCount() {
        final var other = new ClassProbabilities(2, new double[]{0.4, 0.6, 0, 1, NAN, NAN});
        assertThat(THREE.agreement(other, new int[]{0, 1})).isEqualTo(0.5);
        assertThat(THREE.agreement(other, new int[]{2})).isEqualTo(1);
        assertThat(THREE.agreement(other, new int[0])).isEqualTo(1);
    }

    @Test
    void onlyALabelThatDiffersFromThePredictionIsContradicted() {
        final var classes = List.of("a", "b");
        assertThat(THREE.contradicted(new Labels(new int[]{0, 0, 0}, classes))).containsExactly(true, false, false);
        assertThat(THREE.contradicted(new Labels(new int[]{-1, 1, 1}, classes))).containsExactly(false, true, false);
    }

    @Test
    void selectsRowsInAnyOrder() {
        assertThat(THREE.select(new int[]{2, 0, 0}).values()).containsExactly(NAN, NAN, 0.2, 0.8, 0.2, 0.8);
        assertThat(THREE.rows()).isEqualTo(3);
    }

    @Test
    void refusesWhatAreNoRows() {
        assertThatThrownBy(() -> new ClassProbabilities(2, new double[3]))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClassProbabilities(0, new double[0]))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
