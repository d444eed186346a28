package org.fewlabel.learn.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.inputs.InputColumn;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.net.samediff.SameDiffEngine;
import org.fewlabel.learn.pretext.PretextTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The parts of consistency training, compared with figures computed by hand. */
class PartsTest {

    @Test
    void theAverageStartsAsTheMeanAndThenDecaysExponentially() {
        final var average = new WeightAverage(new float[]{0}, new float[]{4}, 0.75);
        average.add(new float[]{6}, new float[]{4}); // mean of 2
        assertThat(average.parameters()[0]).isEqualTo(3);
        average.add(new float[]{6}, new float[]{4}); // of 3
        assertThat(average.parameters()[0]).isCloseTo(4, within(1e-6f));
        average.add(new float[]{0}, new float[]{4}); // of 4, from here on a quarter each
        assertThat(average.parameters()[0]).isCloseTo(3, within(1e-6f));
        average.add(new float[]{7}, new float[]{8});
        assertThat(average.parameters()[0]).isCloseTo(4, within(1e-6f));
        assertThat(average.statistics()[0]).isCloseTo(5, within(1e-6f));
    }

    @Test
    void alignmentMultipliesByPriorOverPredictedShare() {
        final var alignment = new DistributionAlignment(new double[]{0.5, 0.5});
        final var probabilities = new float[]{0.9f, 0.1f, 0.7f, 0.3f}; // on average 0.8 and 0.2

        alignment.apply(probabilities);

        final var first = 0.9 * 0.5 / 0.8 / (0.9 * 0.5 / 0.8 + 0.1 * 0.5 / 0.2);
        final var second = 0.7 * 0.5 / 0.8 / (0.7 * 0.5 / 0.8 + 0.3 * 0.5 / 0.2);
        assertThat(probabilities).containsExactly(
            new float[]{(float)first, (float)(1 - first), (float)second, (float)(1 - second)}, within(1e-6f));
    }

    @Test
    void alignmentRemembersEarlierSteps() {
        final var alignment = new DistributionAlignment(new double[]{0.5, 0.5});
        alignment.apply(new float[]{1, 0});
        final var probabilities = new float[]{0.5f, 0.5f}; // the mean of both steps is 0.75 and 0.25

        alignment.apply(probabilities);

        assertThat(probabilities).containsExactly(new float[]{0.25f, 0.75f}, within(1e-6f));
    }

    @Test
    void aClassWithPriorZeroIsNoTarget() {
        final var probabilities = new float[]{0.9f, 0.1f, 1, 0};

        new DistributionAlignment(new double[]{0, 1}).apply(probabilities);

        assertThat(probabilities).startsWith(0, 1);
        assertThat(probabilities[2]).isEqualTo(1); // nothing is left of it, so it stays as it was
    }

    @Test
    void aThresholdGivesWeightsOfZeroOrOne() {
        final var weights = new Confidence(OptionalDouble.of(0.7), 2).weights(new float[]{0.7f, 0.3f, 0.4f, 0.6f});

        assertThat(weights).containsExactly(1, 0);
    }

    @Test
    void softWeightsAreHalfAGaussian() {
        final var weights = new Confidence(OptionalDouble.empty(), 2)
            .weights(new float[]{0.9f, 0.1f, 0.3f, 0.7f, 0.2f, 0.8f}); // mean 0.8, variance 0.01

        assertThat(weights).containsExactly(new float[]{1, (float)Math.exp(-0.01 * 4 / (2 * 0.01)), 1}, within(1e-4f));
    }

    @Test
    void targetsAreTheMostProbableClassOrWhatWasPredicted() {
        final var probabilities = new float[]{0.4f, 0.4f, 0.2f, 0, 0.3f, 0.7f};
        final var same = probabilities.clone();

        assertThat(new TargetRule.AsPredicted(3).set(same)).containsExactly(1, 1);
        assertThat(same).isEqualTo(probabilities);
        assertThat(new TargetRule.MostProbable(3, null, new Confidence(OptionalDouble.of(0.5), 3)).set(probabilities))
            .containsExactly(0, 1);
        assertThat(probabilities).containsExactly(1, 0, 0, 0, 0, 1);
    }

