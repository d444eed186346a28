package org.fewlabel.learn.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import org.fewlabel.device.Checks;
import org.junit.jupiter.api.Test;

/**
 * A network may have {@link ParameterLayout#MAX_PARAMETERS}: drawing them takes seconds, and so does each training
 * step.
 */
class ParametersCancelTest {

    private static final ParameterLayout LAYOUT = ParameterLayout.of(
        new Network(new Network.Input(2500, List.of()), Network.dense(List.of(4000), true), List.of()),
        new Objective.NtXent(0.5));

    @Test
    void drawingChecksForCancelInProportionToTheirNumber() {
        final var checks = Checks.patient();
        LAYOUT.initial(new SplittableRandom(1), checks);
        assertThat(checks.count()).isGreaterThan(LAYOUT.size() >> 21);
        assertThatThrownBy(() -> LAYOUT.initial(new SplittableRandom(1), Checks.canceledAt(3)))
            .isInstanceOf(CancellationException.class);
    }

    /** The first parameters have a smaller learning rate; where they end, the pieces do. */
    @Test
    void aStepChecksForCancelInProportionToTheirNumberAndChangesEach() {
        final var checks = Checks.patient();
        final var parameters = new float[LAYOUT.size()];
        final var gradient = new float[LAYOUT.size()];
        Arrays.fill(gradient, 1);
        final var slow = 5_000_001;
        new Adam(LAYOUT, 0).step(parameters, gradient, 1, slow, 0.25, 1, checks);
        assertThat(checks.count()).isGreaterThanOrEqualTo(LAYOUT.size() >> 22);
        for (var i = 0; i < parameters.length; i++) {
            if (parameters[i] != (i < slow ? parameters[0] : parameters[slow])) {
                throw new AssertionError("Parameter " + i + " is " + parameters[i] + ".");
            }
        }
        assertThat(parameters[slow]).isEqualTo(4 * parameters[0]).isNegative();
    }
}
