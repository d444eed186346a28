package org.fewlabel.nodes.label.labelpropagator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fewlabel.learn.features.HashedWords;
import org.fewlabel.learn.neighbor.SearchOutcome;
import org.fewlabel.learn.neighbor.SearchOutcome.Kind;
import org.fewlabel.learn.propagation.CandidateMethod;
import org.fewlabel.learn.propagation.CrossValidatedAccuracy;
import org.fewlabel.learn.propagation.PropagationFigures;
import org.fewlabel.learn.text.Gram;
import org.fewlabel.table.Report;
import org.junit.jupiter.api.Test;

class LabelPropagatorMessagesTest {

    private static final CrossValidatedAccuracy CLEAR = new CrossValidatedAccuracy(20, 1, 0.9, 0.875, true);

    private static final String REACHED = "390 of 390 unlabeled rows were classified from 8 labels.";

    private static final String FIGURES = "Cross-validated accuracy on 20 labels: this result 100 %, logistic "
        + "regression 90 %, nearest neighbor 87.5 %.";

    private static Report report(final Map<CandidateMethod, Double> weights, final CrossValidatedAccuracy accuracy,
        final SearchOutcome search, final double recall) {
        return LabelPropagatorMessages.of(new PropagationFigures(8, 390, 0, 0, 2, List.of(), weights,
            Optional.ofNullable(accuracy), 0.955, search, recall, List.of(), List.of()));
    }

    private static Report report(final SearchOutcome search, final double recall) {
        return report(Map.of(), CLEAR, search, recall);
    }

    @Test
    void aClearLeadIsAFact() {
        final var weights = new LinkedHashMap<CandidateMethod, Double>();
        weights.put(CandidateMethod.LAPLACE_CMN, 0.2);
        weights.put(CandidateMethod.LOGISTIC_REGRESSION, 0.05);
        weights.put(CandidateMethod.GUIDED_PROPAGATION, 0.44);
        weights.put(CandidateMethod.LABEL_PROPAGATION, 0.31);
        final var report = report(weights, CLEAR, SearchOutcome.EXACT, 1);
        assertThat(report.warnings()).isEmpty();
        assertThat(report.facts()).containsExactly(REACHED, FIGURES,
            "Selected by cross-validation (weights): guided propagation 44 %, label propagation 31 %, "
                + "Laplace (class mass normalization) 20 %, logistic regression 5 %.");
    }

    @Test
    void noClearLeadIsAWarning() {
        final var unsure = report(Map.of(), new CrossValidatedAccuracy(20, 1, 0.9, 0.875, false), SearchOutcome.EXACT,
            1);
        assertThat(unsure.warnings()).containsExactly(
            "The lead over a classifier trained on the labeled rows only may be chance. "
                + FIGURES);
        assertThat(unsure.facts()).containsExactly(REACHED);
        final var worse = report(Map.of(), new CrossValidatedAccuracy(8, 0.5, 0.75, 0.625, false), SearchOutcome.EXACT,
            1);
        assertThat(worse.warnings())
            .containsExactly("The unlabeled rows do not seem to help: a classifier trained on the "
                + "labeled rows only is as good or better. Cross-validated accuracy on 8 labels: this result 50 %, "
                + "logistic regression 75 %, nearest neighbor 62.5 %.");
    }

    @Test
    void withoutCrossValidationNothingIsCompared() {
        final var single = LabelPropagatorMessages.of(new PropagationFigures(2, 10, 0, 0, 2, List.of(),
            Map.of(CandidateMethod.LAPLACE_CMN, 1.0), Optional.empty(), 0.955, SearchOutcome.EXACT, 1, List.of(),
            List.of()));
        assertThat(single.warnings())
            .containsExactly("With one label per class, the result cannot be compared with the "
                + "baseline, which may be as good or better. Both agree on 95.5 % of the unlabeled rows.");
        assertThat(single.facts())
            .contains("With one label per class, methods cannot be compared; the default for this "
                + "case is used: Laplace (class mass normalization).");
        assertThat(report(Map.of(CandidateMethod.LAPLACE_CMN, 1.0), null, SearchOutcome.EXACT, 1).warnings())
            .singleElement().asString().startsWith("With one label in most classes, the result cannot be compared");
    }

    @Test
    void whatIsNotReachedIsAWarning() {
        final var report = LabelPropagatorMessages
            .of(new PropagationFigures(1, 39, 20, 1, 1, List.of("b", "c"), Map.of(),
                Optional.empty(), 1, SearchOutcome.EXACT, 1, List.of("same"),
                List.of(new HashedWords("text", List.of(Gram.WORD, Gram.PAIR), 2048, true))));
        assertThat(report.warnings()).containsExactly("20 rows in 1 group have no prediction because no chain of "
            + "neighbors leads to a labeled row (Reached is false). Label a row of each such group, or increase the "
            + "number of neighbors (\"" + LabelPropagatorNodeParameters.NEIGHBORS_TITLE + "\").",
            "No row is labeled \"b\", \"c\", so these classes cannot be predicted. Label at least one row of each.");
        assertThat(report.facts()).containsExactly("19 of 39 unlabeled rows were classified from 1 label.",
            "With labels of a single class, there is no baseline to compare with.",
            "Ignored because all values are equal: \"same\".",
            "The words, pairs of words of \"text\" are hashed into 2048 features because there are too many for a "
                + "vocabulary.");
    }

    @Test
    void theSearchForNeighborsIsAWarningOnlyIfSomethingIsWrong() {
        final var approximate = new SearchOutcome(Kind.APPROXIMATE, "");
        final var found = " of the true neighbors. To find all of them, set \""
            + LabelPropagatorNodeParameters.SEARCH_TITLE
            + "\" to exact, which takes longer.";
        assertThat(report(approximate, 0.991).facts())
            .contains("The neighbor search was approximate and found 99.1 %" + found);
        assertThat(report(approximate, 0.9).warnings())
            .containsExactly("The neighbor search was approximate and found 90 %" + found);
        assertThat(report(new SearchOutcome(Kind.UNSUITABLE_ROWS, ""), 1).facts())
            .contains("All pairs of rows were compared to find neighbors, which takes long with many rows: an "
                + "approximate search needs the Euclidean distance or the cosine, and no missing cells. Fill the "
                + "missing cells or choose another \"Similarity\" to speed it up.");
        assertThat(report(new SearchOutcome(Kind.NO_LIBRARY, "It is not installed."), 1).warnings())
            .containsExactly(
                "All pairs of rows were compared to find neighbors because an approximate search needs the "
                    + "native library. It is not installed.");
        assertThat(report(new SearchOutcome(Kind.NO_GROUPS, ""), 1).facts())
            .contains("All pairs of rows were compared to find neighbors because the rows form no groups, which an "
                + "approximate search needs.");
    }
}
