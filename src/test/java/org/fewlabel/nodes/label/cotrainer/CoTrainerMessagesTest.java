package org.fewlabel.nodes.label.cotrainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.fewlabel.learn.model.UnusualRows;
import org.fewlabel.learn.rounds.RoundFigures;
import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.learn.rounds.agree.ViewsReport;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.rounds.contest.Verdict;
import org.fewlabel.learn.rounds.contest.Verdict.Reason;
import org.fewlabel.table.Report;
import org.junit.jupiter.api.Test;

/** The sentences of Co-Trainer alone; {@code RoundsMessagesTest} has the others. */
class CoTrainerMessagesTest {

    private static Report report(final ViewsReport views) {
        return CoTrainerMessages.of(new RoundLearner.Fitted(new Learned(null, null, null, null, "Random forest",
            "Random forest", List.of(), 0, new Verdict(Reason.NOTHING_TO_LEARN, 0, Double.NaN, Double.NaN, 0, 1), null),
            false, null, null, null, new RoundFigures(false, 0, 0, 1, Double.NaN, true,
                List.of(), List.of(), List.of(), Double.NaN, 0,
                Optional.ofNullable(views), false, List.of(), List.of(), new UnusualRows(List.of(), 0))));
    }

    @Test
    void goodViewsAreAFact() {
        final var report = report(new ViewsReport(20, 0.8, 0.75, 0.9, 0.5, 0.1, 0.1, 0.4));
        assertThat(report.warnings()).isEmpty();
        assertThat(report.facts())
            .containsExactly("Cross-validated accuracy on 20 labels: View A 80 %, View B 75 %, both together 90 %.");
    }

    @Test
    void uselessAndDependentViewsAreWarnings() {
        final var better = " It can hardly teach the other view. Choose better columns for it, or the method "
            + "Tri-training.";
        assertThat(report(new ViewsReport(20, 0.55, 0.5, 0.9, 0.5, 0.812, 0.1, 0.005)).warnings()).containsExactly(
            "View A is not clearly better than always predicting the most frequent class: cross-validated accuracy "
                + "55 % against 50 %." + better,
            "View B is not clearly better than always predicting the most frequent class: cross-validated accuracy "
                + "50 % against 50 %." + better,
            "The views are not independent: their rows are similar within a class (RV coefficient 0.81; 0.10 "
                + "expected for independent views, p = 0.005), so they tend to make the same mistakes and can teach "
                + "each other little. Choose views that were measured in different ways, or the method Tri-training.");
    }

    @Test
    void withASingleLabelPerClassNothingIsTested() {
        final var report = report(new ViewsReport(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
            Double.NaN, Double.NaN));
        assertThat(report.warnings()).isEmpty();
        assertThat(report.facts()).containsExactly("Whether the views are independent cannot be tested: that needs two "
            + "labels of a class, and columns that vary within it.");
    }

    @Test
    void triTrainingHasNoViews() {
        assertThat(report(null).sentences()).isEmpty();
    }
}
