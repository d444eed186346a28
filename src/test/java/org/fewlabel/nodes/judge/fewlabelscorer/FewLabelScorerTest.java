package org.fewlabel.nodes.judge.fewlabelscorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fewlabel.nodes.TestTable.texts;

import java.util.stream.IntStream;

import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

class FewLabelScorerTest {

    /** 3 of 4 unlabeled rows right (the baseline 2 of 4), 1 of 1 labeled, 1 of 2 held out undecided. */
    private static TestTable table() {
        return new TestTable().strings("label (truth)", "a", "a", "b", "b", "a", "b", "b", null)
            .strings("Role", "unlabeled", "unlabeled", "unlabeled", "unlabeled", "labeled", "held out", "held out",
                "unlabeled")
            .strings("Prediction (label)", "a", "a", "b", "a", "a", "b", null, "a")
            .doubles("Prediction (label) (Confidence)", 0.9, 0.8, 0.7, 0.6, 1, 0.9, null, 0.5)
            .doubles("P (label=a)", 0.9, 0.8, 0.3, 0.6, 1, 0.1, null, 0.5)
            .doubles("P (label=b)", 0.1, 0.2, 0.7, 0.4, 0, 0.9, null, 0.5)
            .strings("Baseline (label)", "a", "b", "a", "b", "a", null, null, "a")
            .doubles("Baseline (label) (Confidence)", 0.9, 0.8, 0.7, 0.6, 1, null, null, 0.5);
    }

    @Test
    void scoresByRoleBesideTheBaseline() throws Exception {
        final var run = TestRun.of(new FewLabelScorerNodeFactory(), table().build());
        assertThat(value(run, "unlabeled", "Accuracy", "Prediction")).isEqualTo(0.75);
        assertThat(value(run, "unlabeled", "Accuracy", "Baseline")).isEqualTo(0.5);
        assertThat(value(run, "unlabeled", "Accuracy", "Difference")).isEqualTo(0.25);
        assertThat(value(run, "unlabeled", "Accuracy", "Rows")).isEqualTo(4);
        assertThat(value(run, "unlabeled", "Balanced accuracy", "Prediction")).isEqualTo(0.75);
        assertThat(value(run, "unlabeled", "Log loss", "Prediction")).isCloseTo(
            -(Math.log(0.9) + Math.log(0.8) + Math.log(0.7) + Math.log(0.4)) / 4, within(1e-12));
        // bins of 1/15: each row in its own; |0.9-1|, |0.8-1|, |0.7-1|, |0.6-0| weighted 1/4 each
        assertThat(value(run, "unlabeled", "Expected calibration error", "Prediction")).isCloseTo(0.3, within(1e-12));
        assertThat(value(run, "labeled", "Accuracy", "Prediction")).isEqualTo(1);
        assertThat(value(run, "held out", "Accuracy", "Prediction")).as("a row without prediction is wrong")
            .isEqualTo(0.5);
        final var low = value(run, "unlabeled", "Accuracy", "Prediction (low)");
        final var high = value(run, "unlabeled", "Accuracy", "Prediction (high)");
        assertThat(low).isBetween(0.0, 0.74);
        assertThat(high).isEqualTo(1);
        assertThat(run.information()).isEqualTo("1 row was not scored because the truth is unknown.");
        assertThat(run.warning()).matches("1 of [0-9]+ scored rows has no prediction and counts as incorrect\\.");
        for (var port = 0; port < 3; port++) {
            assertThat(run.table(port).getDataTableSpec().equalStructure((DataTableSpec)run.configured().specs()[port]))
                .isTrue();
        }
    }

    @Test
    void theConfusionCountsEveryScoredRow() throws Exception {
        final var confusion = TestRun.of(new FewLabelScorerNodeFactory(), table().build()).table(1);
        assertThat(confusion.getDataTableSpec().getColumnNames()).containsExactly("Role", "Truth", "a", "b",
            "(no prediction)");
        assertThat(texts(confusion, "Role")).containsExactly("unlabeled", "unlabeled", "held out", "held out",
            "labeled",
            "labeled");
        assertThat(texts(confusion, "a")).containsExactly("2", "1", "0", "0", "1", "0");
        assertThat(texts(confusion, "b")).containsExactly("0", "1", "0", "1", "0", "0");
        assertThat(texts(confusion, "(no prediction)")).containsExactly("0", "0", "0", "1", "0", "0");
    }

