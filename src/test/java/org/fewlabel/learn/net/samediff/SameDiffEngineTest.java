package org.fewlabel.learn.net.samediff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.bytedeco.javacpp.Pointer;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.net.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.nativeblas.NativeOpsHolder;

class SameDiffEngineTest {

    private static final Network NETWORK = new Network(new Network.Input(6, List.of(new Network.Embedding(2, 5, 3))),
        List.of(new Layer.Dense(16), new Layer.BatchNorm(), new Layer.Activation(Layer.Function.RELU),
            new Layer.Dense(4)),
        List.of(new Layer.Dense(4)));

    private final Engine engine = SameDiffEngine.open(Progress.NONE);

    private float[] gradient(final Network network, final Objective objective, final int items, final int runs) {
        final var layout = ParameterLayout.of(network, objective);
        final var random = new SplittableRandom(1);
        final var parameters = layout.initial(random, Progress.NONE);
        final var gradient = new float[layout.size()];
        final var statistics = new float[layout.statisticsSize()];
        try (var step = engine.training(network, objective, items)) {
            RandomBatch.fill(step.batch(), network, objective, random);
            for (var i = 0; i < runs; i++) {
                step.run(parameters, gradient, statistics);
            }
        }
        return gradient;
    }

    @Test
    void theSameStepGivesTheSameBits() {
        final var first = gradient(NETWORK, new Objective.NtXent(0.5), 8, 1);

        assertThat(gradient(NETWORK, new Objective.NtXent(0.5), 8, 3)).isEqualTo(first);
        var sum = 0.0;
        for (final var value : first) {
            sum += Math.abs(value);
        }
        assertThat(sum).isPositive();
    }

