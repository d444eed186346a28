package org.fewlabel.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.fewlabel.learn.features.HashedWords;
import org.fewlabel.learn.model.UnusualRows;
import org.fewlabel.learn.model.UnusualRows.UnseenCells;
import org.fewlabel.learn.rounds.RoundFigures;
import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.rounds.contest.Round;
import org.fewlabel.learn.rounds.contest.Verdict;
import org.fewlabel.learn.rounds.contest.Verdict.Reason;
import org.fewlabel.learn.text.Gram;
import org.junit.jupiter.api.Test;

class RoundsMessagesTest {

    private static final UnusualRows NOTHING = new UnusualRows(List.of(), 0);

    private static final String ROUND = "The result is round 2 of 3, trained on 320 pseudo-labels. It agrees with the "
        + "baseline on 97.5 % of the unlabeled rows.";

    private static final String FIGURES = " Cross-validated accuracy on 40 labels: this result 95 %, baseline 92.5 %.";

    private static final String WORSE = " Cross-validated accuracy on 40 labels: this result 80 %, baseline 90 %.";

    private static final String BEST_ROUND = " Cross-validated accuracy on 40 labels: best round 80 %, baseline 90 %.";

    private static RoundFigures figures(final boolean automatic) {
        return figures(automatic, Double.NaN, true);
    }

    private static RoundFigures figures(final boolean automatic, final double baseline, final boolean startIsBaseline) {
        return new RoundFigures(automatic, 390, 390, 0.975, baseline, startIsBaseline, List.of(), List.of(), List.of(),
            Double.NaN, 2,
            Optional.empty(), false, List.of(), List.of(), NOTHING);
    }

    private static RoundLearner.Fitted fitted(final String learner, final String base, final Verdict verdict,
        final RoundFigures figures) {
        final var rounds = IntStream.rangeClosed(1, verdict.reason() == Reason.NOTHING_TO_LEARN ? 0 : 3)
            .mapToObj(r -> new Round(r, 160 * r, 100, 0, 0, 0, new double[0], Double.NaN, Optional.empty())).toList();
        return new RoundLearner.Fitted(new Learned(null, null, null, null, learner, base, rounds,
            verdict.trusted() ? 2 : 0, verdict, null), false, null, null, null, figures);
    }

    private static Report report(final Reason reason, final int rows, final double result, final double baseline) {
        return RoundsMessages.of(fitted("Random forest", "Random forest",
            new Verdict(reason, rows, rows == 0 ? Double.NaN : baseline, rows == 0 ? Double.NaN : result, 0, 1),
            figures(false, baseline, true)));
    }

    @Test
    void aResultThatIsBetterIsAFact() {
        final var better = report(Reason.BETTER, 40, 0.95, 0.925);
        assertThat(better.warnings()).isEmpty();
        assertThat(better.facts()).containsExactly(ROUND, "The unlabeled rows help." + FIGURES);
    }

    @Test
    void whatWasNotCheckedIsAWarningIfTheBaselineIsAsGood() {
        final var sentence = "As chosen, it was not checked whether the pseudo-labels improve the result.";
        assertThat(report(Reason.NOT_CHECKED, 40, 0.95, 0.925).facts()).containsExactly(ROUND, sentence + FIGURES);
        assertThat(report(Reason.NOT_CHECKED, 0, 0, 0).facts()).containsExactly(ROUND, sentence);
        assertThat(report(Reason.NOT_CHECKED, 40, 0.8, 0.9).warnings())
            .containsExactly("The baseline is as good or better. " + sentence + WORSE);
    }

    @Test
    void whatIsExpectedIsAWarningIfTheBaselineIsAsGood() {
        final var help = "unlabeled texts usually help because they show which words occur together.";
        assertThat(report(Reason.EXPECTED, 40, 0.95, 0.925).facts())
            .containsExactly(ROUND, "With few labels, " + help + FIGURES);
        assertThat(report(Reason.EXPECTED, 0, 0, 0).warnings()).isEmpty();
        assertThat(report(Reason.EXPECTED, 40, 0.8, 0.9).warnings())
            .containsExactly("The baseline may be as good or better, although with few labels " + help + WORSE);
    }