    @Test
    void theReliabilityHasTenBinsPerRole() throws Exception {
        final var reliability = TestRun.of(new FewLabelScorerNodeFactory(), table().build()).table(2);
        assertThat(reliability.size()).isEqualTo(30);
        assertThat(texts(reliability, "Rows").subList(0, 10)).containsExactly("0", "0", "0", "0", "0", "1", "1", "1",
            "1",
            "0");
    }

    @Test
    void withoutRolesAllRowsAreOneGroup() throws Exception {
        final var run = TestRun.of(new FewLabelScorerNodeFactory(),
            new TestTable().strings("label", "a", "b").strings("Prediction (label)", "a", "a").build());
        assertThat(value(run, "all", "Accuracy", "Prediction")).isEqualTo(0.5);
        assertThat(value(run, "all", "Accuracy", "Baseline")).isNaN();
        assertThat(value(run, "all", "Log loss", "Prediction")).isNaN();
    }

    @Test
    void theSeedDecidesTheIntervals() throws Exception {
        final var one = texts(TestRun.of(new FewLabelScorerNodeFactory(), table().build()).table(0),
            "Prediction (low)");
        final var again = texts(TestRun.of(new FewLabelScorerNodeFactory(), table().build()).table(0),
            "Prediction (low)");
        assertThat(again).isEqualTo(one);
    }

    @Test
    void theClearlyBetterPredictionHasADifferenceAboveZero() throws Exception {
        final var truth = IntStream.range(0, 100).mapToObj(i -> i % 2 == 0 ? "a" : "b").toArray();
        final var run = TestRun.of(new FewLabelScorerNodeFactory(), new TestTable().strings("label", truth)
            .strings("Prediction (label)", truth)
            .strings("Baseline (label)", IntStream.range(0, 100).mapToObj(i -> "a").toArray()).build());
        assertThat(value(run, "all", "Accuracy", "Difference (low)")).isGreaterThan(0.3);
    }

    @Test
    void classesMayBeNamedLikeColumns() throws Exception {
        final var names = new String[]{"Role", "Truth", "(no prediction)", ""};
        final var run = TestRun.of(new FewLabelScorerNodeFactory(), new TestTable().strings("label", (Object[])names)
            .strings("Prediction (label)", (Object[])names).build());
        assertThat(run.table(1).getDataTableSpec().getNumColumns()).isEqualTo(7);
        assertThat(value(run, "all", "Accuracy", "Prediction")).isEqualTo(1);
    }

    @Test
    void wholeNumbersAndTextAreCompared() throws Exception {
        final var run = TestRun.of(new FewLabelScorerNodeFactory(),
            new TestTable().ints("label", 1, 2).strings("Prediction (label)", "1", "2").build());
        assertThat(value(run, "all", "Accuracy", "Prediction")).isEqualTo(1);
    }

    @Test
    void noKnownTruthIsAnError() {
        assertThatThrownBy(() -> TestRun.of(new FewLabelScorerNodeFactory(),
            new TestTable().strings("label", null, null).strings("Prediction (label)", "a", "b").build()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("nothing to score")
            .hasMessageContaining("\"label\"");
    }

    @Test
    void noPredictionColumnIsAnError() {
        assertThatThrownBy(
            () -> TestRun.of(new FewLabelScorerNodeFactory(), new TestTable().strings("label", "a").build()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("Prediction column");
    }

    @Test
    void anEmptyTableIsAnError() {
        assertThatThrownBy(() -> TestRun.of(new FewLabelScorerNodeFactory(),
            new TestTable().strings("label").strings("Prediction (label)").build())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("nothing to score");
    }

    @Test
    void theSameColumnTwiceIsAnError() {
        assertThatThrownBy(
            () -> TestRun.of(new FewLabelScorerNodeFactory(), s -> s.addString("prediction", "label (truth)"),
                table().build()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("same column");
    }

    private static double value(final TestRun run, final String role, final String measure, final String column) {
        final BufferedDataTable scores = run.table(0);
        final var roles = texts(scores, "Role");
        final var measures = texts(scores, "Measure");
        final var row = IntStream.range(0, roles.size())
            .filter(i -> roles.get(i).equals(role) && measures.get(i).equals(measure)).findFirst().orElseThrow();
        final var text = texts(scores, column).get(row);
        return text == null ? Double.NaN : Double.parseDouble(text);
    }
}
