package org.fewlabel.learn.net.samediff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assertj.core.data.Offset;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.net.Targets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient of every layer and every loss agrees with the slope of the loss by central differences. */
class GradientTest {

    private static final int ITEMS = 6;

    private static final double STEP = 5e-3;

    private static final int DIRECTIONS = 3;

    private static SameDiffEngine engine;

    private static final Network.Input PLAIN = new Network.Input(5, List.of());

    private static final Layer.Image PIXELS = new Layer.Image(4, 3, 2);

    private static final Network.Input IMAGE = new Network.Input(PIXELS.size(), List.of());

    private static final Network.Input MIXED = new Network.Input(5,
        List.of(new Network.Embedding(1, 4, 2), new Network.Embedding(3, 3, 3)));

    private static final Network.Input CODES_ONLY = new Network.Input(2,
        List.of(new Network.Embedding(0, 4, 2), new Network.Embedding(1, 3, 3)));

    private static final Network.Input TOKENS = new Network.Input(5, List.of(new Network.Embedding(0, 6, 16, 5)));

    private static final Layer.Sequence SEQUENCE = TOKENS.sequence();

    private static final Targets TARGETS = new Targets(3, new int[]{4, 2});

    @BeforeAll
    static void open() {
        engine = SameDiffEngine.open(Progress.NONE);
    }

    static Stream<Arguments> cases() {
        final var tanh = new Layer.Activation(Layer.Function.TANH);
        final var body = List.<Layer>of(new Layer.Dense(7), tanh, new Layer.Dense(4));
        final var head = List.<Layer>of(tanh, new Layer.Dense(4));
        final var classify = new Objective.Classification(3);
        final var transformer = List.<Layer>of(new Layer.Positions(SEQUENCE), new Layer.Dropout(0.1),
            new Layer.Transformer(SEQUENCE, 4, 6), new Layer.Transformer(SEQUENCE, 1, 5), new Layer.MeanPool(SEQUENCE));
        final var predict = List.<Layer>of(new Layer.Dense(16));
        return Stream.of(
            Arguments.of("dense", network(PLAIN, body, head), classify),
            Arguments.of("relu",
                network(PLAIN, List.of(new Layer.Dense(7), new Layer.Activation(Layer.Function.RELU)), head),
                classify),
            Arguments.of("leaky relu",
                network(PLAIN, List.of(new Layer.Dense(7), new Layer.Activation(Layer.Function.LEAKY_RELU)), head),
                classify),
            Arguments.of("batch norm", network(PLAIN, List.of(new Layer.Dense(7), new Layer.BatchNorm(), tanh), head),
                classify),
            Arguments.of("layer norm", network(PLAIN, List.of(new Layer.Dense(7), new Layer.LayerNorm(), tanh), head),
                classify),
            Arguments.of("dropout", network(PLAIN, List.of(new Layer.Dense(7), tanh, new Layer.Dropout(0.5)),
                List.of(new Layer.Dense(4), new Layer.Dropout(0.2))), classify),
            Arguments.of("convolution",
                network(IMAGE, List.of(new Layer.Convolution(PIXELS, 3, 3), tanh, new Layer.Dense(4)),
                    head),
                classify),
            Arguments.of("convolution and pool", network(IMAGE, List.of(new Layer.Convolution(PIXELS, 3, 3),
                new Layer.MaxPool(new Layer.Image(4, 3, 3), 2), tanh), head), classify),
            Arguments.of("embedding", network(MIXED, body, head), classify),
            Arguments.of("embeddings only", network(CODES_ONLY, body, head), classify),
            Arguments.of("several positions",
                network(new Network.Input(4, List.of(new Network.Embedding(1, 5, 2, 3))), body, head),
                classify),
            Arguments.of("positions", network(TOKENS, List.of(new Layer.Positions(SEQUENCE), new Layer.Dense(4)), head),
                classify),
            Arguments.of("mean pool", network(TOKENS, List.of(new Layer.MeanPool(SEQUENCE)), head), classify),
            Arguments.of("transformer", network(TOKENS, transformer, head), classify),
            Arguments.of("masked tokens", network(TOKENS, transformer, predict), new Objective.MaskedTokens(2)),
            Arguments.of("two views of tokens", network(TOKENS, transformer, head), new Objective.NtXent(0.5)),
            Arguments.of("no layers", network(PLAIN, List.of(), List.of()), classify),
            Arguments.of("NT-Xent", network(MIXED, body, head), new Objective.NtXent(0.5)),
            Arguments.of("NT-Xent, cold", network(PLAIN, body, List.of(new Layer.BatchNorm())),
                new Objective.NtXent(0.1)),
            Arguments.of("Barlow Twins", network(PLAIN, body, head), new Objective.BarlowTwins(0.05)),
            Arguments.of("VICReg", network(PLAIN, body, head), new Objective.VicReg(2, 3, 1)),
            Arguments.of("VIME", network(MIXED, body, List.of()), new Objective.Reconstruction(TARGETS, 2, 1)),
            Arguments.of("reconstruction", network(PLAIN, body, head), new Objective.Reconstruction(TARGETS, 1, 0)),
            Arguments.of("detection", network(PLAIN, body, head), new Objective.Reconstruction(TARGETS, 0, 1)),
            Arguments.of("numbers only", network(PLAIN, body, head),
                new Objective.Reconstruction(new Targets(5, new int[0]), 1, 1)),
            Arguments.of("categories only", network(PLAIN, body, head),
                new Objective.Reconstruction(new Targets(0, new int[]{2, 3}), 1, 1)),
            Arguments.of("variational", network(MIXED, body, head), new Objective.Variational(TARGETS, 3, 0.7)));
    }

