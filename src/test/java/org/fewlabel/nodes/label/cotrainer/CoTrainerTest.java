package org.fewlabel.nodes.label.cotrainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;
import static org.fewlabel.nodes.label.RoundTables.PREDICTION;
import static org.fewlabel.nodes.label.RoundTables.clouds;
import static org.fewlabel.nodes.label.RoundTables.rounds;
import static org.fewlabel.nodes.label.RoundTables.share;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.fewlabel.nodes.ColumnSettings;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.label.RoundTables;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.fewlabel.port.ClassifierPortObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;

class CoTrainerTest {

    @BeforeAll
    static void register() throws Exception {
        RoundTables.registerPortTypes();
    }

    private static TestRun run(final Consumer<NodeSettings> change, final BufferedDataTable table) throws Exception {
        return TestRun.of(new CoTrainerNodeFactory(), s -> {
            ColumnSettings.twoViews(s);
            change.accept(s);
        }, table);
    }

    private static void believe(final NodeSettings settings) {
        rounds(settings).addBoolean("onlyIfBetter", false);
    }

    private static void choose(final NodeSettings settings, final String view, final String... columns) {
        ColumnSettings.choose(settings, view, columns);
    }

    /** Two views, each of which separates the classes, independent within them. */
    private static TestTable views(final int labeled) {
        return clouds(40, labeled).doubles("u", beside(1)).doubles("v", beside(2));
    }

    private static Object[] beside(final long seed) {
        final var random = new Random(seed);
        return IntStream.range(0, 80).mapToObj(i -> (i < 40 ? 0 : 3) + random.nextGaussian()).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CO_TRAINING", "TRI_TRAINING"})
    void networksTeachEachOtherToo(final String method) throws Exception {
        final var run = run(s -> {
            believe(s);
            s.addString("method", method);
            s.addString("learner", "NETWORK");
            rounds(s).addInt("rounds", 1);
        }, views(3).build());
        assertThat(share(run, 40)).isGreaterThan(0.85);
        assertThat(texts(run.table(2), "Predicted by")).containsExactly(null, "Neural network");
    }

    @Test
    void theAnnouncedSpecIsThatOfTheOutput() throws Exception {
        final var run = run(s -> {}, views(10).build());
        assertThat(run.table(0).getDataTableSpec().getColumnNames()).containsExactly("x", "y", "label", "u", "v",
            PREDICTION,
            "Prediction (label) (Confidence)", "P (label=low)", "P (label=high)", "Contradicted", "Baseline (label)",
            "Baseline (label) (Confidence)");
        assertThat(run.table(0).getDataTableSpec().equalStructure((DataTableSpec)run.configured().specs()[0])).isTrue();
        assertThat(run.object(1).getSpec()).usingRecursiveComparison().ignoringFields("fitted")
            .isEqualTo(run.configured().specs()[1]);
        assertThat(run.table(2).getDataTableSpec().equalStructure((DataTableSpec)run.configured().specs()[2])).isTrue();
        assertThat(((ClassifierPortObject)run.object(1)).provenance().parameters())
            .containsEntry("Method", "Co-training").containsEntry("View A", "x, y").containsEntry("View B", "u, v")
            .containsEntry("Rows per class and round", "5").containsKeys("Base learner of the rounds", "Result");
        assertThat(share(run, 40)).isGreaterThan(0.95);
        assertThat(run.information())
            .contains("The base learner is ", "Cross-validated accuracy on 20 labels: View A ");
        assertThat(run.warning()).doesNotContain("not independent", "not clearly better than always");
    }

    @Test
    void dependentViewsAreReported() throws Exception {
        final var table = clouds(40, 10).build();
        final var random = new Random(3);
        final var run = run(s -> {}, clouds(40, 10)
            .doubles("x like",
                texts(table, "x").stream().map(x -> Double.valueOf(x) + 0.1 * random.nextGaussian()).toArray())
            .doubles("y like",
                texts(table, "y").stream().map(y -> Double.valueOf(y) + 0.1 * random.nextGaussian()).toArray())
            .build());
        assertThat(run.warning()).contains("The views are not independent", "Tri-training");
    }

    @Test
    void aUselessViewIsReported() throws Exception {
        final var random = new Random(6);
        final var noise = IntStream.range(0, 80).mapToObj(i -> (Object)random.nextGaussian()).toArray();
        final var run = run(s -> {
            choose(s, "viewA", "x", "y");
            choose(s, "viewB", "noise");
        }, clouds(40, 10).doubles("noise", noise).build());
        assertThat(run.warning())
            .contains("View B is not clearly better than always predicting the most frequent class")
            .doesNotContain("View A is not");
    }

    @Test
    void aColumnInBothViewsIsNamed() {
        assertThatThrownBy(() -> run(s -> {
            choose(s, "viewA", "x", "y", "u");
            choose(s, "viewB", "u", "v");
        }, views(10).build())).isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"View A\"")
            .hasMessageContaining("\"View B\"").hasMessageContaining("there is \"u\"")
            .hasMessageContaining("Remove it");
    }

    @ParameterizedTest
    @CsvSource({"viewA, View A", "viewB, View B"})
    void anEmptyViewIsNamed(final String key, final String title) {
        assertThatThrownBy(() -> run(s -> choose(s, key), views(10).build()))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("No feature column is left under \"" + title + "\"")
            .hasMessageContaining("Tri-training");
    }

