package org.fewlabel.nodes.judge.whichisbetter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.fewlabel.learn.compare.Comparison;
import org.fewlabel.learn.compare.Experiment;
import org.fewlabel.learn.compare.LearningCurve;
import org.fewlabel.learn.compare.Paired;
import org.fewlabel.learn.compare.Recommendation;
import org.fewlabel.learn.compare.Recommendation.Ahead;
import org.fewlabel.learn.compare.Recommendation.Evidence;
import org.fewlabel.learn.compare.Recommendation.NotCompared;
import org.fewlabel.learn.compare.Route;
import org.fewlabel.learn.compare.WhichIsBetter;
import org.fewlabel.table.Report;
import org.junit.jupiter.api.Test;

class WhichIsBetterMessagesTest {

    private static final Paired CLEAR = new Paired(0.031, 0.012, 0.05, 0.01, 0.008);

    private static Report recommended(final Route route, final double baseline, final Paired gain,
        final Ahead ahead) {
        return WhichIsBetterMessages.recommended(new Recommendation(route,
            Optional.of(new Evidence(40, 0.932, 10, 20, baseline, gain, Optional.ofNullable(ahead))),
            Optional.empty()), 10);
    }

    private static Report untried(final NotCompared why) {
        return WhichIsBetterMessages
            .recommended(new Recommendation(Route.PROPAGATOR, Optional.empty(), Optional.of(why)), 5);
    }

    @Test
    void aClearRecommendationIsAFact() {
        final var report = recommended(Route.COMMITTEE, 0.901, CLEAR, null);

        assertThat(report.warnings()).isEmpty();
        assertThat(report.facts()).containsExactly(
            "Recommended: ensemble of all methods. Accuracy on held-out labels 93.2 %; baseline (logistic regression) "
                + "90.1 %. Trained with 40 labels, evaluated in 10 repetitions of 20 rows each.",
            "It is 3.1 percentage points better than the baseline (95 % interval 1.2 to 5.0).");
    }

    @Test
    void aLeadThatMayBeChanceIsAWarning() {
        final var report = recommended(Route.PROPAGATOR, 0.922, new Paired(0.01, -0.01, 0.03, 0.3, 0.01), null);

        assertThat(report.facts()).containsExactly("Recommended: Label Propagator. Accuracy on held-out labels 93.2 %; "
            + "baseline (logistic regression) 92.2 %. Trained with 40 labels, evaluated in 10 repetitions of 20 rows "
            + "each.");
        assertThat(report.warnings()).containsExactly("Label Propagator is recommended, but its "
            + "difference from the baseline is not reliable: 93.2 % versus 92.2 % (95 % interval -1.0 to 3.0, "
            + "p = 0.30).");
    }

    @Test
    void aLeadThatWasMeasuredOnceIsAWarning() {
        final var once = new Paired(0.01, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        assertThat(recommended(Route.PROPAGATOR, 0.922, once, null).warnings()).containsExactly("Label Propagator "
            + "is recommended, but its difference from the baseline is not reliable: 93.2 % versus "
            + "92.2 %.");
    }

    @Test
    void aBaselineThatIsBetterIsAWarning() {
        assertThat(recommended(Route.COMMITTEE, 0.963, new Paired(-0.031, -0.05, -0.012, 0.01, 0.008), null).warnings())
            .containsExactly("Ensemble of all methods is recommended, but it is 3.1 percentage points worse than the "
                + "baseline (95 % interval -5.0 to -1.2).");
    }

    @Test
    void anotherMethodThatIsAheadByChance() {
        final var report = recommended(Route.COMMITTEE, 0.901, CLEAR, new Ahead(Route.FOREST, 0.94));

        assertThat(report.warnings()).isEmpty();
        assertThat(report.facts()).hasSize(3).last().isEqualTo("Random forest reached 94 %, but its lead is not "
            + "reliable.");
    }

    @Test
    void theBaselineHasNothingToBeComparedWith() {
        final var report = recommended(Route.LOGISTIC, Double.NaN, Paired.UNKNOWN, null);

        assertThat(report.warnings()).isEmpty();
        assertThat(report.facts()).containsExactly("Recommended: logistic regression. Accuracy on held-out labels "
            + "93.2 %. Trained with 40 labels, evaluated in 10 repetitions of 20 rows each.");
    }

    @Test
    void aRecommendationWithoutComparisonIsAWarning() {
        assertThat(untried(NotCompared.TOO_FEW_LABELS).facts()).isEmpty();
        assertThat(untried(NotCompared.TOO_FEW_LABELS).warnings())
            .containsExactly("Recommended without comparison: Label "
                + "Propagator, the most robust method. To compare methods, at least two classes need two labels each.");
        assertThat(untried(NotCompared.TIME_LIMIT).warnings()).containsExactly("Recommended without comparison: Label "
            + "Propagator, the most robust method. The time limit was reached before the first of 5 repetitions was "
            + "finished. Increase the time limit or compare fewer methods.");
    }

    @Test
    void whatTwiceTheLabelsWouldAdd() {
        final var report = WhichIsBetterMessages.doubled(new LearningCurve(0.01, 0, 0.017));

        assertThat(report.warnings()).isEmpty();
        assertThat(report.facts()).containsExactly("Doubling the labels is expected to add 1.0 percentage points of "
            + "accuracy (95 % interval 0.0 to 1.7).");
    }

    @Test
    void theTimeLimitIsAWarning() {
        assertThat(WhichIsBetterMessages.unfinished(3, 10).warnings())
            .containsExactly("Only 3 of 10 repetitions were finished within the time limit.");
        assertThat(WhichIsBetterMessages.unfinished(1, 10).warnings())
            .containsExactly("Only 1 of 10 repetitions was finished within the time limit.");
        assertThat(WhichIsBetterMessages.unfinished(10, 10).warnings()).isEmpty();
        assertThat(WhichIsBetterMessages.unfinished(0, 10).warnings()).as("told with the recommendation").isEmpty();
    }

    @Test
    void methodsThatCannotBeTrainedHereAreAWarning() {
        assertThat(WhichIsBetterMessages.withoutNetworks(Optional.of("Install it.")).warnings())
            .containsExactly("Methods with neural networks were skipped. Install it.");
        assertThat(WhichIsBetterMessages.withoutNetworks(Optional.empty()).warnings()).isEmpty();
    }

    @Test
    void allOfAResult() {
        final var recommendation = new Recommendation(Route.COMMITTEE,
            Optional.of(new Evidence(40, 0.932, 1, 20, 0.901, CLEAR, Optional.empty())), Optional.empty());
        final var comparison = new Comparison(new Experiment.Results(List.of(), List.of(), 20, 40), List.of());
        final var report = WhichIsBetterMessages.of(new WhichIsBetter.Result(Optional.of(comparison), recommendation,
            Optional.of(new LearningCurve(0.01, 0, 0.017)), null, 2, Optional.of("Install it."), List.of("same")));

        assertThat(report.facts()).hasSize(4).last().isEqualTo("Ignored because all values are equal: \"same\".");
        assertThat(report.warnings()).containsExactly("Methods with neural networks were skipped. Install it.");
    }
}
