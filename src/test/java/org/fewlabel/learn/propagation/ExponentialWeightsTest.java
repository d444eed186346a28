package org.fewlabel.learn.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.fewlabel.learn.data.ClassProbabilities;
import org.junit.jupiter.api.Test;

class ExponentialWeightsTest {

    @Test
    void everyLossCostsTheSameFactor() {
        final var weights = ExponentialWeights.weights(new double[]{0.5, 0.25, 0.25}, new double[]{4, 2, 3});
        assertThat(weights[1] / weights[2]).isCloseTo(Math.exp(0.3), within(1e-12));
        assertThat(weights[0] / weights[1]).isCloseTo(2 * Math.exp(-0.6), within(1e-12));
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void whatHardlyCountsIsLeftOut() {
        final var weights = ExponentialWeights.weights(new double[]{0.5, 0.5}, new double[]{0, 20});
        assertThat(weights).containsExactly(1, 0);
    }

    @Test
    void theFewerLabelsTheMoreTheFirstCountsAtFirst() {
        assertThat(ExponentialWeights.prior(new int[]{1, 1, 0}, 3)).containsExactly(1, 0, 0);
        assertThat(ExponentialWeights.prior(new int[]{4, 4}, 4)).containsExactly(0.25, 0.25, 0.25, 0.25);
        assertThat(ExponentialWeights.prior(new int[]{2, 10}, 3)[0]).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void theWeightsOfAFoldComeFromTheOthers() {
        // in fold 0 only the first is correct, in fold 1 only the second: the weights of each fold come from the others
        final var first = new ClassProbabilities(2, new double[]{1, 0, 1, 0, 0, 1, 0, 1});
        final var second = new ClassProbabilities(2, new double[]{0, 1, 0, 1, 1, 0, 1, 0});
        final var validation = new Validation(new int[]{0, 0, 0, 0}, new int[]{0, 0, 1, 1}, List.of(first, second),
            first, second);
        assertThat(validation.losses(-1)[0]).isCloseTo(validation.losses(-1)[1], within(1e-9)).isGreaterThan(2);
        assertThat(validation.losses(0)[0]).isGreaterThan(2);
        assertThat(validation.losses(0)[1]).isBetween(0.0, 0.1);
        final var mean = validation.mean(new double[]{0.5, 0.5});
        assertThat(validation.accuracy(mean)).isZero();
        assertThat(validation.accuracy(first)).isEqualTo(0.5);
    }
}