    @Test
    void aViewThatDoesNotVaryIsNamed() {
        assertThatThrownBy(() -> run(s -> {
            choose(s, "viewA", "x", "y");
            choose(s, "viewB", "constant");
        }, clouds(40, 10).doubles("constant", Collections.nCopies(80, 1.0).toArray()).build()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("No column of \"View B\" can be used");
    }

    @Test
    void aMissingSelectedColumnIsNamed() {
        assertThatThrownBy(() -> run(s -> choose(s, "viewB", "weight"), views(10).build()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"weight\"");
    }

    @Test
    void vectorsAndNumbersAreTwoViews() throws Exception {
        final var random = new Random(8);
        final var vectors = IntStream.range(0, 80)
            .mapToObj(i -> (Object)random.doubles(3).map(d -> d + i / 40).toArray()).toArray();
        final var run = run(CoTrainerTest::believe, clouds(40, 10).vectors("spectrum", vectors).build());
        assertThat(((ClassifierPortObject)run.object(1)).provenance().parameters()).containsEntry("View A", "x, y")
            .containsEntry("View B", "spectrum");
        assertThat(share(run, 40)).isGreaterThan(0.95);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGISTIC", "FOREST", "NEIGHBOURS", "NAIVE_BAYES"})
    void everyLearnerCanBeSavedAndPredictsTheSame(final String learner, @TempDir final Path folder) throws Exception {
        for (final var method : new String[]{"CO_TRAINING", "TRI_TRAINING"}) {
            final var run = run(s -> {
                s.addString("method", method);
                s.addString("learner", learner);
                believe(s);
            }, views(15).build());
            assertThat(share(run, 40)).isGreaterThan(0.9);
            final var classifier = (ClassifierPortObject)run.object(1);
            assertThat(classifier.provenance().parameters().get("Result")).startsWith("round ");
            RoundTables.assertPredictsTheSameWhenLoaded(classifier, folder.resolve(method), views(0).build());
            assertThat(texts(run.table(2), "Thresholds").get(1) == null).isEqualTo(method.equals("TRI_TRAINING"));
        }
    }

    @Test
    void newRowsNeedTheColumnsOfBothViews() throws Exception {
        final var run = run(CoTrainerTest::believe, views(10).build());
        final var applied = TestRun.of(new FewLabelPredictorNodeFactory(), run.object(1), new TestTable()
            .doubles("v", 0, 3).doubles("u", 0, 3).doubles("y", 0, 3).doubles("x", 0, 3).build());
        assertThat(texts(applied.table(0), PREDICTION)).containsExactly("low", "high");
        assertThatThrownBy(() -> TestRun.of(new FewLabelPredictorNodeFactory(), run.object(1),
            new TestTable().doubles("x", 0).doubles("y", 0).build())).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"u\"");
    }

    @Test
    void aRowWithOneViewMissingIsPredictedByTheOther() throws Exception {
        final var run = run(s -> {
            believe(s);
            s.addString("learner", "NEIGHBOURS");
        }, views(10).build());
        final var applied = TestRun.of(new FewLabelPredictorNodeFactory(), run.object(1), new TestTable()
            .doubles("x", 0, null, null).doubles("y", 0, null, null).doubles("u", null, 3, null)
            .doubles("v", null, 3, null)
            .build());
        assertThat(texts(applied.table(0), PREDICTION)).containsExactly("low", "high", null);
    }

    @Test
    void theTruthTellsHowManyPseudoLabelsAreCorrect() throws Exception {
        final var run = run(CoTrainerTest::believe,
            views(10).strings("label (truth)", RoundTables.classes(40)).build());
        final var precision = texts(run.table(2), "Pseudo-label accuracy");
        assertThat(Double.parseDouble(precision.get(1))).isBetween(0.9, 1.0);
        assertThat(texts(run.table(2), "Confusion matrix").get(1)).contains("low: ", "high: ");
        assertThat(run.information()).contains("Check against the truth column (not used for training): ");
    }

    @Test
    void heldOutRowsAreIgnored() throws Exception {
        final var roles = new Object[80];
        Arrays.fill(roles, "unlabeled");
        roles[45] = "held out";
        final var run = run(s -> {}, views(10).strings("Role", roles).build());
        assertThat(texts(run.table(0), PREDICTION).get(45)).isNull();
        assertThat(run.information()).contains("1 held-out row was ignored.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CO_TRAINING", "TRI_TRAINING"})
    void theSameAgainGivesTheSame(final String method) throws Exception {
        final Consumer<NodeSettings> change = s -> {
            s.addString("method", method);
            s.addString("learner", "FOREST");
            believe(s);
        };
        final var once = run(change, views(10).build());
        final var again = run(change, views(10).build());
        assertThat(texts(again.table(0), "P (label=low)")).isEqualTo(texts(once.table(0), "P (label=low)"));
        assertThat(texts(again.table(2), "Total weight")).isEqualTo(texts(once.table(2), "Total weight"));
    }

    @Test
    void aSettingOutOfRangeIsNamed() {
        assertThatThrownBy(() -> run(s -> s.addInt("perClass", 0), views(2).build()))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"Rows per class and round\" must be at least 1, not 0.");
        assertThatThrownBy(() -> run(s -> rounds(s).addInt("rounds", 2000), views(2).build()))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"Maximum number of rounds\" must be from 1 to 1,000");
    }
}
