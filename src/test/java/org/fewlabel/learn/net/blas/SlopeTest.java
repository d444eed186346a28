package org.fewlabel.learn.net.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

import org.fewlabel.device.Gemm;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.net.samediff.RandomBatch;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Without the other engine: the gradient agrees with the slope of the loss by central differences. */
class SlopeTest {

    /** The same cases every time; another seed draws others. */
    private static final String SEED = "23";

    private static final double STEP = 4e-3;

    /** A four-point difference, so that the curvature between the points matters less. */
    private static final int[] PLACES = {-2, -1, 1, 2};

    private static final BlasEngine ENGINE = new BlasEngine(Gemm.here(Progress.NONE), Workers.CALLER, Progress.NONE);

    @Property(tries = 200, seed = SEED, shrinking = ShrinkingMode.OFF)
    void theGradientIsTheSlope(@ForAll final long seed, @ForAll @IntRange(max = 5) final int kind,
        @ForAll final boolean images) {
        final var drawn = new RandomNetworks(seed);
        final var network = smooth(drawn.network(images));
        final var objective = drawn.objective(kind);
        final var layout = ParameterLayout.of(network, objective);
        if (layout.size() == 0 || objective.equals(new Objective.Classification(1))) { // there is nothing to learn
            return;
        }
        final var random = new SplittableRandom(seed);
        final var parameters = layout.initial(random, Progress.NONE);
        final var gradient = new float[layout.size()];
        final var statistics = new float[layout.statisticsSize()];
        try (var step = ENGINE.training(network, objective, 12)) {
            RandomBatch.fill(step.batch(), network, objective, random);
            final var at = step.run(parameters, gradient, statistics);
            var length = 0.0;
            for (final var g : gradient) {
                length += g * g;
            }
            length = Math.sqrt(length);
            // along the gradient the slope is its norm; the loss changes by a hundredth at most
            final var by = Math.min(STEP, 0.002 * Math.abs(at) / Math.max(length, 1e-9));
            final var slope = slope(step, parameters, gradient, by / Math.max(length, 1e-9), statistics)
                / Math.max(length, 1e-9);
            final var nearer = slope(step, parameters, gradient, by / Math.max(length, 1e-9) / 2, statistics)
                / Math.max(length, 1e-9);
            // where half the step gives another slope, as at a kink of a pool, a difference is not a slope
            Assume.that(Math.abs(slope - nearer) <= 0.005 * Math.abs(slope) + 1e-3);
            assertThat(slope).as("%s %s", network, objective)
                .isCloseTo(length, within(0.02 * length + 2e-3 * Math.max(1, Math.abs(at))));
        }
    }

    private static double slope(final Engine.TrainingStep step, final float[] parameters, final float[] direction,
        final double by, final float[] statistics) {
        final var losses = new double[4];
        for (var k = 0; k < 4; k++) {
            final var moved = parameters.clone();
            for (var i = 0; i < moved.length; i++) {
                moved[i] += (float)(PLACES[k] * by * direction[i]);
            }
            losses[k] = step.run(moved, new float[moved.length], statistics);
        }
        return by == 0 ? 0 : (losses[0] - 8 * losses[1] + 8 * losses[2] - losses[3]) / (12 * by);
    }

    /** The same without kinks, near which a difference is not a slope. */
    private static Network smooth(final Network network) {
        return new Network(network.input(), network.body().stream().map(SlopeTest::smooth).toList(),
            network.head().stream().map(SlopeTest::smooth).toList());
    }

    private static Layer smooth(final Layer layer) {
        return layer instanceof Layer.Activation ? new Layer.Activation(Layer.Function.TANH) : layer;
    }
}
