package org.fewlabel.nodes.label.pseudolabeler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;
import static org.fewlabel.nodes.TestTable.twoGroups;
import static org.fewlabel.nodes.label.RoundTables.PREDICTION;
import static org.fewlabel.nodes.label.RoundTables.clouds;
import static org.fewlabel.nodes.label.RoundTables.rounds;
import static org.fewlabel.nodes.label.RoundTables.share;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Consumer;

import org.fewlabel.headless.slice.PortObjectFiles;
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
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

class PseudoLabelerTest {

    @BeforeAll
    static void register() throws Exception {
        RoundTables.registerPortTypes();
    }

    private static TestRun run(final BufferedDataTable table) throws Exception {
        return run(s -> {}, table);
    }

    private static TestRun run(final Consumer<NodeSettings> change, final BufferedDataTable table) throws Exception {
        return TestRun.of(new PseudoLabelerNodeFactory(), change, table);
    }

    @Test
    void theAnnouncedSpecIsThatOfTheOutput() throws Exception {
        final var run = run(clouds(40, 10).build());
        assertThat(run.table(0).getDataTableSpec().getColumnNames()).containsExactly("x", "y", "label", PREDICTION,
            "Prediction (label) (Confidence)", "P (label=low)", "P (label=high)", "Contradicted", "Baseline (label)",
            "Baseline (label) (Confidence)");
        assertThat(run.table(0).getDataTableSpec().equalStructure((DataTableSpec)run.configured().specs()[0])).isTrue();
        assertThat(run.object(1).getSpec()).usingRecursiveComparison().ignoringFields("fitted")
            .isEqualTo(run.configured().specs()[1]);
        assertThat(run.table(2).getDataTableSpec().equalStructure((DataTableSpec)run.configured().specs()[2])).isTrue();
        assertThat(run.object(1).getSummary()).contains("2 classes", "2 columns", "Pseudo-Labeler",
            "20 labeled of 80 rows");
    }

    @Test
    void theLabeledRowsAreKeptAndTheOthersPredicted() throws Exception {
        final var run = run(clouds(40, 10).build());
        assertThat(share(run, 40)).isGreaterThan(0.9);
        assertThat(texts(run.table(0), PREDICTION).subList(0, 10)).containsOnly("low");
        assertThat(texts(run.table(0), "Contradicted").subList(10, 40)).containsOnlyNulls();
        assertThat(run.information()).contains("The base learner is ",
            "which has the lowest cross-validated error on 20 labels.");
    }

    @Test
    void withoutDoubtTheRoundsAreTheResult() throws Exception {
        final var run = run(s -> rounds(s).addBoolean("onlyIfBetter", false), clouds(40, 10).build());
        assertThat(Collections.frequency(texts(run.table(2), "Result"), "true")).isEqualTo(1);
        assertThat(texts(run.table(2), "Result").get(0)).isEqualTo("false");
        assertThat(texts(run.table(2), "Round")).startsWith("0", "1");
        assertThat(texts(run.table(2), "Pseudo-labels").get(0)).isEqualTo("0");
        assertThat(Integer.parseInt(texts(run.table(2), "Pseudo-labels").get(1))).isBetween(1, 60)
            .isEqualTo(Integer.parseInt(texts(run.table(2), "Added").get(1)));
        assertThat(texts(run.table(2), "Thresholds").get(1)).matches("low \\d\\.\\d{3}, high \\d\\.\\d{3}");
        assertThat(texts(run.table(2), "Cross-validated accuracy")).doesNotContainNull();
        assertThat(texts(run.table(2), "Pseudo-label accuracy")).containsOnlyNulls();
        assertThat(texts(run.table(2), "Confusion matrix")).containsOnlyNulls();
        assertThat(run.information()).contains("The result is round ", "It agrees with the baseline on ");
        assertThat(run.warning() + run.information()).contains("As chosen, it was not checked");
    }

    @Test
    void withTooFewLabelsForValidationTheBaselineIsTheResult() throws Exception {
        final var run = run(twoGroups(20, "low", "high").build());
        assertThat(texts(run.table(2), "Result").get(0)).isEqualTo("true");
        assertThat(texts(run.table(2), "Cross-validated accuracy")).containsOnlyNulls();
        assertThat(texts(run.table(0), PREDICTION)).isEqualTo(texts(run.table(0), "Baseline (label)"));
        assertThat(run.information()).contains("The base learner is logistic regression, the most robust one.");
        assertThat(run.warning())
            .startsWith("The result is the baseline because there are too few labels to check whether "
                + "6 rounds of pseudo-labels improve it;");
    }

