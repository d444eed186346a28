package org.fewlabel.nodes.label.pseudolabeler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.fewlabel.learn.model.UnusualRows;
import org.fewlabel.learn.rounds.RoundFigures;
import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.rounds.contest.Round;
import org.fewlabel.learn.rounds.contest.Verdict;
import org.fewlabel.learn.rounds.contest.Verdict.Reason;
import org.fewlabel.table.Report;
import org.junit.jupiter.api.Test;

/** The sentences of Pseudo-Labeler alone; {@code RoundsMessagesTest} has the others. */
class PseudoLabelerMessagesTest {

    private static Report report(final boolean taught) {
        final var round = new Round(1, 20, 20, 20, 0, 0, new double[0], Double.NaN, Optional.empty());
        return PseudoLabelerMessages.of(new RoundLearner.Fitted(
            new Learned(null, null, null, null, "Logistic regression", "Logistic regression", List.of(round), 1,
                new Verdict(Reason.NOT_CHECKED, 0, Double.NaN, Double.NaN, 0, 1), null),
            taught, null, null, null, new RoundFigures(false, 20, 20, 1, Double.NaN, true,
                List.of(), List.of(), List.of(), Double.NaN, 1,
                Optional.empty(), false, List.of(), List.of(), new UnusualRows(List.of(), 0))));
    }

    @Test
    void whatAGivenClassifierDid() {
        final var taught = report(true);
        assertThat(taught.warnings()).isEmpty();
        assertThat(taught.facts()).containsExactly(
            "The result is round 1 of 1, trained on 20 pseudo-labels. It agrees with the baseline on 100 % of the "
                + "unlabeled rows.",
            "As chosen, it was not checked whether the pseudo-labels improve the result.",
            "The given classifier predicted the pseudo-labels of round 1, logistic regression those of later rounds. "
                + "The given classifier was not evaluated because it may have been trained on the same labels.");
        assertThat(report(false).facts()).hasSize(2);
    }
}