    private static Network network(final Network.Input input, final List<Layer> body, final List<Layer> head) {
        return new Network(input, body, head);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theGradientIsTheSlope(final String name, final Network network, final Objective objective) {
        final var layout = ParameterLayout.of(network, objective);
        final var random = new SplittableRandom(5);
        final var parameters = layout.initial(random, Progress.NONE);
        for (var i = 0; i < parameters.length; i++) {
            parameters[i] += (float)(0.2 * random.nextGaussian()); // biases too, and no number at the kink of a ReLU
        }
        final var gradient = new float[layout.size()];
        final var statistics = new float[layout.statisticsSize()];
        try (var step = engine.training(network, objective, ITEMS)) {
            RandomBatch.fill(step.batch(), network, objective, random);
            final var loss = step.run(parameters, gradient, statistics);
            assertThat(loss).isFinite();
            final var ignored = new float[layout.size()];
            for (final var matrix : layout.parameters()) {
                for (var d = 0; d < DIRECTIONS; d++) {
                    final var direction = direction(matrix, d, parameters.length, random);
                    var expected = 0.0;
                    for (var i = 0; i < gradient.length; i++) {
                        expected += direction[i] * gradient[i];
                    }
                    final var slope = slope(step, parameters, direction, ignored, statistics);
                    assertThat(expected).as(matrix.name())
                        .isCloseTo(slope, Offset.offset(0.01 * Math.max(0.1, Math.abs(slope))));
                }
            }
            assertThat(IntStream.range(0, gradient.length).filter(i -> gradient[i] != 0).count())
                .isGreaterThan(layout.size() / 3);
        }
    }

    /** The first direction is a single parameter, the others are random. */
    private static double[] direction(final ParameterLayout.Matrix matrix, final int d, final int size,
        final SplittableRandom random) {
        final var direction = new double[size];
        if (d == 0) {
            direction[matrix.offset() + random.nextInt(matrix.size())] = 1;
        } else {
            for (var i = matrix.offset(); i < matrix.offset() + matrix.size(); i++) {
                direction[i] = random.nextGaussian() / Math.sqrt(matrix.size());
            }
        }
        return direction;
    }

    /** A four-point difference, so that the step can be large enough for 7 digits. */
    private static double slope(final Engine.TrainingStep step, final float[] parameters, final double[] direction,
        final float[] gradient, final float[] statistics) {
        final var losses = new double[4];
        final var at = new double[]{-2 * STEP, -STEP, STEP, 2 * STEP};
        for (var k = 0; k < 4; k++) {
            final var moved = parameters.clone();
            for (var i = 0; i < moved.length; i++) {
                moved[i] += (float)(at[k] * direction[i]);
            }
            losses[k] = step.run(moved, gradient, statistics);
        }
        return (losses[0] - 8 * losses[1] + 8 * losses[2] - losses[3]) / (12 * STEP);
    }
}