    @Test
    void theTruthGivesTheAccuracyOfPseudoLabels() throws Exception {
        final var truth = RoundTables.classes(40);
        truth[79] = "other";
        final var run = run(s -> rounds(s).addBoolean("onlyIfBetter", false),
            clouds(40, 10).strings("label (truth)", truth).build());
        final var precision = texts(run.table(2), "Pseudo-label accuracy");
        assertThat(precision.get(0)).isNull();
        assertThat(precision.subList(1, precision.size())).allSatisfy(
            p -> assertThat(Double.parseDouble(p)).isBetween(0.8, 1.0));
        assertThat(texts(run.table(2), "Confusion matrix").get(1)).startsWith("low: ").contains(" low", "; high: ",
            "; other: 1 high");
        assertThat(run.information()).contains("Check against the truth column (not used for training): ");
        assertThat(run.warning()).contains("The truth column has rows of \"other\", but no row is labeled so.");
        assertThat(run.object(1).getSummary()).contains("from 2 columns");
    }

    @Test
    void theTruthChangesNothingThatIsLearned() throws Exception {
        final var with = run(clouds(40, 10).strings("label (truth)", Collections.nCopies(80, "low").toArray()).build());
        assertThat(texts(with.table(0), "P (label=low)"))
            .isEqualTo(texts(run(clouds(40, 10).build()).table(0), "P (label=low)"));
    }