    @Test
    void fewLabeledRowsAreSampledEquallyOftenAndManyInTurn() {
        final var random = new SplittableRandom(1);
        final var few = new LabeledSampler(new int[]{3, 8, 9}, 64, true);
        assertThat(few.perStep()).isEqualTo(30);
        assertThat(Arrays.stream(few.next(random)).filter(row -> row == 8).count()).isEqualTo(10);
        assertThat(new LabeledSampler(new int[]{3, 8, 9}, 64, false).next(random)).containsExactly(3, 8, 9);
        assertThat(new LabeledSampler(new int[]{3, 8, 9}, 1, true).perStep()).isEqualTo(1);

        final var many = new LabeledSampler(IntStream.range(0, 10).toArray(), 5, true);
        final var twice = IntStream.concat(Arrays.stream(many.next(random)), Arrays.stream(many.next(random)))
            .toArray();
        assertThat(twice).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @ParameterizedTest
    @EnumSource(value = PretextTask.Kind.class, names = {"CORRUPT", "MASK", "SWAP", "BLOCKS"})
    void aWeakViewIsTheRowAndAStrongOneHasCellsOfOthers(final PretextTask.Kind kind) {
        final var names = List.of("a", "b", "c", "d", "e", "f");
        final var columns = IntStream.range(0, 6)
            .mapToObj(c -> new InputColumn(names.get(c), InputColumn.Kind.NUMBER, c, 1, 0)).toList();
        final var values = new float[60];
        for (var i = 0; i < 60; i++) {
            values[i] = i + 1;
        }
        final var views = new Augmentations.OfCells(new DenseRows(10, 6, values), columns,
            PretextTask.of(kind, names, 1), 0);
        final var wanted = new int[500];
        Arrays.fill(wanted, 4);
        final var weak = new float[6 * 500];
        final var strong = new float[6 * 500];

        views.weak(wanted, new SplittableRandom(2), weak, 0);
        views.strong(wanted, new SplittableRandom(2), strong, 0);

        assertThat(views.weakVaries()).isFalse();
        final var changed = new int[7];
        for (var row = 0; row < 500; row++) {
            var count = 0;
            for (var c = 0; c < 6; c++) {
                final var own = values[24 + c];
                assertThat(weak[row * 6 + c]).isEqualTo(own);
                final var cell = strong[row * 6 + c];
                assertThat(cell == 0 || (int)(cell - 1) % 6 == c).isTrue(); // masked, or of the same column
                count += cell == own ? 0 : 1;
            }
            changed[count]++;
        }
        assertThat(changed[0]).as("hardly changed").isBetween(30, 400);
        assertThat(changed[2] + changed[3]).as("changed a lot").isPositive();
    }

    @Test
    void theAdversaryPerturbsNumbersAgainstThePredictionAndLeavesCodes() {
        final var network = new Network(new Network.Input(5, List.of(new Network.Embedding(2, 4, 3))),
            Network.dense(List.of(8, 8), false), List.of());
        final var objective = new Objective.Classification(3);
        final var layout = ParameterLayout.of(network, objective);
        final var random = new SplittableRandom(3);
        final var parameters = layout.initial(random, Progress.NONE);
        final Engine engine = SameDiffEngine.open(Progress.NONE);
        final var items = 20;
        try (var predictor = engine.evaluation(network, objective, items, Engine.Output.PROBABILITIES);
            var adversary = new Adversary(engine, network, objective, items, 0.1)) {
            final var rows = predictor.batch().get(Slot.INPUT);
            for (var i = 0; i < rows.length; i++) {
                rows[i] = i % 5 == 2 ? random.nextInt(4) : (float)random.nextGaussian();
            }
            final var targets = predictor.run(parameters, new float[0]);
            final var moved = new float[rows.length + 5];
            System.arraycopy(rows, 0, moved, 5, rows.length);
            adversary.perturb(parameters, new float[0], targets, moved, 5, random);
            final var original = rows.clone();
            for (var row = 0; row < items; row++) {
                var square = 0.0;
                for (var c = 0; c < 5; c++) {
                    final var change = moved[5 + 5 * row + c] - original[5 * row + c];
                    square += change * change;
                    assertThat(c == 2 && change != 0).isFalse();
                }
                assertThat(Math.sqrt(square)).isCloseTo(0.1 * 2, within(1e-4)); // the root of 4 numbers
            }
            System.arraycopy(moved, 5, rows, 0, rows.length);
            final var adversarial = divergence(targets, predictor.run(parameters, new float[0]));
            for (var i = 0; i < rows.length; i++) {
                rows[i] = i % 5 == 2 ? original[i] : (float)(original[i] + 0.1 * random.nextGaussian());
            }
            assertThat(adversarial).isGreaterThan(2 * divergence(targets, predictor.run(parameters, new float[0])));
        }
    }

    private static double divergence(final float[] from, final float[] to) {
        var sum = 0.0;
        for (var i = 0; i < from.length; i++) {
            sum += from[i] * Math.log(from[i] / to[i]);
        }
        return sum;
    }

    @Test
    void whatIsOutOfRangeIsRefusedByName() {
        final var settings = ConsistencySettings.defaults(1);
        assertThatThrownBy(() -> settings.withLearningRate(0, 1)).hasMessageContaining("learning rate");
        assertThatThrownBy(() -> settings.withLearningRate(1, 2)).hasMessageContaining("share");
        assertThatThrownBy(() -> settings.withEpochs(-1)).hasMessageContaining("epochs");
        assertThatThrownBy(() -> new ConsistencyMethod.PiModel(0)).hasMessageContaining("weight");
        assertThatThrownBy(() -> new ConsistencyMethod.MeanTeacher(Double.NaN)).hasMessageContaining("weight");
        assertThatThrownBy(() -> new ConsistencyMethod.VirtualAdversarial(1, 0)).hasMessageContaining("radius");
        assertThatThrownBy(() -> new ConsistencyMethod.PseudoLabels(1, true, OptionalDouble.of(1.1)))
            .hasMessageContaining("threshold");
    }
}
