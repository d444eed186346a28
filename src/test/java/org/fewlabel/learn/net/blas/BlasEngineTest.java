package org.fewlabel.learn.net.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;

import org.bytedeco.javacpp.Pointer;
import org.fewlabel.device.Checks;
import org.fewlabel.device.Gemm;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.BatchSource;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.net.Training;
import org.fewlabel.learn.net.TrainingResult;
import org.fewlabel.learn.net.TrainingSettings;
import org.fewlabel.learn.net.samediff.RandomBatch;
import org.fewlabel.learn.net.samediff.SameDiffEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlasEngineTest {

    private static final Network ROWS = new Network(new Network.Input(6, List.of(new Network.Embedding(2, 5, 3))),
        List.of(new Layer.Dense(64), new Layer.BatchNorm(), new Layer.Activation(Layer.Function.RELU),
            new Layer.Dense(16)),
        Network.dense(List.of(16, 16), true));

    private static final Layer.Image PIXELS = new Layer.Image(8, 8, 1);

    private static final Network IMAGES = new Network(new Network.Input(PIXELS.size(), List.of()),
        List.of(new Layer.Convolution(PIXELS, 8, 3), new Layer.Activation(Layer.Function.RELU),
            new Layer.MaxPool(new Layer.Image(8, 8, 8), 2), new Layer.Convolution(new Layer.Image(4, 4, 8), 6, 3),
            new Layer.Activation(Layer.Function.RELU), new Layer.Dense(16)),
        List.of(new Layer.Dense(8)));

    private static final Objective.NtXent OBJECTIVE = new Objective.NtXent(0.5);

    private static final Engine ENGINE = new BlasEngine(Gemm.here(Progress.NONE), Workers.CALLER, Progress.NONE);

    private static float[] gradient(final Engine engine, final Network network, final int items, final int runs) {
        final var layout = ParameterLayout.of(network, OBJECTIVE);
        final var random = new SplittableRandom(1);
        final var parameters = layout.initial(random, Progress.NONE);
        final var gradient = new float[layout.size()];
        try (var step = engine.training(network, OBJECTIVE, items)) {
            RandomBatch.fill(step.batch(), network, OBJECTIVE, random);
            for (var i = 0; i < runs; i++) {
                step.run(parameters, gradient, new float[layout.statisticsSize()]);
            }
        }
        return gradient;
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        for (final var network : List.of(ROWS, IMAGES)) {
            final var alone = gradient(ENGINE, network, 300, 1);
            for (final var threads : new int[]{2, 3, 8}) {
                final var engine = new BlasEngine(Gemm.here(Progress.NONE), Workers.own(threads), Progress.NONE);
                assertThat(gradient(engine, network, 300, 5)).isEqualTo(alone);
            }
        }
    }

    @Test
    void severalTrainingsDoNotDisturbEachOther() throws Exception {
        final var workers = Workers.own(2);
        final var alone = gradient(ENGINE, ROWS, 200, 1);
        final var threads = Executors.newFixedThreadPool(3);
        try {
            final Callable<
                float[]> work = () -> gradient(new BlasEngine(Gemm.here(Progress.NONE), workers, Progress.NONE), ROWS,
                    200, 30);
            for (final var result : threads.invokeAll(List.of(work, work, work))) {
                assertThat(result.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theOutputOfARowDependsOnNothingButTheRow() {
        for (final var network : List.of(ROWS, IMAGES)) {
            for (final var items : new int[]{1, 9, 128, 301}) {
                final var objective = new Objective.Classification(3);
                final var layout = ParameterLayout.of(network, objective);
                final var parameters = layout.initial(new SplittableRandom(1), Progress.NONE);
                try (var evaluation = ENGINE.evaluation(network, objective, items, Engine.Output.PROBABILITIES)) {
                    final var width = network.input().width();
                    final var input = evaluation.batch().get(Slot.INPUT);
                    for (var i = 0; i < input.length; i++) {
                        input[i] = (float)Math.cos(i % width) + (network.input().codes()[i % width] ? 1.5f : 0);
                    }
                    final var output = evaluation.run(parameters, layout.initialStatistics());
                    for (var i = 3; i < output.length; i++) {
                        assertThat(output[i]).as("row %d of %d", i / 3, items).isEqualTo(output[i % 3]);
                    }
                }
            }
        }
    }

    /** Rows in two clusters, whose views differ by noise; no two calls with the same random draw differ. */
    private static final class Heaps implements BatchSource {

        private final Network network;

        Heaps(final Network network) {
            this.network = network;
        }

        @Override
        public int rows() {
            return 300;
        }

        @Override
        public void fill(final int[] rows, final SplittableRandom random, final Batch batch) {
            final var width = network.input().width();
            final var codes = network.input().codes();
            final var input = batch.get(Slot.INPUT);
            for (var i = 0; i < input.length; i++) {
                final var row = rows[i / width % rows.length];
                input[i] = codes[i % width] ? row % 5 : (float)(row % 2 * 2 - 1 + 0.5 * random.nextGaussian());
            }
        }
    }

    private static TrainingResult train(final Engine engine, final Network network, final Progress progress) {
        return new Training(engine, network, OBJECTIVE, TrainingSettings.defaults(3).withEpochs(6))
            .run(new Heaps(network), progress);
    }

    @Test
    void trainingCurvesCoincide() {
        for (final var network : List.of(ROWS, IMAGES)) {
            final var expected = train(SameDiffEngine.open(Progress.NONE), network, Progress.NONE);
            final var trained = train(new BlasEngine(Gemm.here(Progress.NONE), Workers.own(2), Progress.NONE), network,
                Progress.NONE);
            final var inJava = train(new BlasEngine(Gemm.java(), Workers.CALLER, Progress.NONE), network,
                Progress.NONE);
            assertThat(trained.best()).isEqualTo(expected.best());
            for (var epoch = 0; epoch < 6; epoch++) {
                final var loss = expected.history().get(epoch).trainingLoss();
                final var heldOut = expected.history().get(epoch).heldOutLoss();
                for (final var history : List.of(trained.history(), inJava.history())) {
                    assertThat(history.get(epoch).trainingLoss()).isCloseTo(loss, within(1e-3 * loss));
                    assertThat(history.get(epoch).heldOutLoss()).isCloseTo(heldOut, within(1e-3 * heldOut));
                }
            }
            assertThat(expected.history().get(5).trainingLoss()).isLessThan(expected.history().get(0).trainingLoss());
            assertThat(trained.device()).matches("CPU \\(OpenBLAS \\d+\\.\\d+\\.\\d+, 2 threads\\)");
            assertThat(inJava.device()).isEqualTo("CPU (Java, 1 thread)");
        }
    }

    @Test
    void aCancelEndsTraining() {
        assertThatThrownBy(() -> train(ENGINE, ROWS, Checks.canceledAt(21))).isInstanceOf(CancellationException.class);
    }

    @Test
    void theMemoryStaysFlatOverManySteps() {
        final var layout = ParameterLayout.of(ROWS, OBJECTIVE);
        final var parameters = layout.initial(new SplittableRandom(1), Progress.NONE);
        final var gradient = new float[layout.size()];
        final var statistics = new float[layout.statisticsSize()];
        final var direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct")).findFirst().orElseThrow();
        try (var step = ENGINE.training(ROWS, OBJECTIVE, 64)) {
            RandomBatch.fill(step.batch(), ROWS, OBJECTIVE, new SplittableRandom(2));
            step.run(parameters, gradient, statistics);
            final var before = direct.getTotalCapacity();
            final var ofLibraries = Pointer.totalBytes();
            for (var i = 0; i < 500; i++) {
                step.run(parameters, gradient, statistics);
            }
            assertThat(direct.getTotalCapacity()).isLessThanOrEqualTo(before);
            assertThat(Pointer.totalBytes()).isEqualTo(ofLibraries);
        }
    }

    @Test
    void refusesWhatItCannotCompute() {
        final var tokens = new Network.Input(5, List.of(new Network.Embedding(0, 6, 16, 5)));
        final var network = new Network(tokens, List.of(new Layer.MeanPool(tokens.sequence())), List.of());
        assertThat(BlasEngine.supports(network, OBJECTIVE)).isFalse();
        assertThat(BlasEngine.supports(ROWS, new Objective.MaskedTokens(1))).isFalse();
        assertThat(BlasEngine.supports(ROWS, OBJECTIVE)).isTrue();
        assertThatThrownBy(() -> ENGINE.training(network, OBJECTIVE, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ENGINE.training(ROWS, OBJECTIVE, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesCodesBeyondTheTable() {
        final var layout = ParameterLayout.of(ROWS, OBJECTIVE);
        try (var step = ENGINE.training(ROWS, OBJECTIVE, 2)) {
            step.batch().get(Slot.INPUT)[2] = 5;
            assertThatThrownBy(() -> step.run(layout.initial(new SplittableRandom(1), Progress.NONE),
                new float[layout.size()],
                new float[layout.statisticsSize()])).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("code 5");
        }
    }

    /** With two classes and the logits z and -z, the loss of the wrong one is 2 z, however large that is. */
    @ParameterizedTest
    @ValueSource(floats = {1, 30, 100, 5000})
    void aCertainMistakeHasAFiniteLoss(final float logit) {
        final var network = new Network(new Network.Input(1, List.of()), List.of(), List.of());
        final var gradient = new float[4];
        try (var step = ENGINE.training(network, new Objective.Classification(2), 1)) {
            step.batch().get(Slot.INPUT)[0] = logit;
            step.batch().get(Slot.CLASSES)[1] = 1;
            step.batch().get(Slot.ROW_WEIGHTS)[0] = 1;
            final var loss = step.run(new float[]{1, -1, 0, 0}, gradient, new float[0]);
            assertThat(loss).isCloseTo(2 * logit + Math.log1p(Math.exp(-2 * logit)), within(1e-4 * logit));
            assertThat(gradient[0]).isCloseTo((float)(logit / (1 + Math.exp(-2 * logit))), within(1e-3f * logit));
        }
    }

    @Test
    void nanStaysNan() {
        final var parameters = ParameterLayout.of(ROWS, OBJECTIVE).initial(new SplittableRandom(1), Progress.NONE);
        parameters[40] = Float.NaN;
        try (var step = ENGINE.training(ROWS, OBJECTIVE, 8)) {
            RandomBatch.fill(step.batch(), ROWS, OBJECTIVE, new SplittableRandom(2));
            assertThat(step.run(parameters, new float[parameters.length],
                new float[ParameterLayout.of(ROWS, OBJECTIVE).statisticsSize()])).isNaN();
        }
    }
}
