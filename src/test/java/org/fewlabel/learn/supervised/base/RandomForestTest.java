package org.fewlabel.learn.supervised.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.model.Classifiers;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomForestTest {

    @Test
    void aTreeSplitsByGiniHalfwayBetweenTheNumbers() {
        // sampled in full, six rows of one dimension are split best after the third: 0 0 0 | 1 1 0
        final var rows = new DenseRows(6, 1, new float[]{1, 2, 3, 5, 6, 7});
        final var targets = TrainingLabels.of(new int[]{0, 0, 0, 1, 1, 0}, new double[]{1, 1, 1, 1, 1, 1}, 2);
        final var ranks = Ranks.of(rows, targets.used(), Workers.CALLER, Progress.NONE);
        var whole = 0;
        for (var seed = 0; seed < 2000; seed++) {
            final var tree = new TreeGrower(ranks, targets, new int[]{0, 1}, new SplittableRandom(seed), Progress.NONE)
                .grow();
            if (tree.bounds().length == 2 && tree.bounds()[0] == 4 && tree.bounds()[1] == 6.5f) {
                whole++;
                assertThat(tree.dimensions()).containsExactly(0, -1, 0, -1, -1);
                assertThat(tree.shares()).containsExactly(1, 0, 0, 1, 1, 0);
            }
        }
        assertThat(whole).isGreaterThan(20); // rows 3, 5, 6 and 7 must all be drawn, about one time in four
    }

    @Test
    void walksTreesLevelByLevel() { // the first tree: x <= 1 ? (y <= 2 ? A : B) : C; the second: a leaf
        final var trees = new Trees(2, new int[]{0, 1, -1, -1, -1, -1}, new float[]{1, 2},
            new float[]{0.25f, 0.75f, 1, 0, 0, 1, 0.5f, 0.5f}); // leaves in the order of their levels: C, A, B
        assertThat(trees.whole()).isTrue();
        final var expected = new double[][]{{1.5, 0.5}, {0.5, 1.5}, {0.75, 1.25}, {1.5, 0.5}};
        final var rows = new float[]{1, 2, 0, 3, 1.5f, 0, Float.NaN, Float.NaN};
        for (var i = 0; i < 4; i++) {
            final var sums = new double[2];
            trees.walk().add(rows, 2 * i, sums);
            assertThat(sums).containsExactly(expected[i]);
        }
    }

    @ParameterizedTest
    @CsvSource({"'0,-1'", "'0'", "'-1,0'", "'0,-1,-1,0,0,-1,-1'", "''"})
    void treesThatAreNotWholeAreRefused(final String nodes) {
        final var dimensions = nodes.isEmpty() ? new int[0]
            : Arrays.stream(nodes.split(",")).mapToInt(Integer::parseInt).toArray();
        final var leaves = (int)IntStream.of(dimensions).filter(d -> d < 0).count();
        final var shares = new float[leaves];
        Arrays.fill(shares, 1);
        assertThatThrownBy(() -> Classifiers.restore(state(dimensions, new float[dimensions.length - leaves], shares)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("The stored model is damaged: a tree is not whole.");
    }

    @Test
    void leavesThatAreNoProbabilitiesAndSplitsAtNothingAreRefused() {
        for (final var bad : new float[]{0.5f, -1, Float.NaN, 2}) {
            assertThatThrownBy(() -> Classifiers.restore(state(new int[]{-1}, new float[0], new float[]{bad})))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no probabilities");
        }
        assertThatThrownBy(() -> Classifiers
            .restore(state(new int[]{0, -1, -1}, new float[]{Float.NaN}, new float[]{1, 1})))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("splits at no number");
    }

    private static State state(final int[] dimensions, final float[] bounds, final float[] shares) {
        return new State().put("kind", RandomForest.KIND).put("classes", 1).put("columns", 1).put("known", new int[1])
            .put("dimensions", dimensions).put("bounds", bounds).put("shares", shares);
    }

    @Test
    void aStripeIsLearned() { // no plane can divide it
        final var random = new SplittableRandom(1);
        final var values = new float[2000];
        final var truth = new int[1000];
        for (var i = 0; i < 1000; i++) {
            values[2 * i] = (float)random.nextDouble(-3, 3);
            values[2 * i + 1] = (float)random.nextDouble(-3, 3);
            truth[i] = Math.abs(values[2 * i]) < 1 ? 1 : 0;
        }
        final var codes = IntStream.range(0, 1000).map(i -> i < 300 ? truth[i] : -1).toArray();
        final var ones = IntStream.range(0, 1000).mapToDouble(i -> 1).toArray();
        final var rows = new DenseRows(1000, 2, values);
        final var said = RandomForest
            .train(rows, TrainingLabels.of(codes, ones, 2), 50, 1, Workers.CALLER, Progress.NONE)
            .predict(rows, Workers.CALLER, Progress.NONE);
        final var predicted = said.argmax();
        assertThat(IntStream.range(300, 1000).filter(i -> predicted[i] == truth[i]).count() / 700.0)
            .isGreaterThan(0.95);
    }

    @Test
    void anotherSeedGivesAnotherForest() {
        final var targets = TrainingLabels.of(new int[]{0, 0, 1, 0, 1, 1, 0, 1}, Samples.WEIGHTS, 2);
        assertThat(predict(targets, 1)).containsExactly(predict(targets, 1)).isNotEqualTo(predict(targets, 2));
    }

    @Test
    void tinyWeightsAreNoTrouble() {
        final var weights = new double[]{1, 1e-300, 1e-18, 1, 1e18, 1, 1e-9, 1};
        for (final var p : predict(TrainingLabels.of(new int[]{0, 0, 1, 0, 1, 1, 0, 1}, weights, 2), 1)) {
            assertThat(p).isBetween(0.0, 1.0);
        }
    }

    @Test
    void withoutDimensionsItKnowsHowOftenTheClassesOccur() {
        final var targets = TrainingLabels.of(new int[]{0, 0, 0, 1}, new double[]{1, 1, 1, 1}, 2);
        final var said = RandomForest.train(new DenseRows(4, 0, new float[0]), targets, 1000, 1, Workers.CALLER,
            Progress.NONE).predict(new DenseRows(1, 0, new float[0]), Workers.CALLER, Progress.NONE);
        assertThat(said.values()[0]).isCloseTo(0.75, within(0.03));
    }

    private static double[] predict(final TrainingLabels targets, final long seed) {
        return RandomForest.train(Samples.ROWS, targets, 20, seed, Workers.CALLER, Progress.NONE)
            .predict(Samples.QUERIES, Workers.CALLER, Progress.NONE).values();
    }
}
