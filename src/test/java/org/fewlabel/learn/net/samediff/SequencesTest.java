package org.fewlabel.learn.net.samediff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.assertj.core.data.Offset;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.net.Slot;
import org.junit.jupiter.api.Test;

/** Compares sequence layers with a plain implementation, token by token. */
class SequencesTest {

    private static final int PLACES = 4;

    private static final int WIDTH = 6;

    private static final int HEADS = 2;

    private static final Network.Input INPUT = new Network.Input(PLACES,
        List.of(new Network.Embedding(0, 5, WIDTH, PLACES)));

    private static final Layer.Sequence SEQUENCE = INPUT.sequence();

    private static final Network NETWORK = new Network(INPUT, List.of(new Layer.Positions(SEQUENCE),
        new Layer.Transformer(SEQUENCE, HEADS, 5), new Layer.MeanPool(SEQUENCE)), List.of());

    private static final Objective OBJECTIVE = new Objective.Classification(2);

    private static final ParameterLayout LAYOUT = ParameterLayout.of(NETWORK, OBJECTIVE);

    /** Three texts: one without padding, one of two tokens, and one of padding only. */
    private static final float[] TEXTS = {1, 2, 3, 4, 3, 3, 0, 0, 0, 0, 0, 0};

    private static float[] parameters() {
        final var random = new SplittableRandom(2);
        final var parameters = LAYOUT.initial(random, Progress.NONE);
        for (var i = 0; i < parameters.length; i++) {
            parameters[i] += (float)(0.3 * random.nextGaussian());
        }
        return parameters;
    }

    private static float[] embed(final float[] parameters) {
        try (var evaluation = SameDiffEngine.open(Progress.NONE).evaluation(NETWORK, OBJECTIVE, 3,
            Engine.Output.EMBEDDING)) {
            System.arraycopy(TEXTS, 0, evaluation.batch().get(Slot.INPUT), 0, TEXTS.length);
            return evaluation.run(parameters, new float[0]);
        }
    }

    @Test
    void agreesWithThePlainImplementation() {
        final var parameters = parameters();
        final var embedded = embed(parameters);
        final var plain = new Plain(parameters);
        for (var text = 0; text < 2; text++) {
            final var expected = plain
                .embed(Arrays.copyOfRange(TEXTS, text * PLACES, text * PLACES + (text == 0 ? 4 : 2)));
            for (var d = 0; d < WIDTH; d++) {
                assertThat((double)embedded[text * WIDTH + d]).isCloseTo(expected[d], Offset.offset(1e-4));
            }
        }
        assertThat(Arrays.copyOfRange(embedded, 2 * WIDTH, 3 * WIDTH)).as("of no token").containsOnly(0);
    }

    @Test
    void paddingHasNoInfluence() {
        final var parameters = parameters();
        final var embedded = embed(parameters);
        Arrays.fill(parameters, 0, WIDTH, 9); // the vector of the code 0
        assertThat(embed(parameters)).isEqualTo(embedded);
    }

    @Test
    void sequenceLayersNeedASequence() {
        final var other = new Layer.Sequence(PLACES, WIDTH + 2);
        assertThatThrownBy(() -> new Network(INPUT, List.of(new Layer.MeanPool(other)), List.of()))
            .hasMessage("The input is no sequence of 4 x 8.");
        assertThatThrownBy(
            () -> new Network(new Network.Input(3, List.of()), List.of(new Layer.MeanPool(other)), List.of()))
            .hasMessage("The input is no sequence of 4 x 8.");
        assertThatThrownBy(() -> new Network(INPUT, List.of(), List.of(new Layer.MeanPool(SEQUENCE))))
            .hasMessage("A head takes no sequence.");
        assertThatThrownBy(() -> new Layer.Transformer(SEQUENCE, 4, 5)).hasMessageContaining("4 heads");
        assertThatThrownBy(
            () -> ParameterLayout.of(new Network(INPUT, List.of(), List.of()), new Objective.MaskedTokens(1)))
            .hasMessage("The network does not predict masked tokens.");
    }

