package org.fewlabel.nodes.judge.fewlabelscorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.fewlabel.table.ScoredTable.Gaps;
import org.junit.jupiter.api.Test;

class FewLabelScorerMessagesTest {

    private static void assertFact(final Gaps gaps, final String sentence) {
        assertThat(FewLabelScorerMessages.of(gaps).facts()).containsExactly(sentence);
        assertThat(FewLabelScorerMessages.of(gaps).warnings()).isEmpty();
    }

    private static void assertWarning(final Gaps gaps, final String sentence) {
        assertThat(FewLabelScorerMessages.of(gaps).warnings()).containsExactly(sentence);
        assertThat(FewLabelScorerMessages.of(gaps).facts()).isEmpty();
    }

    @Test
    void rowsWhoseTruthIsUnknown() {
        assertFact(new Gaps(12, Map.of(), 0, 50, List.of()), "12 rows were not scored because the truth is unknown.");
        assertFact(new Gaps(1, Map.of(), 0, 50, List.of()), "1 row was not scored because the truth is unknown.");
    }

    @Test
    void rowsThatWereHeldOutNeedNoPrediction() {
        assertFact(new Gaps(0, Map.of("held out", 30), 0, 50, List.of()),
            "30 rows with the role \"held out\" were not scored because they have no prediction.");
    }

    @Test
    void otherRowsWithoutPredictionAreAWarning() {
        assertWarning(new Gaps(0, Map.of("unlabeled", 1), 0, 50, List.of()),
            "1 row with the role \"unlabeled\" was not scored because it has no prediction.");
        assertWarning(new Gaps(0, Map.of(), 3, 50, List.of()),
            "3 of 50 scored rows have no prediction and count as incorrect.");
        assertWarning(new Gaps(0, Map.of(), 1, 50, List.of()),
            "1 of 50 scored rows has no prediction and counts as incorrect.");
    }

    @Test
    void classesWithoutColumnAreAWarning() {
        assertWarning(new Gaps(0, Map.of(), 0, 50, List.of("b", "c")), "The domains of truth and prediction do not "
            + "contain \"b\", \"c\", so the confusion matrix has no column for them. Put the node "
            + "\"Domain Calculator\" before this one.");
        assertWarning(new Gaps(0, Map.of(), 0, 50, List.of("b")), "The domains of truth and prediction do not contain "
            + "\"b\", so the confusion matrix has no column for it. Put the node \"Domain Calculator\" before "
            + "this one.");
    }

    @Test
    void nothingIsSaidIfAllIsScored() {
        final var report = FewLabelScorerMessages.of(new Gaps(0, Map.of(), 0, 50, List.of()));

        assertThat(report.facts()).isEmpty();
        assertThat(report.warnings()).isEmpty();
    }
}
