package org.fewlabel.learn.net.samediff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import org.fewlabel.device.Checks;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.net.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A step of a transformer for texts has some hundred operations, and together they take more than a second for long
 * texts. The cancel is checked before each, and none is more than a product of all positions of the batch with one
 * weight matrix.
 */
class SameDiffCancelTest {

    private static final int PLACES = 12;

    private static final int WIDTH = 8;

    private static final int BLOCKS = 4;

    /** The operations of a transformer block and its backward pass: layer norms, four products, softmax and others. */
    private static final int LEAST_PER_BLOCK = 100;

    private static final Network.Input INPUT = new Network.Input(PLACES,
        List.of(new Network.Embedding(0, 30, WIDTH, PLACES)));

    private static final Network NETWORK = network();

    private static final Objective OBJECTIVE = new Objective.NtXent(0.5);

    private static final int ITEMS = 3;

    private static Network network() {
        final var sequence = INPUT.sequence();
        final var layers = new ArrayList<Layer>(List.of(new Layer.Positions(sequence)));
        for (var block = 0; block < BLOCKS; block++) {
            layers.add(new Layer.Transformer(sequence, 2, 2 * WIDTH));
        }
        layers.add(new Layer.MeanPool(sequence));
        return new Network(INPUT, layers, List.of(new Layer.Dense(WIDTH)));
    }

    /** The number of checks while the step was prepared, and while it ran. */
    private static long[] step(final Checks checks) {
        final var layout = ParameterLayout.of(NETWORK, OBJECTIVE);
        try (var step = SameDiffEngine.open(checks).training(NETWORK, OBJECTIVE, ITEMS)) {
            final var prepared = checks.count();
            RandomBatch.fill(step.batch(), NETWORK, OBJECTIVE, new SplittableRandom(2));
            step.run(layout.initial(new SplittableRandom(1), Progress.NONE), new float[layout.size()], new float[0]);
            return new long[]{prepared, checks.count() - prepared};
        }
    }

    @Test
    void cancelIsCheckedBeforeEachOperationIsPreparedAndExecuted() {
        final var asked = step(Checks.patient());
        assertThat(asked[0]).as("in preparation").isGreaterThan(BLOCKS * LEAST_PER_BLOCK);
        assertThat(asked[1]).as("in a step").isGreaterThan(BLOCKS * LEAST_PER_BLOCK);
    }

    /** The thread that waits for the preparation checks too, so a second check is possible after the cancel. */
    @Test
    void aCancelEndsThePreparationAnywhere() {
        for (var question = 1L; question < BLOCKS * LEAST_PER_BLOCK; question += 97) {
            final var checks = Checks.canceledAt(question);
            assertThatThrownBy(() -> step(checks)).isInstanceOf(CancellationException.class);
            assertThat(checks.checksAfterCancel()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aCancelEndsTheStepAnywhere() {
        final var layout = ParameterLayout.of(NETWORK, OBJECTIVE);
        final var parameters = layout.initial(new SplittableRandom(1), Progress.NONE);
        final var asked = step(Checks.patient())[1];
        final var progress = new Replaceable();
        try (var step = SameDiffEngine.open(progress).training(NETWORK, OBJECTIVE, ITEMS)) {
            RandomBatch.fill(step.batch(), NETWORK, OBJECTIVE, new SplittableRandom(2));
            for (var question = 1L; question <= asked; question += 97) {
                final var checks = Checks.canceledAt(question);
                progress.current = checks;
                assertThatThrownBy(() -> step.run(parameters, new float[layout.size()], new float[0]))
                    .isInstanceOf(CancellationException.class);
                assertThat(checks.checksAfterCancel()).isZero();
            }
        }
    }

    /** Delegates to the progress that the test sets. */
    private static final class Replaceable implements Progress {

        private volatile Progress current = Progress.NONE;

        @Override
        public void report(final double fraction, final String message) {
            current.report(fraction, message);
        }

        @Override
        public void checkCanceled() {
            current.checkCanceled();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.Output.class)
    void outputsCanBeCanceledToo(final Engine.Output output) {
        final var network = new Network(new Network.Input(4, List.of()), Network.dense(List.of(8, 8), true), List.of());
        final var objective = output == Engine.Output.ROW_ERRORS
            ? new Objective.Reconstruction(new Targets(4, new int[0]), 1, 0) : new Objective.Classification(2);
        final var checks = Checks.patient();
        final var layout = ParameterLayout.of(network, objective);
        try (var evaluation = SameDiffEngine.open(checks).evaluation(network, objective, ITEMS, output)) {
            final var prepared = checks.count();
            assertThat(prepared).as("in preparation").isGreaterThan(network.body().size());
            evaluation.run(new float[layout.size()], new float[layout.statisticsSize()]);
            assertThat(checks.count() - prepared).as("in a run").isGreaterThan(network.body().size());
        }
    }
}
