package org.fewlabel.learn.net.samediff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.net.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gradient with respect to the input agrees with central differences, and the losses of rows with that of the
 * batch.
 */
class InputGradientTest {

    private static final int ITEMS = 6;

    private static final double STEP = 5e-3;

    private static final Engine ENGINE = SameDiffEngine.open(Progress.NONE);

    static Stream<Arguments> cases() {
        return GradientTest.cases();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theGradientOfTheInputIsTheSlope(final String name, final Network network, final Objective objective) {
        final var random = new SplittableRandom(6);
        final var layout = ParameterLayout.of(network, objective);
        final var parameters = layout.initial(random, Progress.NONE);
        for (var i = 0; i < parameters.length; i++) {
            parameters[i] += (float)(0.2 * random.nextGaussian());
        }
        final var statistics = layout.initialStatistics();
        try (var gradients = ENGINE.evaluation(network, objective, ITEMS, Engine.Output.INPUT_GRADIENT);
            var losses = ENGINE.evaluation(network, objective, ITEMS, Engine.Output.LOSS)) {
            RandomBatch.fill(gradients.batch(), network, objective, new SplittableRandom(7));
            RandomBatch.fill(losses.batch(), network, objective, new SplittableRandom(7));
            final var gradient = gradients.run(parameters, statistics);
            final var input = losses.batch().get(Slot.INPUT);
            assertThat(gradient).hasSameSizeAs(input);
            final var codes = network.input().codes();
            for (var k = 0; k < 5; k++) {
                final var direction = new double[input.length];
                var expected = 0.0;
                for (var i = 0; i < input.length; i++) {
                    if (codes[i % codes.length]) {
                        assertThat(gradient[i]).isZero();
                    } else {
                        direction[i] = random.nextGaussian() / Math.sqrt(input.length);
                        expected += direction[i] * gradient[i];
                    }
                }
                final var slope = slope(losses, input, direction, parameters, statistics);
                assertThat(expected).isCloseTo(slope, within(0.01 * Math.max(0.1, Math.abs(slope))));
            }
            if (network.input().plain() > 0) {
                assertThat(IntStream.range(0, gradient.length).filter(i -> Math.abs(gradient[i]) > 1e-4).count())
                    .isPositive();
            }
        }
    }

    private static double slope(final Engine.ForwardPass losses, final float[] input, final double[] direction,
        final float[] parameters, final float[] statistics) {
        final var original = input.clone();
        final var at = new double[]{-2 * STEP, -STEP, STEP, 2 * STEP};
        final var values = new double[4];
        for (var k = 0; k < 4; k++) {
            for (var i = 0; i < input.length; i++) {
                input[i] = (float)(original[i] + at[k] * direction[i]);
            }
            values[k] = losses.run(parameters, statistics)[0];
        }
        System.arraycopy(original, 0, input, 0, input.length);
        return (values[0] - 8 * values[1] + 8 * values[2] - values[3]) / (12 * STEP);
    }

    @Test
    void theLossesOfTheRowsSumToThatOfTheBatch() {
        final var network = new Network(new Network.Input(4, List.of()), Network.dense(List.of(5), false), List.of());
        final var objective = new Objective.Classification(3);
        final var layout = ParameterLayout.of(network, objective);
        final var random = new SplittableRandom(1);
        final var parameters = layout.initial(random, Progress.NONE);
        try (var step = ENGINE.training(network, objective, ITEMS)) {
            RandomBatch.fill(step.batch(), network, objective, random);
            final var loss = step.run(parameters, new float[layout.size()], new float[0]);
            final var rows = step.rowLosses();
            assertThat(rows).hasSize(ITEMS);
            var sum = 0.0;
            for (final var row : rows) {
                sum += row;
            }
            assertThat(sum).isCloseTo(loss, within(1e-5));
            step.batch().get(Slot.ROW_WEIGHTS)[2] *= 2;
            step.run(parameters, new float[layout.size()], new float[0]);
            assertThat(step.rowLosses()[2]).isCloseTo(2 * rows[2], within(1e-5f));
            assertThat(step.rowLosses()[1]).isEqualTo(rows[1]);
        }
        try (var step = ENGINE.training(network, new Objective.NtXent(1), 2)) {
            assertThat(step.rowLosses()).isEmpty();
        }
    }
}
