package org.fewlabel.learn.net.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.fewlabel.device.Checks;
import org.fewlabel.device.CountedGemm;
import org.fewlabel.device.Gemm;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.net.Targets;
import org.fewlabel.learn.net.samediff.RandomBatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Users may make networks so large, and batches so long, that a single step takes a minute. Such a step can be
 * canceled.
 */
class BlasCancelTest {

    private static final int WIDE = 2048;

    private static final int ROWS = 1500;

    private static final Layer.Image PIXELS = new Layer.Image(128, 128, 3);

    private static final Network DENSE = new Network(new Network.Input(WIDE, List.of()),
        Network.dense(List.of(WIDE, WIDE), false),
        List.of(new Layer.Dense(WIDE)));

    private static final Network IMAGES = new Network(new Network.Input(PIXELS.size(), List.of()),
        List.of(new Layer.Convolution(PIXELS, 64, 3), new Layer.Activation(Layer.Function.RELU),
            new Layer.MaxPool(new Layer.Image(128, 128, 64), 2),
            new Layer.Convolution(new Layer.Image(64, 64, 64), 64, 3),
            new Layer.MaxPool(new Layer.Image(64, 64, 64), 16), new Layer.Dense(16)),
        List.of());

    static Stream<Arguments> large() {
        return Stream.of(Arguments.of(DENSE, new Objective.NtXent(0.5), ROWS),
            Arguments.of(DENSE, new Objective.BarlowTwins(0.005), ROWS),
            Arguments.of(DENSE, new Objective.VicReg(25, 25, 1), ROWS),
            Arguments.of(DENSE, new Objective.Classification(10), 2 * ROWS),
            Arguments.of(DENSE, new Objective.Reconstruction(new Targets(WIDE, new int[0]), 1, 1), ROWS),
            Arguments.of(DENSE, new Objective.Variational(new Targets(WIDE, new int[0]), WIDE, 0.1), ROWS),
            Arguments.of(IMAGES, new Objective.NtXent(0.5), 4));
    }

    @ParameterizedTest
    @MethodSource("large")
    void aStepChecksForCancelAgainAndAgain(final Network network, final Objective objective, final int items) {
        final var checks = Checks.patient();
        final var engine = new BlasEngine(new CountedGemm(null, checks), Workers.CALLER, checks);
        final var layout = ParameterLayout.of(network, objective);
        try (var step = engine.training(network, objective, items)) {
            assertThat(checks.count()).as("while memory is allocated").isGreaterThanOrEqualTo(3);
            step.run(new float[layout.size()], new float[layout.size()], new float[layout.statisticsSize()]);
        }
        assertThat(checks.total()).as("multiplications of the step").isGreaterThan(8 * Gemm.MAX_MULTIPLICATIONS);
        assertThat(checks.longest()).as("multiplications between two checks")
            .isLessThanOrEqualTo(Gemm.MAX_MULTIPLICATIONS);
    }

    /** After the cancel, only the products that threads had started before are finished. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aCancelEndsAStepAnywhere(final int threads) {
        final var network = new Network(new Network.Input(20, List.of()), Network.dense(List.of(40, 40, 10), true),
            List.of());
        final var objective = new Objective.NtXent(0.5);
        // several threads check more often
        final var single = run(network, objective, Checks.patient(), Workers.CALLER);
        assertThat(single.count()).isGreaterThan(50);
        for (var question = 1L; question < single.count(); question += 7) {
            final var checks = Checks.canceledAt(question);
            assertThatThrownBy(() -> run(network, objective, checks, Workers.own(threads)))
                .isInstanceOf(CancellationException.class);
            assertThat(checks.afterwards()).isLessThanOrEqualTo((threads - 1) * single.longest());
            assertThat(checks.checksAfterCancel()).as("once by each thread, and by who waits for them")
                .isLessThanOrEqualTo(2L * threads);
        }
    }

    private static Checks run(final Network network, final Objective objective, final Checks checks,
        final Workers workers) {
        final var layout = ParameterLayout.of(network, objective);
        try (var step = new BlasEngine(new CountedGemm(Gemm.here(Progress.NONE), checks), workers, checks)
            .training(network, objective, 400)) {
            RandomBatch.fill(step.batch(), network, objective, new SplittableRandom(2));
            step.run(layout.initial(new SplittableRandom(1), Progress.NONE), new float[layout.size()],
                new float[layout.statisticsSize()]);
        }
        return checks;
    }

    /** Embeddings are computed in Java, so that equal rows get equal bits. */
    @ParameterizedTest
    @ValueSource(strings = {"EMBEDDING", "PROBABILITIES"})
    void predictingChecksForCancelOften(final Engine.Output output) {
        final var network = new Network(new Network.Input(1024, List.of()), Network.dense(List.of(1024, 1024), true),
            List.of());
        final var checks = Checks.patient();
        final var objective = new Objective.Classification(10);
        try (var evaluation = new BlasEngine(Gemm.here(Progress.NONE), Workers.CALLER, checks)
            .evaluation(network, objective, 256, output)) {
            final var before = checks.count();
            evaluation.run(new float[ParameterLayout.of(network, objective).size()], new float[0]);
            assertThat(checks.count() - before).as("2 layers of as many multiplications as may be done in one part")
                .isGreaterThanOrEqualTo(3);
        }
    }
}
