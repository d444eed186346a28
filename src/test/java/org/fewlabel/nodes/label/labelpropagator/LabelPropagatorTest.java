package org.fewlabel.nodes.label.labelpropagator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;
import static org.fewlabel.nodes.TestTable.twoGroups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fewlabel.nodes.ColumnSettings;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;

class LabelPropagatorTest {

    private static final String PREDICTION = "Prediction (label)";

    private static TestRun run(final BufferedDataTable table) throws Exception {
        return TestRun.of(new LabelPropagatorNodeFactory(), table);
    }

    @Test
    void labelsGoToTheRowsThatResembleThem() throws Exception {
        final var run = run(twoGroups(20, "low", "high").build());
        assertThat(texts(run.table(0), PREDICTION)).isEqualTo(groups(20, "low", "high"));
        assertThat(texts(run.table(0), "Reached")).containsOnly("true");
        assertThat(texts(run.table(0), "Contradicted")).startsWith("false", null);
        assertThat(texts(run.table(0), "Baseline (label)")).isEqualTo(groups(20, "low", "high"));
        assertThat(run.table(0).getDataTableSpec().getColumnNames()).containsExactly("x", "y", "label", PREDICTION,
            "Prediction (label) (Confidence)", "P (label=low)", "P (label=high)", "Reached", "Contradicted",
            "Baseline (label)", "Baseline (label) (Confidence)");
        assertThat(run.information()).contains("38 of 38 unlabeled rows were classified from 2 labels.");
        assertThat(run.warning()).startsWith("With one label per class, ").contains("agree on 100 % of the unlabeled");
        assertThat(run.table(0).getDataTableSpec().equalStructure((DataTableSpec)run.configured().specs()[0])).isTrue();
        assertThat(run.object(1).getSpec()).usingRecursiveComparison().ignoringFields("fitted")
            .isEqualTo(run.configured().specs()[1]);
        assertThat(run.object(1).getSummary()).contains("2 classes", "2 columns", "2 labeled of 40 rows");
    }

