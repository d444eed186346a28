package org.fewlabel.learn.net.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

import org.fewlabel.device.Gemm;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.net.samediff.RandomBatch;
import org.fewlabel.learn.net.samediff.SameDiffEngine;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Both engines, on networks, objectives, shapes and numbers that chance draws: the same losses, gradients and outputs. */
class EnginesAgreeTest {

    private static final double TOLERANCE = 1e-5;

    private static final Engine DEFINITION = SameDiffEngine.open();

    private static final Engine BLAS = new BlasEngine(Gemm.here(), Workers.own(2));

    private static final Engine JAVA = new BlasEngine(Gemm.java(), Workers.CALLER);

    /** A drawn case. */
    private record Case(Network network, Objective objective, int items, long seed) {

        static Case of(final long seed, final int kind, final boolean images) {
            final var random = new RandomNetworks(seed);
            return new Case(random.network(images), random.objective(kind), random.items(), seed);
        }

        ParameterLayout layout() {
            return ParameterLayout.of(network, objective);
        }

        float[] parameters() {
            final var random = new SplittableRandom(seed);
            final var parameters = layout().initial(random);
            for (var i = 0; i < parameters.length; i++) {
                parameters[i] += (float)(0.1 * random.nextGaussian());
            }
            return parameters;
        }

        float[] statistics() {
            final var random = new SplittableRandom(seed + 1);
            final var statistics = layout().initialStatistics();
            for (var i = 0; i < statistics.length; i++) {
                statistics[i] += (float)random.nextDouble();
            }
            return statistics;
        }
    }

    /** What a step gave. */
    private record Stepped(double loss, float[] gradient, float[] statistics, float[] rows) {

        static Stepped by(final Engine engine, final Case c) {
            final var gradient = new float[c.layout().size()];
            final var statistics = new float[c.layout().statisticsSize()];
            try (var step = engine.training(c.network(), c.objective(), c.items())) {
                RandomBatch.fill(step.batch(), c.network(), c.objective(), new SplittableRandom(c.seed()));
                step.run(c.parameters(), gradient, statistics); // what a run leaves behind must not reach the next
                final var loss = step.run(c.parameters(), gradient, statistics);
                return new Stepped(loss, gradient, statistics, step.rowLosses());
            }
        }
    }

    @Property(tries = 250, shrinking = ShrinkingMode.OFF)
    void stepsAgree(@ForAll final long seed, @ForAll @IntRange(max = 5) final int kind, @ForAll final boolean images) {
        final var c = Case.of(seed, kind, images);
        final var expected = Stepped.by(DEFINITION, c);
        for (final var engine : new Engine[]{BLAS, JAVA}) {
            final var stepped = Stepped.by(engine, c);
            assertThat(stepped.loss()).as(c.toString())
                .isCloseTo(expected.loss(), within(TOLERANCE * Math.max(1e-3, Math.abs(expected.loss()))));
            close(stepped.gradient(), expected.gradient(), "gradient of " + c);
            close(stepped.statistics(), expected.statistics(), "statistics of " + c);
            close(stepped.rows(), expected.rows(), "losses of the rows of " + c);
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void outputsAgree(@ForAll final long seed, @ForAll @IntRange(max = 5) final int kind, @ForAll final boolean images) {
        final var c = Case.of(seed, kind, images);
        for (final var output : Engine.Output.values()) {
            if (output == Engine.Output.PROBABILITIES && kind != 3 || output == Engine.Output.ROW_ERRORS && kind < 4) {
                continue;
            }
            close(output(BLAS, c, output), output(DEFINITION, c, output), output + " of " + c);
        }
    }

    private static float[] output(final Engine engine, final Case c, final Engine.Output output) {
        try (var evaluation = engine.evaluation(c.network(), c.objective(), c.items(), output)) {
            RandomBatch.fill(evaluation.batch(), c.network(), c.objective(), new SplittableRandom(c.seed()));
            return evaluation.run(c.parameters(), c.statistics());
        }
    }

    /** The difference, by the length of both, is small. */
    private static void close(final float[] actual, final float[] expected, final String what) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        var difference = 0.0;
        var length = 0.0;
        for (var i = 0; i < actual.length; i++) {
            difference += Math.pow(actual[i] - expected[i], 2);
            length += Math.pow(expected[i], 2);
        }
        assertThat(Math.sqrt(difference)).as(what).isLessThanOrEqualTo(TOLERANCE * Math.sqrt(length) + 1e-9);
    }
}