    @Test
    void theSameAgainGivesTheSame() throws Exception {
        final Consumer<NodeSettings> forest = s -> {
            s.addString("learner", "FOREST");
            rounds(s).addBoolean("onlyIfBetter", false);
        };
        final var once = run(forest, clouds(40, 10).build());
        final var again = run(forest, clouds(40, 10).build());
        assertThat(texts(again.table(0), "P (label=low)")).isEqualTo(texts(once.table(0), "P (label=low)"));
        assertThat(texts(again.table(2), "Total weight")).isEqualTo(texts(once.table(2), "Total weight"));
        final var other = run(s -> {
            forest.accept(s);
            rounds(s).addLong("seed", 2);
        }, clouds(40, 10).build());
        assertThat(texts(other.table(0), "P (label=low)")).isNotEqualTo(texts(once.table(0), "P (label=low)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTOMATIC", "LOGISTIC", "FOREST", "NEIGHBOURS", "NAIVE_BAYES", "SOFT_EM", "NETWORK"})
    void everyLearnerCanBeSavedAndPredictsTheSame(final String learner, @TempDir final Path folder) throws Exception {
        final var run = run(s -> {
            s.addString("learner", learner);
            rounds(s).addBoolean("onlyIfBetter", false);
            rounds(s).addInt("rounds", learner.equals("NETWORK") ? 1 : 10);
        }, clouds(40, learner.equals("NETWORK") ? 3 : 10).build());
        assertThat(share(run, 40)).isGreaterThan(0.9);
        RoundTables.assertPredictsTheSameWhenLoaded((ClassifierPortObject)run.object(1), folder, clouds(10, 0).build());
    }

    @ParameterizedTest
    @CsvSource({"AUTOMATIC, temperature, mixture", "ISOTONIC, isotonic, calibrated",
        "TEMPERATURE, temperature, mixture"})
    void confidencesAreCalibratedAsWanted(final String calibration, final String text, final String kind,
        @TempDir final Path folder) throws Exception {
        final var run = run(s -> rounds(s).addString("calibration", calibration), clouds(80, 60).build());
        final var classifier = (ClassifierPortObject)run.object(1);
        assertThat(classifier.provenance().parameters()).containsEntry("Calibrate confidences", calibration)
            .hasEntrySatisfying("Calibrated by", by -> assertThat(by).startsWith(text));
        assertThat(classifier.classifier().kind()).isEqualTo(kind);
        RoundTables.assertPredictsTheSameWhenLoaded(classifier, folder, clouds(10, 0).build());
        final var not = (ClassifierPortObject)run(s -> {
            rounds(s).addString("calibration", calibration);
            rounds(s).addBoolean("calibrate", false);
        }, clouds(80, 60).build()).object(1);
        assertThat(not.provenance().parameters()).containsEntry("Calibrated by", "none");
    }

    @ParameterizedTest
    @CsvSource({"ADAPTIVE, Adaptive", "FIXED, Fixed threshold", "TOP, Most confident per class"})
    void everySelectionLearns(final String selection, final String text) throws Exception {
        final var run = run(s -> {
            s.addString("selection", selection);
            s.addInt("perClass", 3);
            rounds(s).addBoolean("onlyIfBetter", false);
        }, clouds(40, 10).build());
        assertThat(share(run, 40)).isGreaterThan(0.9);
        final var first = Integer.parseInt(texts(run.table(2), "Pseudo-labels").get(1));
        assertThat(first).isPositive();
        if (selection.equals("TOP")) {
            assertThat(first).isEqualTo(6);
        }
        assertThat(((ClassifierPortObject)run.object(1)).provenance().parameters())
            .containsEntry("Pseudo-label selection", text)
            .containsKeys("Label column", "Base learner of the rounds", "Result", "Random seed");
    }

    @Test
    void heldOutRowsAreIgnored() throws Exception {
        final var roles = new Object[80];
        Arrays.fill(roles, "unlabeled");
        roles[45] = "held out";
        final var run = run(
            clouds(40, 10).strings("Role", roles).strings("label (truth)", RoundTables.classes(40)).build());
        assertThat(texts(run.table(0), PREDICTION).get(45)).isNull();
        assertThat(texts(run.table(0), "Contradicted").get(45)).isNull();
        assertThat(run.object(1).getSummary()).contains("19 labeled of 79 rows");
        assertThat(run.information()).contains("1 held-out row was ignored.");
    }

    @Test
    void aWrongLabelIsKeptAndFlagged() throws Exception {
        final var labels = RoundTables.labels(40, 10);
        labels[3] = "high";
        final var run = run(RoundTables.relabeled(clouds(40, 10).build(), labels));
        assertThat(texts(run.table(0), PREDICTION).get(3)).isEqualTo("high");
        assertThat(texts(run.table(0), "Contradicted").get(3)).isEqualTo("true");
    }

    @Test
    void onlyWhatIsWantedIsAppended() throws Exception {
        final var run = run(s -> {
            rounds(s).addBoolean("everyClass", false);
            rounds(s).addBoolean("baseline", false);
        }, clouds(40, 10).build());
        assertThat(run.table(0).getDataTableSpec().getColumnNames()).containsExactly("x", "y", "label", PREDICTION,
            "Prediction (label) (Confidence)", "Contradicted");
    }

    @Test
    void newRowsArePredicted() throws Exception {
        final var run = run(twoGroups(20, "low", "high").build());
        final var applied = TestRun.of(new FewLabelPredictorNodeFactory(), run.object(1),
            new TestTable().doubles("x", 0, 10).doubles("y", 0, -10).build());
        assertThat(texts(applied.table(0), PREDICTION)).containsExactly("low", "high");
    }

    @ParameterizedTest
    @CsvSource({"threshold, 0, '\"Minimum confidence (%)\" must be above 0 and at most 100, not 0.0.'",
        "threshold, 1.5, not 150.0", "perClass, 0, '\"Rows per class and round\" must be at least 1, not 0.'",
        "rounds, 0, '\"Maximum number of rounds\" must be from 1 to 1,000, not 0.'",
        "shares, GIVEN, '\"Known class distribution\" lists no class'"})
    void aSettingOutOfRangeIsNamed(final String key, final String value, final String message) {
        assertThatThrownBy(() -> run(s -> {
            switch (key) {
                case "threshold" -> s.addDouble(key, Double.parseDouble(value));
                case "perClass" -> s.addInt(key, Integer.parseInt(value));
                case "shares" -> s.addString(key, value);
                default -> rounds(s).addInt(key, Integer.parseInt(value));
            }
        }, clouds(4, 1).build())).isInstanceOf(InvalidSettingsException.class).hasMessageContaining(message);
    }

    @Test
    void givenSharesMustFitTheClasses() throws Exception {
        final Consumer<NodeSettings> shares = s -> RoundTables.give(s, "low", 50, "hihg", 50);
        assertThatThrownBy(() -> run(shares, clouds(4, 1).build())).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"hihg\"");
        assertThat(share(run(s -> RoundTables.give(s, "low", 50, "high", 50), clouds(40, 10).build()), 40))
            .isGreaterThan(0.9);
        assertThat(share(run(s -> {
            shares.accept(s);
            s.addString("selection", "TOP");
        }, clouds(40, 10).build()), 40)).as("shares that are not used need not fit").isGreaterThan(0.9);
    }

    @Test
    void aSavedClassifierKeepsItsProvenance(@TempDir final Path folder) throws Exception {
        final var classifier = (ClassifierPortObject)run(clouds(40, 10).build()).object(1);
        PortObjectFiles.save(classifier, folder, new ExecutionMonitor());
        final var loaded = PortObjectFiles.load(ClassifierPortObject.class, folder, new ExecutionMonitor());
        assertThat(loaded.provenance()).isEqualTo(classifier.provenance());
        assertThat(loaded.provenance().node()).isEqualTo("Pseudo-Labeler");
    }
}