    /** So few rows are compared quickly, so the approximate search is not used, with a message. */
    @Test
    void howNeighborsAreSoughtIsASettingAndWhatCameOfItIsLogged() throws Exception {
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), s -> s.addString("search", "APPROXIMATE"),
            twoGroups(20, "low", "high").build());
        assertThat(texts(run.table(0), PREDICTION)).isEqualTo(groups(20, "low", "high"));
        assertThat(run.information()).contains("All pairs of rows were compared");
        assertThat(run(twoGroups(20, "low", "high").build()).information()).doesNotContain("pairs of rows");
    }

    @Test
    void anUnreachableGroupStaysWithoutAPredictionAndIsCounted() throws Exception {
        final var table = twoGroups(20, "low", "high");
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), s -> neighbors(s, 3),
            withoutLabelOf(table.build(), 20));
        assertThat(texts(run.table(0), PREDICTION).subList(0, 20)).containsOnly("low");
        assertThat(texts(run.table(0), PREDICTION).subList(20, 40)).containsOnlyNulls();
        assertThat(texts(run.table(0), "Reached").subList(20, 40)).containsOnly("false");
        assertThat(run.warning()).contains("20 rows in 1 group have no prediction", "Label a row of each such group");
        assertThat(run.information()).contains("19 of 39 unlabeled rows were classified from 1 label.");
    }

    @Test
    void aContradictedLabelIsKeptAndFlagged() throws Exception {
        final var labels = new Object[40];
        for (var i = 0; i < 40; i += 4) {
            labels[i] = i < 20 ? "low" : "high";
        }
        labels[8] = "high";
        final var run = run(relabeled(twoGroups(20, "low", "high").build(), labels));
        assertThat(texts(run.table(0), "label").get(8)).isEqualTo("high");
        assertThat(texts(run.table(0), PREDICTION).get(8)).isEqualTo("high");
        final var flags = texts(run.table(0), "Contradicted");
        assertThat(IntStream.range(0, 40).filter(i -> "true".equals(flags.get(i)))).containsExactly(8);
        assertThat(run.information()).contains("Selected by cross-validation (weights): ");
        assertThat(run.warning()).contains("Cross-validated accuracy on 10 labels: this result ", "nearest neighbor ");
    }

    @Test
    void heldOutRowsAreIgnored() throws Exception {
        final var all = twoGroups(20, "low", "high");
        final var roles = new Object[40];
        Arrays.fill(roles, "unlabeled");
        roles[5] = "held out";
        roles[20] = "held out";
        final var run = run(all.strings("Role", roles).build());
        assertThat(texts(run.table(0), PREDICTION).get(5)).isNull();
        assertThat(texts(run.table(0), "Reached").get(5)).isNull();
        // the only label of the second group is on a row that is held out: no learner may know of it
        assertThat(texts(run.table(0), PREDICTION)).doesNotContain("high");
        assertThat(run.warning()).contains("All labels are \"low\"", "No row is labeled \"high\"");
        assertThat(run.information()).contains("2 held-out rows were ignored.");
    }

    @Test
    void columnsDerivedFromTheLabelAreNoFeatures() throws Exception {
        final var table = twoGroups(20, "low", "high");
        final var leak = IntStream.range(0, 40).mapToObj(i -> (Object)(double)(i % 2 * 1000)).toArray();
        final var run = run(table.doubles("label (truth)", leak).doubles("P (label=low)", leak)
            .doubles("Prediction (label) (Confidence)", leak).doubles("Baseline (label)", leak).build());
        assertThat(texts(run.table(0), "Prediction (label) (#1)")).isEqualTo(groups(20, "low", "high"));
        assertThat(run.object(1).getSummary()).contains("from 2 columns");
    }

    @Test
    void anIdIsNoFeatureAndIsNamed() throws Exception {
        final var ids = IntStream.range(0, 40).mapToObj(i -> (Object)("patient " + i)).toArray();
        final var run = run(twoGroups(20, "low", "high").strings("patient", ids).build());
        assertThat(run.information()).contains("Ignored because every value is unique (probably an ID): \"patient\".");
        assertThat(texts(run.table(0), PREDICTION)).isEqualTo(groups(20, "low", "high"));
    }

    @Test
    void aRowCounterIsNoFeatureAndIsNamed() throws Exception {
        final var counter = IntStream.range(0, 40).mapToObj(i -> (Object)(1000 + i + i / 5)).toArray();
        final var run = run(twoGroups(20, "low", "high").ints("nr", counter).build());
        assertThat(run.information()).contains("unique (probably an ID): \"nr\".");
    }

    @Test
    void numbersWrittenAsTextAreNumbers() throws Exception {
        final var groups = twoGroups(20, "low", "high").build();
        final var text = texts(groups, "x").stream().map(x -> (Object)(" " + x)).toArray();
        text[7] = "n/a";
        final var run = run(
            new TestTable().strings("weight", text).strings("label", texts(groups, "label").toArray()).build());
        assertThat(run.information())
            .contains("Read as numbers because nearly all text there is a number: \"weight\".");
        assertThat(run.warning()).contains("Non-numeric entries of \"weight\" are treated as missing: \"n/a\".");
        assertThat(texts(run.table(0), PREDICTION).subList(8, 40)).isEqualTo(groups(20, "low", "high").subList(8, 40));
        final var applied = TestRun.of(new FewLabelPredictorNodeFactory(), run.object(1),
            new TestTable().strings("weight", "0.5", "9.5", "heavy", null).build());
        assertThat(texts(applied.table(0), PREDICTION)).containsExactly("low", "high", null, null);
    }

    @Test
    void aColumnThatRepeatsAnotherIsLeftOut() throws Exception {
        final var groups = twoGroups(20, "low", "high");
        final var run = run(
            groups.doubles("x again", texts(groups.build(), "x").stream().map(Double::valueOf).toArray())
                .build());
        assertThat(run.information()).contains("another column has the same values: \"x again\".");
        assertThat(run.object(1).getSummary()).contains("from 2 columns");
    }

    @Test
    void aConstantColumnIsNamed() throws Exception {
        final var run = run(
            twoGroups(20, "low", "high").strings("country", Collections.nCopies(40, "DE").toArray()).build());
        assertThat(run.information()).contains("Ignored because all values are equal: \"country\".");
    }

    @Test
    void theLabeledRowsThatDecidedAreNamed() throws Exception {
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), settings -> {
            settings.addBoolean("decidedBy", true);
            settings.addInt("decidingRows", 2);
        }, twoGroups(20, "low", "high").build());
        assertThat(texts(run.table(0), "Decided by 1").subList(0, 20)).containsOnly("Row0");
        assertThat(texts(run.table(0), "Decided by 1").subList(20, 40)).containsOnly("Row20");
        assertThat(texts(run.table(0), "Decided by 1 (share)")).allSatisfy(
            share -> assertThat(Double.parseDouble(share)).isBetween(0.5, 1.0));
        assertThat(run.table(0).getDataTableSpec().equalStructure((DataTableSpec)run.configured().specs()[0])).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTOMATIC", "SPREADING", "PROPAGATION", "LAPLACE_CMN", "POISSON", "POISSON_MBO"})
    void everyMethodFindsTwoGroups(final String method) throws Exception {
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), s -> s.addString("method", method),
            twoGroups(20, "low", "high").build());
        assertThat(texts(run.table(0), PREDICTION)).isEqualTo(groups(20, "low", "high"));
        final var applied = TestRun.of(new FewLabelPredictorNodeFactory(), run.object(1),
            new TestTable().doubles("x", 0, 10).doubles("y", 0, -10).build());
        assertThat(texts(applied.table(0), PREDICTION)).containsExactly("low", "high");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTOMATIC", "EUCLIDEAN", "GOWER"})
    void everySimilarityThatSuitsFindsTwoGroups(final String similarity) throws Exception {
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), s -> s.addString("similarity", similarity),
            twoGroups(20, "low", "high").build());
        assertThat(texts(run.table(0), PREDICTION)).isEqualTo(groups(20, "low", "high"));
    }

    @Test
    void givenSharesAreUsed() throws Exception {
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), s -> {
            s.addString("method", "LAPLACE_CMN");
            give(s, "low", 50, "high", 50);
        }, twoGroups(20, "low", "high").build());
        assertThat(texts(run.table(0), PREDICTION)).isEqualTo(groups(20, "low", "high"));
    }

    @Test
    void aShareOfNoClassIsNamedAlreadyAtConfigure() {
        assertThatThrownBy(() -> TestRun.of(new LabelPropagatorNodeFactory(), s -> {
            s.addString("method", "LAPLACE_CMN");
            give(s, "low", 50, "hihg", 50);
        }, twoGroups(20, "low", "high").build())).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"hihg\"").hasMessageContaining("\"low\", \"high\"");
    }

    @Test
    void sharesThatAreToBeGivenButAreNotAreNamed() {
        assertThatThrownBy(() -> TestRun.of(new LabelPropagatorNodeFactory(), s -> s.addString("shares", "GIVEN"),
            twoGroups(4, "low", "high").build())).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"Known class distribution\" lists no class");
    }

    @Test
    void anEmptyTableIsAnError() {
        assertFails(() -> run(new TestTable().doubles("x").strings("label").build()), "has no rows");
    }

    @Test
    void noLabelIsAnError() {
        assertFails(() -> run(new TestTable().doubles("x", 1, 2, 3).strings("label", null, null, null).build()),
            "No row has a label", "\"label\"", "3 rows");
    }

    @Test
    void aSingleClassIsReportedAndPredictedForAll() throws Exception {
        final var run = run(twoGroups(20, "only", "only").build());
        assertThat(texts(run.table(0), PREDICTION)).containsOnly("only");
        assertThat(run.warning()).contains("All labels are \"only\"");
    }

    @Test
    void allRowsLabeledIsReported() throws Exception {
        final var run = run(new TestTable().doubles("x", 1, 2, 9, 10).strings("label", "a", "a", "b", "b").build());
        assertThat(texts(run.table(0), PREDICTION)).containsExactly("a", "a", "b", "b");
        assertThat(run.warning()).contains("All rows are labeled");
    }

    @Test
    void aDoubleLabelColumnNamesTheNodeThatHelps() {
        assertThatThrownBy(() -> TestRun.of(new LabelPropagatorNodeFactory(), s -> s.addString("label", "y"),
            new TestTable().doubles("x", 1, 2).doubles("y", 0.5, null).build()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"y\"")
            .hasMessageContaining("Number to String");
    }

    @Test
    void wholeNumbersAreReadAsClassNames() throws Exception {
        final var run = run(new TestTable().doubles("x", 0, 0.1, 0.2, 9, 9.1, 9.2)
            .ints("label", 0, null, null, 1, null, null).build());
        assertThat(texts(run.table(0), PREDICTION)).containsExactly("0", "0", "0", "1", "1", "1");
        assertThat(run.table(0).getDataTableSpec().getColumnSpec(PREDICTION).getType()).isEqualTo(IntCell.TYPE);
        assertThat(run.information()).contains("whole numbers of the label column \"label\" are read as 2 class names");
    }

    @Test
    void fiveThousandWholeNumbersAreNoClasses() {
        final var many = IntStream.range(0, 5000).boxed().toArray();
        assertFails(() -> run(new TestTable().doubles("x", many).ints("label", many).build()),
            "5000 different whole numbers", "looks like a measurement", "Number to String");
    }

    @Test
    void booleansCanBeLabelsAndFeatures() throws Exception {
        final var run = run(new TestTable().booleans("smoker", true, true, true, false, false, false)
            .doubles("x", 0, 0.1, 0.2, 9, 9.1, 9.2).booleans("label", true, null, null, false, null, null).build());
        assertThat(texts(run.table(0), PREDICTION)).containsExactly("true", "true", "true", "false", "false", "false");
        assertThat(run.table(0).getDataTableSpec().getColumnSpec(PREDICTION).getType()).isEqualTo(BooleanCell.TYPE);
    }

    @Test
    void aMissingSelectedFeatureIsNamed() throws Exception {
        final var table = twoGroups(3, "a", "b").build();
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), s -> choose(s, "x", "weight"), table);
        assertThat(run.warning()).contains("The table no longer has \"weight\", chosen under \"Features\".");
        assertThatThrownBy(
            () -> TestRun.of(new LabelPropagatorNodeFactory(), s -> choose(s, "height", "weight"), table))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageStartingWith("No feature column is left under \"Features\". The table no longer has \"height\", "
                + "\"weight\", chosen under \"Features\".");
    }

    @Test
    void aMissingLabelColumnIsNamed() {
        final var table = twoGroups(3, "a", "b").build();
        assertThatThrownBy(
            () -> TestRun.of(new LabelPropagatorNodeFactory(), s -> s.addString("label", "diagnosis"), table))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"diagnosis\"")
            .hasMessageContaining("Label column");
    }

    @Test
    void noFeatureIsAnError() {
        final var table = new TestTable().strings("label", "a", null).build();
        assertThatThrownBy(() -> run(table)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("No feature column");
    }

    @Test
    void infiniteAndNotANumberCountAsMissing() throws Exception {
        final var x = new Object[]{0, 0.1, Double.NaN, Double.POSITIVE_INFINITY, 9, 9.1, 9.2, Double.NEGATIVE_INFINITY};
        final var run = run(new TestTable().doubles("x", x).doubles("y", 0, 0, 0, 0, 9, 9, 9, 9)
            .strings("label", "a", null, null, null, "b", null, null, null).build());
        assertThat(texts(run.table(0), PREDICTION)).containsExactly("a", "a", "a", "a", "b", "b", "b", "b");
        assertThat(run.warning()).contains("2 infinite numbers of \"x\" are treated as missing.");
    }

    @Test
    void aRowWithoutAnyValueStaysUnreached() throws Exception {
        final var run = run(new TestTable().doubles("x", 0, 0.1, null, 9, 9.1).doubles("y", 0, 0.1, null, 9, 9.1)
            .strings("label", "a", null, null, "b", null).build());
        assertThat(texts(run.table(0), PREDICTION)).containsExactly("a", "a", null, "b", "b");
        assertThat(texts(run.table(0), "Reached").get(2)).isEqualTo("false");
    }

    @Test
    void oneRowIsEnough() throws Exception {
        final var run = run(new TestTable().doubles("x", 1).strings("label", "a").build());
        assertThat(texts(run.table(0), PREDICTION)).containsExactly("a");
    }

    @Test
    void moreNeighborsThanRowsAreAllRows() throws Exception {
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), s -> neighbors(s, 1_000_000),
            twoGroups(4, "low", "high").build());
        assertThat(texts(run.table(0), PREDICTION)).isEqualTo(groups(4, "low", "high"));
    }

    @Test
    void noNeighborIsAnErrorThatNamesTheSetting() {
        assertThatThrownBy(() -> TestRun.of(new LabelPropagatorNodeFactory(), s -> neighbors(s, 0),
            twoGroups(4, "low", "high").build())).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"Set number of neighbors\" must be at least 1, not 0");
    }

    @Test
    void theSameAgainGivesTheSame() throws Exception {
        final var table = twoGroups(50, "low", "high").build();
        assertThat(texts(run(table).table(0), "Prediction (label) (Confidence)"))
            .isEqualTo(texts(run(table).table(0), "Prediction (label) (Confidence)"));
    }

    private static void assertFails(final ThrowingCallable call, final String... words) {
        assertThatThrownBy(call).isInstanceOf(KNIMEException.class).message().contains(words);
    }

    private static List<String> groups(final int perGroup, final String first, final String second) {
        final var all = new ArrayList<>(Collections.nCopies(perGroup, first));
        all.addAll(Collections.nCopies(perGroup, second));
        return all;
    }

    private static void give(final NodeSettings settings, final Object... classesAndShares) {
        settings.addString("shares", "GIVEN");
        final var given = settings.addNodeSettings("givenShares");
        for (var i = 0; i < classesAndShares.length; i += 2) {
            final var share = given.addNodeSettings(Integer.toString(i / 2));
            share.addString("class", (String)classesAndShares[i]);
            share.addDouble("share", (Integer)classesAndShares[i + 1]);
        }
    }

    private static void choose(final NodeSettings settings, final String... columns) {
        ColumnSettings.choose(settings, "features", columns);
    }

    private static void neighbors(final NodeSettings settings, final int count) {
        settings.addInt("neighbours", count);
        settings.addBoolean("neighbours_is_present", true);
    }

    private static BufferedDataTable withoutLabelOf(final BufferedDataTable table, final int row) {
        final var labels = texts(table, "label").toArray();
        labels[row] = null;
        return relabeled(table, labels);
    }

    private static BufferedDataTable relabeled(final BufferedDataTable table, final Object[] labels) {
        assertThat(table.getDataTableSpec().getColumnSpec("label").getType()).isEqualTo(StringCell.TYPE);
        return new TestTable().doubles("x", numbers(table, "x")).doubles("y", numbers(table, "y"))
            .strings("label", labels)
            .build();
    }

    private static Object[] numbers(final BufferedDataTable table, final String column) {
        return texts(table, column).stream().map(Double::valueOf).toArray();
    }
}
