package org.fewlabel.learn.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.assertj.core.data.Offset;
import org.fewlabel.learn.data.ClassProbabilities;
import org.junit.jupiter.api.Test;

class ClassificationScoresTest {

    private static final Offset<Double> EXACT = within(1e-9);

    private static final int[] TRUTH = {0, 0, 0, 1, 1, 1, 1, 2, 2, 0};

    private static final double[] PROBABILITIES = {.7, .2, .1, .6, .3, .1, .3, .4, .3, .1, .8, .1, .2, .5, .3, .1, .3,
        .6, .05, .9, .05, .2, .2, .6, .5, .3, .2, .95, .05, 0};

    /*
     * sklearn.metrics: accuracy_score(t,p), balanced_accuracy_score(t,p), f1_score(t,p,average='macro'),
     * matthews_corrcoef(t,p), log_loss(t,P); with c=P.max(1), ok=t==p, b=np.ceil(c*B)-1:
     * sum((b==i).sum()*abs(ok[b==i].mean()-c[b==i].mean()) for i in range(B) if (b==i).any())/len(t)
     */
    @Test
    void areAsScikitLearnHasThem() {
        final var predictions = Predictions.ofProbabilities(TRUTH, new ClassProbabilities(3, PROBABILITIES));
        assertThat(predictions.predicted()).containsExactly(0, 0, 1, 1, 1, 2, 1, 2, 0, 0);
        final var scores = ClassificationScores.of(predictions, 10);
        assertThat(scores.rows()).isEqualTo(10);
        assertThat(scores.undecided()).isZero();
        assertThat(scores.accuracy()).isCloseTo(0.7, EXACT);
        assertThat(scores.balancedAccuracy()).isCloseTo(2 / 3.0, EXACT);
        assertThat(scores.macroF1()).isCloseTo(2 / 3.0, EXACT);
        assertThat(scores.matthews()).isCloseTo(0.53125, EXACT);
        assertThat(scores.logLoss()).isCloseTo(0.6468654254476218, EXACT);
        assertThat(scores.calibrationError()).isCloseTo(0.125, EXACT);
    }

    /*
     * The same with rows 2 and 7 undecided, as a further predicted class 3: accuracy_score(t,q),
     * recall_score(t,q,labels=[0,1,2],average='macro'), f1_score(t,q,labels=[0,1,2],average='macro'),
     * matthews_corrcoef(t,q)
     */
    @Test
    void undecidedIsAnErrorButHasNoProbability() {
        final var probabilities = PROBABILITIES.clone();
        for (final var row : new int[]{2, 7}) {
            Arrays.fill(probabilities, 3 * row, 3 * row + 3, Double.NaN);
        }
        final var scores = ClassificationScores
            .of(Predictions.ofProbabilities(TRUTH, new ClassProbabilities(3, probabilities)), 10);
        assertThat(scores.undecided()).isEqualTo(2);
        assertThat(scores.accuracy()).isCloseTo(0.6, EXACT);
        assertThat(scores.balancedAccuracy()).isCloseTo(0.5, EXACT);
        assertThat(scores.macroF1()).isCloseTo(0.5357142857142857, EXACT);
        assertThat(scores.matthews()).isCloseTo(0.4482107285003976, EXACT);
        final var sum = 10 * 0.6468654254476218 + Math.log(0.3) + Math.log(0.6);
        assertThat(scores.logLoss()).isCloseTo(sum / 8, EXACT);
    }

    @Test
    void aCertainMistakeCostsNoMoreThanTheFloor() {
        final var scores = ClassificationScores.of(
            Predictions.ofProbabilities(new int[]{0}, new ClassProbabilities(2, new double[]{0, 1})),
            15);
        assertThat(scores.logLoss()).isCloseTo(-Math.log(1e-15), EXACT);
        assertThat(scores.calibrationError()).isEqualTo(1);
        assertThat(scores.matthews()).isZero();
    }

    @Test
    void withoutProbabilitiesThereAreOnlyCounts() {
        final var scores = ClassificationScores.of(new Predictions(2, new int[]{0, 1}, new int[]{0, 1}, null), 15);
        assertThat(scores.accuracy()).isEqualTo(1);
        assertThat(scores.matthews()).isEqualTo(1);
        assertThat(scores.logLoss()).isNaN();
        assertThat(scores.calibrationError()).isNaN();
    }

    @Test
    void withoutRowsNothingIsKnown() {
        final var scores = ClassificationScores.of(new Predictions(2, new int[0], new int[0],
            new ClassProbabilities(2, new double[0])), 15);
        assertThat(scores.accuracy()).isNaN();
        assertThat(scores.balancedAccuracy()).isNaN();
        assertThat(scores.macroF1()).isNaN();
        assertThat(scores.matthews()).isZero();
    }

    @Test
    void classesThatDoNotOccurDoNotCount() {
        final var matrix = ConfusionMatrix.of(new int[]{0, 0, 2}, new int[]{0, 2, 2}, 4);
        assertThat(matrix.balancedAccuracy()).isCloseTo(0.75, EXACT);
        assertThat(matrix.macroF1()).isCloseTo((2 / 3.0 + 2 / 3.0) / 2, EXACT);
        assertThat(matrix.f1(1)).isNaN();
    }

    @Test
    void theMatrixCountsTrueByPredicted() {
        final var matrix = ConfusionMatrix.of(new int[]{0, 0, 1, 1, 1}, new int[]{0, 1, 1, -1, 0}, 2);
        assertThat(matrix.counts()).containsExactly(1, 1, 0, 1, 1, 1);
        assertThat(matrix.count(0, 1)).isEqualTo(1);
        assertThat(matrix.undecided(1)).isEqualTo(1);
        assertThat(matrix.actual(1)).isEqualTo(3);
        assertThat(matrix.predicted(0)).isEqualTo(2);
        assertThat(matrix.rows()).isEqualTo(5);
    }

    @Test
    void matthewsDoesNotOverflow() {
        final var matrix = new ConfusionMatrix(2, new long[]{3_000_000_000L, 0, 0, 0, 2_000_000_000L, 0});
        assertThat(matrix.matthews()).isCloseTo(1, EXACT);
    }

    @Test
    void selectsRows() {
        final var selected = Predictions.ofProbabilities(TRUTH, new ClassProbabilities(3, PROBABILITIES))
            .select(new int[]{9, 9, 3});
        assertThat(selected.truth()).containsExactly(0, 0, 1);
        assertThat(selected.probabilities().values()).containsExactly(.95, .05, 0, .95, .05, 0, .1, .8, .1);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> new Predictions(2, new int[2], new int[1], null))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Predictions(2, new int[1], new int[1], new ClassProbabilities(2, new double[0])))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConfusionMatrix.of(new int[]{2}, new int[]{0}, 2))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConfusionMatrix.of(new int[]{0}, new int[]{-2}, 2))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConfusionMatrix.of(new int[]{0}, new int[0], 2))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConfusionMatrix(2, new long[4])).isInstanceOf(IllegalArgumentException.class);
    }
}