    /** One text at a time, token by token. */
    private static final class Plain {

        private final float[] parameters;

        Plain(final float[] parameters) {
            this.parameters = parameters;
        }

        double[] embed(final float[] codes) {
            final var tokens = new double[codes.length][WIDTH];
            for (var i = 0; i < codes.length; i++) {
                for (var d = 0; d < WIDTH; d++) {
                    tokens[i][d] = at("embedding 0", (int)codes[i], d) + at("body 0 positions", 0, i * WIDTH + d);
                }
                tokens[i] = norm("body 0", tokens[i]);
            }
            final var mean = new double[WIDTH];
            for (final var token : transform(tokens)) {
                final var last = norm("body 2", token);
                for (var d = 0; d < WIDTH; d++) {
                    mean[d] += last[d] / codes.length;
                }
            }
            return mean;
        }

        private double[][] transform(final double[][] in) {
            final var standard = Arrays.stream(in).map(token -> norm("body 1 attention", token))
                .toArray(double[][]::new);
            final var out = new double[in.length][];
            for (var i = 0; i < in.length; i++) {
                final var taken = new double[WIDTH];
                final var query = dense("body 1 block queries", standard[i]);
                for (var head = 0; head < HEADS; head++) {
                    attend(query, standard, head * WIDTH / HEADS, taken);
                }
                final var attended = sum(in[i], dense("body 1 block projection", taken));
                final var inner = Arrays.stream(dense("body 1 block inner", norm("body 1 dense", attended)))
                    .map(x -> x / (1 + Math.exp(-1.702 * x))).toArray();
                out[i] = sum(attended, dense("body 1 block outer", inner));
            }
            return out;
        }

        private void attend(final double[] query, final double[][] standard, final int first, final double[] taken) {
            final var size = WIDTH / HEADS;
            final var matters = new double[standard.length];
            for (var j = 0; j < standard.length; j++) {
                final var key = dense("body 1 block keys", standard[j]);
                for (var d = first; d < first + size; d++) {
                    matters[j] += query[d] * key[d] / Math.sqrt(size);
                }
                matters[j] = Math.exp(matters[j]);
            }
            for (var j = 0; j < standard.length; j++) {
                final var value = dense("body 1 block values", standard[j]);
                for (var d = first; d < first + size; d++) {
                    taken[d] += matters[j] / Arrays.stream(matters).sum() * value[d];
                }
            }
        }

        private double at(final String name, final int row, final int column) {
            final var matrix = LAYOUT.parameters().stream().filter(m -> m.name().equals(name)).findFirst()
                .orElseThrow();
            return parameters[matrix.offset() + row * matrix.columns() + column];
        }

        private double[] dense(final String name, final double[] in) {
            final var units = LAYOUT.parameters().stream().filter(m -> m.name().equals(name + " bias")).findFirst()
                .orElseThrow()
                .columns();
            final var out = new double[units];
            for (var u = 0; u < units; u++) {
                out[u] = at(name + " bias", 0, u);
                for (var d = 0; d < in.length; d++) {
                    out[u] += in[d] * at(name + " weights", d, u);
                }
            }
            return out;
        }

        private double[] norm(final String name, final double[] in) {
            final var mean = Arrays.stream(in).average().orElseThrow();
            final var variance = Arrays.stream(in).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
            final var out = new double[in.length];
            Arrays.setAll(out, d -> (in[d] - mean) / Math.sqrt(variance + 1e-5) * at(name + " scale", 0, d)
                + at(name + " shift", 0, d));
            return out;
        }

        private static double[] sum(final double[] one, final double[] other) {
            final var sum = one.clone();
            Arrays.setAll(sum, i -> one[i] + other[i]);
            return sum;
        }
    }
}
