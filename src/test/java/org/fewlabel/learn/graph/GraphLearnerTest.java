package org.fewlabel.learn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.graph.GraphLearner.Outcome;
import org.fewlabel.learn.neighbor.ExactSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphLearnerTest {

    private static final List<String> CLASSES = List.of("a", "b");

    static List<GraphMethod> methods() {
        return List.of(new LabelPropagation(), new LabelSpreading(LabelSpreading.DEFAULT_ALPHA),
            new ClassMassNormalization(new LabelPropagation(), new double[]{1, 1}), new PoissonLearning(),
            new PoissonMbo(),
            new PoissonLearning(new double[]{1, 1}), new PoissonMbo(new double[]{1, 1}));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void oneLabelPerClassSortsTwoMoons(final GraphMethod method) {
        final var rows = moons(600, 1);
        final var codes = unlabeled(600);
        codes[0] = 0;
        codes[1] = 1;
        final var outcome = learn(method, 10, rows, codes);
        assertThat(IntStream.range(0, 600).filter(i -> predicted(outcome.spread(), i) == i % 2).count())
            .isGreaterThan(590);
        final var others = moons(200, 2);
        final var probabilities = outcome.classifier().predict(others, Workers.CALLER, Progress.NONE);
        assertThat(IntStream.range(0, 200)
            .filter(i -> probabilities.values()[2 * i + i % 2] > 0.5).count()).isGreaterThan(195);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theOrderOfRowsAndClassesDoesNotMatter(final GraphMethod method) {
        final var rows = Dense.random(7, 80, 3);
        final var codes = unlabeled(80);
        for (var i = 0; i < 6; i++) {
            codes[i] = i % 2;
        }
        final var order = IntStream.range(0, 80).map(i -> i * 37 % 80).toArray();
        final var direct = learn(method, 6, rows, codes).spread();
        final var swappedCodes = Arrays.stream(order).map(i -> codes[i] < 0 ? -1 : 1 - codes[i]).toArray();
        final var shuffled = learn(method, 6, rows.select(order), swappedCodes).spread();
        for (var i = 0; i < 80; i++) {
            assertThat(shuffled.reached()[i]).isEqualTo(direct.reached()[order[i]]);
            for (var c = 0; c < 2 && shuffled.reached()[i]; c++) {
                assertThat(shuffled.probabilities().values()[2 * i + c])
                    .isCloseTo(direct.probabilities().values()[2 * order[i] + 1 - c], within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void rowsThatComeManyTimesAreNotCutOff(final GraphMethod method) {
        // 40 copies of each of 8 points on a line: a copy's 10 nearest rows would all be copies
        final var values = new float[320];
        for (var i = 0; i < values.length; i++) {
            values[i] = i % 8;
        }
        final var codes = unlabeled(320);
        codes[0] = 0; // at 0
        codes[7] = 1; // at 7
        final var outcome = learn(method, 2, new DenseRows(320, 1, values), codes);
        assertThat(outcome.graph().nodes()).isEqualTo(8);
        assertThat(outcome.spread().unreachedRows()).isZero();
        for (var i = 0; i < 320; i++) {
            assertThat(predicted(outcome.spread(), i)).isEqualTo(i % 8 < 4 ? 0 : 1);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void rowsThatAreAllEqualTakeTheOnlyLabel(final GraphMethod method) {
        final var codes = unlabeled(30);
        codes[3] = 1;
        final var outcome = learn(method, 10, new DenseRows(30, 2, new float[60]), codes);
        assertThat(outcome.spread().unreachedRows()).isZero();
        assertThat(outcome.bandwidth()).isZero();
        for (var i = 0; i < 30; i++) {
            assertThat(outcome.spread().probabilities().values()[2 * i + 1]).isEqualTo(1);
        }
        assertThat(outcome.classifier().predict(new DenseRows(1, 2, new float[]{9, 9}), Workers.CALLER, Progress.NONE)
            .values())
            .containsExactly(0, 1);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whatNoLabelReachesStaysEmptyAlsoForNewRows(final GraphMethod method) {
        final var values = new float[]{0, 0.1f, 0.2f, 0.3f, 9, 9.1f, 9.2f, 9.3f, Float.NaN};
        final var codes = unlabeled(9);
        codes[0] = 0;
        final var outcome = learn(method, 3, new DenseRows(9, 1, values), codes);
        assertThat(outcome.spread().unreachedComponents()).isEqualTo(2);
        assertThat(outcome.spread().unreachedRows()).isEqualTo(5);
        assertThat(outcome.spread().probabilities().values()[2 * 5]).isNaN();
        final var probabilities = outcome.classifier().predict(
            new DenseRows(3, 1, new float[]{0.15f, 9.15f, Float.NaN}), Workers.CALLER, Progress.NONE);
        assertThat(probabilities.values()).containsExactly(1, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void moreNeighborsThanRowsAreClipped(final GraphMethod method) {
        final var outcome = learn(method, 100, new DenseRows(3, 1, new float[]{0, 1, 10}), new int[]{0, -1, 1});
        assertThat(outcome.neighbors()).isEqualTo(2);
        assertThat(predicted(outcome.spread(), 1)).isZero();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aSingleRowKeepsItsLabel(final GraphMethod method) {
        final var outcome = learn(method, 10, new DenseRows(1, 1, new float[]{4}), new int[]{1});
        assertThat(outcome.spread().probabilities().values()).containsExactly(0, 1);
        assertThat(
            outcome.classifier().predict(new DenseRows(1, 1, new float[]{0}), Workers.CALLER, Progress.NONE).values())
            .containsExactly(0, 1);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void missingValuesAreBridged(final GraphMethod method) {
        final var full = moons(400, 3);
        final var random = new Random(4);
        final var values = new float[800 * 2];
        for (var i = 0; i < 400; i++) { // every number twice, so that one may be missing
            for (var d = 0; d < 4; d++) {
                values[4 * i + d] = random.nextInt(5) == 0 ? Float.NaN : full.values()[2 * i + d % 2];
            }
        }
        final var codes = unlabeled(400);
        for (var i = 0; i < 20; i++) {
            codes[i] = i % 2;
        }
        final var outcome = learn(method, 10, new DenseRows(400, 4, values), codes);
        assertThat(IntStream.range(0, 400).filter(i -> predicted(outcome.spread(), i) == i % 2).count())
            .isGreaterThan(350);
    }

    @Test
    void aLabelThatIsContradictedByItsNeighborsIsClampedOrNot() {
        final var values = new float[]{0, 1, 2, 3, 4};
        final var codes = new int[]{0, 0, 1, 0, 0};
        assertThat(predicted(learn(methods().get(0), 2, new DenseRows(5, 1, values), codes).spread(), 2)).isEqualTo(1);
        assertThat(predicted(learn(methods().get(1), 2, new DenseRows(5, 1, values), codes).spread(), 2)).isZero();
    }

    @Test
    void theBandwidthIsTheMedianDistanceToTheLastNeighbor() {
        final var outcome = learn(methods().get(0), 1, new DenseRows(4, 1, new float[]{0, 1, 3, 7}),
            new int[]{0, -1, -1, -1});
        assertThat(outcome.bandwidth()).isCloseTo(1.5, within(1e-6)); // 1, 1, 2, 4
    }

    @Test
    void refusesWhatDoesNotFit() {
        final var rows = new DenseRows(2, 1, new float[2]);
        assertThatThrownBy(() -> learn(methods().get(0), 1, rows, new int[]{-1, -1}))
            .isInstanceOf(IllegalArgumentException.class).hasMessage("No row is labeled.");
        assertThatThrownBy(() -> learn(methods().get(0), 1, rows, new int[]{0}))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 rows have 1 labels");
        assertThatThrownBy(() -> learn(methods().get(0), 0, rows, new int[]{0, 1}))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least 1 neighbor");
    }

    private static Outcome learn(final GraphMethod method, final int k, final DenseRows rows, final int[] codes) {
        return new GraphLearner(method, k, new ExactSearch()).learn(rows, new Labels(codes, CLASSES), Workers.CALLER,
            Progress.NONE);
    }

    private static int[] unlabeled(final int rows) {
        final var codes = new int[rows];
        Arrays.fill(codes, Labels.UNLABELED);
        return codes;
    }

    private static int predicted(final Spread spread, final int row) {
        return spread.probabilities().values()[2 * row] >= spread.probabilities().values()[2 * row + 1] ? 0 : 1;
    }

    /** Two interleaved half circles; even rows on the one, odd rows on the other. */
    private static DenseRows moons(final int rows, final long seed) {
        final var random = new Random(seed);
        final var values = new float[2 * rows];
        for (var i = 0; i < rows; i++) {
            final var angle = Math.PI * random.nextDouble();
            final var upper = i % 2 == 0;
            values[2 * i] = (float)((upper ? Math.cos(angle) : 1 - Math.cos(angle)) + 0.05 * random.nextGaussian());
            values[2 * i
                + 1] = (float)((upper ? Math.sin(angle) : 0.5 - Math.sin(angle)) + 0.05 * random.nextGaussian());
        }
        return new DenseRows(rows, 2, values);
    }
}