    @Test
    void severalThreadsDoNotDisturbEachOther() throws Exception {
        final var alone = gradient(NETWORK, new Objective.VicReg(25, 25, 1), 8, 1);
        final var threads = Executors.newFixedThreadPool(3);
        try {
            final Callable<float[]> work = () -> gradient(NETWORK, new Objective.VicReg(25, 25, 1), 8, 20);
            for (final var result : threads.invokeAll(List.of(work, work, work))) {
                assertThat(result.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theMemoryStaysFlatOverManySteps() {
        final var network = new Network(new Network.Input(20, List.of()), Network.dense(List.of(64, 32), true),
            List.of(new Layer.BatchNorm()));
        final var layout = ParameterLayout.of(network, new Objective.NtXent(1));
        final var parameters = layout.initial(new SplittableRandom(1), Progress.NONE);
        final var gradient = new float[layout.size()];
        final var statistics = new float[layout.statisticsSize()];
        try (var step = engine.training(network, new Objective.NtXent(1), 64)) {
            RandomBatch.fill(step.batch(), network, new Objective.NtXent(1), new SplittableRandom(2));
            run(step, parameters, gradient, statistics, 100);
            System.gc();
            final var before = Pointer.totalBytes();
            run(step, parameters, gradient, statistics, 1000);
            // a step's arrays are 200 kB, so 1,000 steps that kept them would hold 200 MB
            assertThat(Pointer.totalBytes() - before).isLessThan(2 << 20);
        }
    }

    private static void run(final Engine.TrainingStep step, final float[] parameters, final float[] gradient,
        final float[] statistics, final int steps) {
        for (var i = 0; i < steps; i++) {
            step.run(parameters, gradient, statistics);
        }
    }

    @Test
    void inEvaluationBatchNormsUseWhatIsGiven() {
        final var network = new Network(new Network.Input(2, List.of()), List.of(new Layer.BatchNorm()), List.of());
        final var objective = new Objective.NtXent(1);
        final var layout = ParameterLayout.of(network, objective);
        try (var embedding = engine.evaluation(network, objective, 1, Engine.Output.EMBEDDING)) {
            System.arraycopy(new float[]{1, 2, 3, 4}, 0, embedding.batch().get(Slot.INPUT), 0, 4);

            final var result = embedding.run(layout.initial(new SplittableRandom(1), Progress.NONE),
                new float[]{1, 0, 4, 1});

            assertThat(result).containsExactly(new float[]{0, 2, 1, 4}, within(1e-4f));
        }
    }

    @Test
    void theStatisticsOfABatchAreItsMeanAndVariance() {
        final var network = new Network(new Network.Input(1, List.of()), List.of(new Layer.BatchNorm()), List.of());
        final var objective = new Objective.Classification(2);
        final var layout = ParameterLayout.of(network, objective);
        final var statistics = new float[2];
        try (var step = engine.training(network, objective, 4)) {
            System.arraycopy(new float[]{1, 3, 5, 7}, 0, step.batch().get(Slot.INPUT), 0, 4);
            step.run(layout.initial(new SplittableRandom(1), Progress.NONE), new float[layout.size()], statistics);
        }
        assertThat(statistics).containsExactly(new float[]{4, 5}, within(1e-5f));
    }

    @Test
    void probabilitiesOfARowSumToOneAndErrorsAreThoseOfTheLoss() {
        final var classify = new Objective.Classification(3);
        final var random = new SplittableRandom(4);
        try (var evaluation = engine.evaluation(NETWORK, classify, 5, Engine.Output.PROBABILITIES)) {
            RandomBatch.fill(evaluation.batch(), NETWORK, classify, random);
            final var layout = ParameterLayout.of(NETWORK, classify);
            final var probabilities = evaluation.run(layout.initial(random, Progress.NONE), layout.initialStatistics());
            for (var row = 0; row < 5; row++) {
                assertThat(probabilities[3 * row] + probabilities[3 * row + 1] + probabilities[3 * row + 2])
                    .isCloseTo(1, within(1e-5f));
            }
        }
        final var rebuild = new Objective.Reconstruction(new Targets(2, new int[]{3}), 2, 1);
        final var layout = ParameterLayout.of(NETWORK, rebuild);
        final var parameters = layout.initial(random, Progress.NONE);
        try (var errors = engine.evaluation(NETWORK, rebuild, 5, Engine.Output.ROW_ERRORS);
            var loss = engine.evaluation(NETWORK, rebuild, 5, Engine.Output.LOSS)) {
            RandomBatch.fill(errors.batch(), NETWORK, rebuild, new SplittableRandom(8));
            RandomBatch.fill(loss.batch(), NETWORK, rebuild, new SplittableRandom(8));
            final var perRow = errors.run(parameters, layout.initialStatistics());
            assertThat(perRow).hasSize(5);
            assertThat((perRow[0] + perRow[1] + perRow[2] + perRow[3] + perRow[4]) / 5)
                .isCloseTo(loss.run(parameters, layout.initialStatistics())[0], within(1e-5f));
        }
    }

    @Test
    void refusesCodesBeyondTheTable() {
        final var objective = new Objective.NtXent(1);
        final var layout = ParameterLayout.of(NETWORK, objective);
        try (var step = engine.training(NETWORK, objective, 2)) {
            step.batch().get(Slot.INPUT)[2] = 5;
            assertThatThrownBy(() -> step.run(layout.initial(new SplittableRandom(1), Progress.NONE),
                new float[layout.size()],
                new float[layout.statisticsSize()])).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("code 5");
        }
    }

    @Test
    void refusesABatchWithNothingToCompare() {
        assertThatThrownBy(() -> engine.training(NETWORK, new Objective.NtXent(1), 1))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheDevice() {
        assertThat(engine.device()).matches("[CG]PU \\(ND4J 1\\.0\\.0-M2\\.1, 1 thread, memory up to \\d+\\.\\d GB\\)");
    }

    @Test
    void computesWithOneThreadWhoeverComputes() throws Exception {
        final var threads = new AtomicInteger();
        final var network = new Network(new Network.Input(3, List.of()), List.of(), List.of());
        final var other = new Thread(() -> {
            try (var loss = SameDiffEngine.open(Progress.NONE).evaluation(network, new Objective.NtXent(0.5), 2,
                Engine.Output.LOSS)) {
                loss.run(new float[0], new float[0]);
                threads.set(NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads());
            }
        });
        other.start();
        other.join();
        assertThat(threads).hasValue(1);
    }

    /** With two classes and the logits z and -z, the loss of the wrong one is 2 z, however large that is. */
    @ParameterizedTest
    @ValueSource(floats = {1, 30, 100, 5000})
    void aCertainMistakeHasAFiniteLoss(final float logit) {
        final var network = new Network(new Network.Input(1, List.of()), List.of(), List.of());
        final var parameters = new float[]{1, -1, 0, 0};
        final var gradient = new float[4];
        try (var step = SameDiffEngine.open(Progress.NONE).training(network, new Objective.Classification(2), 2)) {
            step.batch().get(Slot.INPUT)[0] = logit;
            step.batch().get(Slot.INPUT)[1] = logit;
            step.batch().get(Slot.CLASSES)[0] = 1;
            step.batch().get(Slot.CLASSES)[3] = 1;
            step.batch().get(Slot.ROW_WEIGHTS)[0] = 1;
            step.batch().get(Slot.ROW_WEIGHTS)[1] = 1;
            final var loss = step.run(parameters, gradient, new float[0]);
            assertThat(loss).isCloseTo(2 * logit + 2 * Math.log1p(Math.exp(-2 * logit)), within(1e-3 * logit));
            assertThat(gradient[0]).isCloseTo((float)(logit * Math.tanh(logit)), within(1e-3f * logit));
        }
    }
}