    @Test
    void thatTheResultIsTheBaselineIsAWarning() {
        assertThat(report(Reason.MISLED, 40, 0.8, 0.9).warnings()).containsExactly(
            "The result is the baseline because the unlabeled texts seem to mislead: their natural groups do not match "
                + "your classes." + BEST_ROUND + " Label at least 25 rows to have this checked again.");
        assertThat(report(Reason.NOT_BETTER, 40, 0.8, 0.9).warnings()).containsExactly(
            "The result is the baseline because 3 rounds of pseudo-labels did not clearly improve it." + BEST_ROUND);
        assertThat(report(Reason.TOO_FEW_LABELS, 0, 0, 0).warnings()).containsExactly(
            "The result is the baseline because there are too few labels to check whether 3 rounds of pseudo-labels "
                + "improve it; without such a check they make results worse about half of the time. Label at least 25 "
                + "rows, two or more of each class.");
        assertThat(report(Reason.NOT_BETTER, 40, 0.8, 0.9).facts()).isEmpty();
    }

    /** Another learner than that of the baseline may be what the rounds fall back to. */
    @Test
    void theBaselineIsTheSameWhateverTheLearnerIs() {
        final var verdict = new Verdict(Reason.NOT_BETTER, 40, 0.9, 0.8, 0, 1);
        final var report = RoundsMessages
            .of(fitted("Nearest neighbors", "Random forest", verdict, figures(false, 0.7, false)));
        assertThat(report.warnings()).containsExactly("The result is random forest trained on the labeled rows only "
            + "because 3 rounds of pseudo-labels did not clearly improve it. Cross-validated accuracy on 40 labels: "
            + "best round 80 %, random forest on the labeled rows only 90 %, baseline 70 %.");
        assertThat(report.facts()).containsExactly("Without pseudo-labels, random forest is used; no other learner was "
            + "clearly better on the labeled rows.");
    }

    @Test
    void withoutUnlabeledRowsThereIsNothingToSayOfRounds() {
        final var report = RoundsMessages.of(fitted("Random forest", "Random forest",
            new Verdict(Reason.NOTHING_TO_LEARN, 0, Double.NaN, Double.NaN, 0, 1), figures(true)));
        assertThat(report.sentences()).isEmpty();
    }

    @Test
    void whichLearnersWereChosen() {
        final var judged = new Verdict(Reason.BETTER, 15, 0.8, 0.9, 2, 0.5);
        assertThat(RoundsMessages.of(fitted("Naive Bayes", "Logistic regression", judged, figures(true))).facts())
            .contains("The base learner is Naive Bayes, which has the lowest cross-validated error on 15 labels.",
                "The baseline is logistic regression; no other learner was clearly better on the labeled rows.");
        final var unjudged = new Verdict(Reason.TOO_FEW_LABELS, 0, Double.NaN, Double.NaN, 0, 1);
        assertThat(RoundsMessages.of(fitted("Logistic regression", "Logistic regression", unjudged, figures(true)))
            .facts())
            .containsExactly("The base learner is logistic regression, the most robust one. To compare learners, "
                + "at least half of the classes need two labels.");
        final var texts = new Verdict(Reason.EXPECTED, 0, Double.NaN, Double.NaN, 0, 1);
        assertThat(RoundsMessages.of(fitted("Naive Bayes on words with EM", "Naive Bayes on words with EM", texts,
            figures(true))).facts()).contains("The base learner is Naive Bayes on words with EM, which suits texts.");
    }

    @Test
    void whatElseThereIsToSay() {
        final var report = RoundsMessages.of(fitted("Random forest", "Random forest",
            new Verdict(Reason.BETTER, 40, 0.925, 0.95, 2, 0.5),
            new RoundFigures(false, 12_000, 5000, 1, 0.925, true, List.of("c"), List.of("b"), List.of("other"), 0.341,
                2,
                Optional.empty(), true, List.of("same"),
                List.of(new HashedWords("text", List.of(Gram.CHARACTERS), 1024, false)),
                new UnusualRows(List.of(new UnseenCells("color", 1, false), new UnseenCells("size", 2, true)), 3))));
        assertThat(report.warnings()).containsExactly(
            "5000 of 12000 unlabeled rows, drawn at random, were used for training. Predictions are made for all rows.",
            "The truth column has rows of \"other\", but no row is labeled so. Their predictions are wrong. Label at "
                + "least one row of it.",
            "The given encoder makes the same embedding of all rows, so nothing can be predicted from it.",
            "No row is labeled \"c\", so this class cannot be predicted. Label at least one row of it.",
            "1 cell of \"color\" is treated as missing because its category was not in the training data.",
            "2 cells of \"size\" are treated as missing because such cells (a new category or a missing number) were "
                + "not in the training data.",
            "3 rows were not predicted because no labeled row is near.");
        assertThat(report.facts()).contains("No pseudo-label of \"b\" was confident enough to be used.",
            "Check against the truth column (not used for training): 34.1 % of the pseudo-labels in round 2 are "
                + "correct.",
            "Ignored because all values are equal: \"same\".",
            "The parts of words of \"text\" are hashed into 1024 features.");
    }
}
