package org.fewlabel.learn.net.blas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import org.fewlabel.device.Gemm;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.net.samediff.RandomBatch;
import org.fewlabel.learn.net.samediff.SameDiffEngine;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Both engines give the same losses, gradients and outputs on random networks, objectives, shapes and numbers. */
class EnginesAgreeTest {

    /** The same cases every time; another seed draws others. */
    private static final String SEED = "23";

    private static final double TOLERANCE = 1e-5;

    /** The tolerance of the few comparisons that exceed the other, those where digits cancel. */
    private static final double AT_MOST = 1e-3;

    /**
     * After a norm, which removes nearly all that is before it, the gradient consists of the last digits of losses of
     * about 1.
     */
    private static final double NOTHING = 1e-6;

    private static final Engine DEFINITION = SameDiffEngine.open(Progress.NONE);

    private static final Engine BLAS = new BlasEngine(Gemm.here(Progress.NONE), Workers.own(2), Progress.NONE);

    private static final Engine JAVA = new BlasEngine(Gemm.java(), Workers.CALLER, Progress.NONE);

    /** A random case. */
    private record Case(Network network, Objective objective, int items, long seed, float move) {

        static Case of(final long seed, final int kind, final boolean images) {
            final var random = new RandomNetworks(seed);
            return new Case(random.network(images), random.objective(kind), random.items(), seed, 0);
        }

        /**
         * The same with parameters and input changed in the sixth digit. Where the parts of a gradient cancel each
         * other, as after a norm, which removes lengths, that changes more than the fourth digit of the result.
         */
        Case moved() {
            return new Case(network, objective, items, seed, 1e-6f);
        }

        void fill(final Batch batch) {
            RandomBatch.fill(batch, network, objective, new SplittableRandom(seed));
            final var random = new SplittableRandom(seed + 2);
            final var input = batch.get(Slot.INPUT);
            final var codes = network.input().codes();
            for (var i = 0; i < input.length && move > 0; i++) {
                input[i] *= codes[i % codes.length] ? 1 : 1 + move * (float)random.nextGaussian();
            }
        }

        ParameterLayout layout() {
            return ParameterLayout.of(network, objective);
        }

        float[] parameters() {
            final var random = new SplittableRandom(seed);
            final var parameters = layout().initial(random, Progress.NONE);
            for (var i = 0; i < parameters.length; i++) {
                parameters[i] += (float)(0.1 * random.nextGaussian());
                parameters[i] *= 1 + move * (float)random.nextGaussian();
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

    /** The results of a step. */
    private record Stepped(double loss, float[] gradient, float[] statistics, float[] rows) {

        static final List<String> NAMES = List.of("loss", "gradient", "statistics", "losses of the rows");

        List<float[]> parts() {
            return List.of(new float[]{(float)loss}, gradient, statistics, rows);
        }

        static Stepped by(final Engine engine, final Case c) {
            final var gradient = new float[c.layout().size()];
            final var statistics = new float[c.layout().statisticsSize()];
            try (var step = engine.training(c.network(), c.objective(), c.items())) {
                c.fill(step.batch());
                step.run(c.parameters(), gradient, statistics); // a run must not depend on the one before
                final var loss = step.run(c.parameters(), gradient, statistics);
                return new Stepped(loss, gradient, statistics, step.rowLosses());
            }
        }
    }

    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Property(tries = 200, seed = SEED, shrinking = ShrinkingMode.OFF)
    void stepsAgree(@ForAll final long seed, @ForAll @IntRange(max = 5) final int kind, @ForAll final boolean images) {
        final var c = Case.of(seed, kind, images);
        final var expected = Stepped.by(DEFINITION, c).parts();
        for (final var engine : new Engine[]{BLAS, JAVA}) {
            final var stepped = Stepped.by(engine, c).parts();
            for (var part = 0; part < expected.size(); part++) {
                final var which = part;
                close(stepped.get(part), expected.get(part), Stepped.NAMES.get(part) + " of " + c,
                    () -> Stepped.by(engine, c.moved()).parts().get(which),
                    () -> Stepped.by(DEFINITION, c.moved()).parts().get(which));
            }
        }
    }

    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Property(tries = 100, seed = SEED, shrinking = ShrinkingMode.OFF)
    void outputsAgree(@ForAll final long seed, @ForAll @IntRange(max = 5) final int kind,
        @ForAll final boolean images) {
        final var c = Case.of(seed, kind, images);
        for (final var output : Engine.Output.values()) {
            if (output == Engine.Output.PROBABILITIES && kind != 3 || output == Engine.Output.ROW_ERRORS && kind < 4) {
                continue;
            }
            close(output(BLAS, c, output), output(DEFINITION, c, output), output + " of " + c,
                () -> output(BLAS, c.moved(), output), () -> output(DEFINITION, c.moved(), output));
        }
    }

    private static float[] output(final Engine engine, final Case c, final Engine.Output output) {
        try (var evaluation = engine.evaluation(c.network(), c.objective(), c.items(), output)) {
            c.fill(evaluation.batch());
            return evaluation.run(c.parameters(), c.statistics());
        }
    }

    /**
     * At least 95 of 100 comparisons are within the tolerance, and nearly all others differ little. The rest are at a
     * kink, where rounding decides on the branch; so the engines must agree close to it.
     */
    private static void close(final float[] actual, final float[] expected, final String what,
        final Supplier<float[]> movedActual, final Supplier<float[]> movedExpected) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        final var difference = distance(actual, expected);
        final var length = distance(expected, new float[expected.length]);
        Statistics.label("within the tolerance").collect(difference <= TOLERANCE * length + NOTHING)
            .coverage(coverage -> coverage.check(true).percentage(share -> share > 95));
        if (difference > AT_MOST * length + NOTHING) {
            final var moved = movedExpected.get();
            assertThat(distance(movedActual.get(), moved)).as(what)
                .isLessThanOrEqualTo(Math.max(AT_MOST * length + NOTHING, 4 * distance(moved, expected)));
        }
    }

    private static double distance(final float[] a, final float[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += Math.pow(a[i] - b[i], 2);
        }
        return Math.sqrt(sum);
    }
}
