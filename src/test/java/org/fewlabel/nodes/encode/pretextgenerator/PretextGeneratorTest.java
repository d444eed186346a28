package org.fewlabel.nodes.encode.pretextgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.encode.EncodedTables.cells;
import static org.fewlabel.nodes.encode.EncodedTables.groups;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.slice.PortObjectFiles;
import org.fewlabel.nodes.ColumnSettings;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.encode.Trainer;
import org.fewlabel.port.PretextPortObject;
import org.fewlabel.port.PretextPortObjectSpec;
import org.fewlabel.table.FeatureColumn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;

public class PretextGeneratorTest {

    private static final int ROWS = 60;

    @TempDir
    private Path folder;

    @BeforeAll
    public static void register() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            new PluginXmlRegistry(in, PretextGeneratorTest.class.getClassLoader()).registerPortTypes();
        }
    }

    private static TestRun run(final BufferedDataTable table) throws Exception {
        return TestRun.of(new PretextGeneratorNodeFactory(), table);
    }

    private static TestRun run(final Consumer<NodeSettings> change, final BufferedDataTable table) throws Exception {
        return TestRun.of(new PretextGeneratorNodeFactory(), change, table);
    }

    private static List<String> features(final TestRun run) {
        return ((PretextPortObjectSpec)run.object(0).getSpec()).features().stream().map(FeatureColumn::name).toList();
    }

    private static TestTable labeled() {
        return groups(ROWS).strings("label", cells(ROWS, i -> i < 6 ? "group " + i % 2 : null));
    }

    @Test
    void columnsDerivedFromTheLabelAreNoFeatures() throws Exception {
        final var leak = cells(ROWS, i -> (double)(i % 2));
        final var run = run(labeled().doubles("label (truth)", leak).strings("Role", cells(ROWS, i -> "unlabeled"))
            .doubles("Prediction (label)", leak).doubles("P (label=a)", leak).doubles("Baseline (label)", leak)
            .doubles("Reconstruction error", leak).build());

        assertThat(features(run)).containsExactly("size", "weight", "age", "length", "colour", "smoker");
        assertThat(run.information()).contains("Read as numbers: \"size\", \"weight\", \"age\", \"length\". "
            + "Read as categories: \"colour\", \"smoker\". Ignored because it is the label column: \"label\".");
    }

    @Test
    void anEmbeddingIsNoFeatureUnlessItIsChosen() throws Exception {
        final var table = labeled().lists("Embedding", cells(ROWS, i -> new double[]{i, -i}))
            .doubles("Embedding 1", cells(ROWS, i -> 0.5 * i)).doubles("Embedding 2 (#1)", cells(ROWS, i -> -0.5 * i))
            .build();

        assertThat(features(run(table))).containsExactly("size", "weight", "age", "length", "colour", "smoker");
        final var chosen = run(s -> choose(s, "size", "Embedding"), table);
        assertThat(features(chosen)).containsExactly("size", "Embedding");
        assertThat(chosen.information()).contains("Read as vectors of numbers: \"Embedding\".");
    }

    @Test
    void withoutALabelColumnEveryColumnIsAFeature() throws Exception {
        final var run = run(s -> {
            Trainer.inside(s, "columns", columns -> columns.addBoolean("hasLabel", false));
            choose(s, "size", "label");
        }, labeled().build());
        assertThat(features(run)).containsExactly("size", "label");
    }

    @Test
    void columnsThatNameARowOrRepeatAnotherAreLeftOutAndNamed() throws Exception {
        final var run = run(
            labeled().strings("patient", cells(ROWS, i -> "patient " + i)).ints("nr", cells(ROWS, i -> 100 + i))
                .strings("colour again", TestTable.texts(groups(ROWS).build(), "colour").toArray())
                .strings("number", cells(ROWS, i -> " " + 0.25 * (i % 20))).build());

        assertThat(features(run)).containsExactly("size", "weight", "age", "length", "colour", "smoker", "number");
        assertThat(run.warning()).isNull();
        assertThat(run.information()).contains(
            "Ignored because every value is unique (probably an ID): \"patient\", \"nr\".",
            "Ignored because another column has the same values: \"colour again\".",
            "Read as numbers because nearly all text there is a number: \"number\".",
            "Read as numbers written as text: \"number\".");
    }

    @Test
    void automaticReportsItsSelectionAndTheReason() throws Exception {
        final var many = run(labeled().build());
        assertThat(many.warning()).isNull();
        assertThat(many.information()).startsWith("Selected task: \"Corrupt\", because rows have 6 features, enough ");
        assertThat(many.object(0).getSummary()).isEqualTo("Corrupt 60 % of 6 columns");

        final var few = run(new TestTable().doubles("x", 1, 2, 3, 5).doubles("y", 3, 1, 2, 7).build());
        assertThat(few.information()).startsWith(
            "Selected task: \"Mask\", because rows have only 2 features, so few of them are changed at a time.");
        assertThat(few.object(0).getSummary()).isEqualTo("Mask 30 % of 2 columns");
    }

    @ParameterizedTest
    @CsvSource({"CORRUPT,Corrupt 60 % of 6 columns", "MASK,Mask 30 % of 6 columns", "SWAP,Swap 30 % of 6 columns",
        "BLOCKS,Blocks 50 % of 6 columns"})
    void aTaskThatIsNamedIsMade(final String task, final String summary) throws Exception {
        final var run = Trainer.task(labeled().build(), task);

        assertThat(run.object(0).getSummary()).isEqualTo(summary);
        assertThat(run.information()).doesNotContain("Selected");
        final var view = view(run);
        assertThat(view).contains("Task: " + summary.split(" ")[0], "Rows: 60", "Made by: Pretext Generator",
            "size: a number",
            "smoker: a category");
        assertThat(view.contains("Blocks: 4")).isEqualTo(task.equals("BLOCKS"));
        assertThat(((PretextPortObjectSpec)run.object(0).getSpec()).complete()).isTrue();
    }

    private static String view(final TestRun run) {
        final var pane = (javax.swing.JScrollPane)run.object(0).getViews()[0];
        return ((javax.swing.JTextArea)pane.getViewport().getView()).getText();
    }

    @Test
    void theShareIsThatOfTheDialog() throws Exception {
        final var run = run(s -> {
            s.addString("task", "SWAP");
            s.addDouble("share", 45);
            s.addBoolean("share_is_present", true);
            s.addLong("seed", 77);
        }, labeled().build());
        assertThat(run.object(0).getSummary()).isEqualTo("Swap 45 % of 6 columns");
        assertThat(((PretextPortObject)run.object(0)).task().seed()).isEqualTo(77);
    }

    @Test
    void beforeExecutionTheSpecIsNotComplete() throws Exception {
        final var table = labeled().strings("patient", cells(ROWS, i -> "patient " + i)).build();
        final var run = TestRun.configure(new PretextGeneratorNodeFactory(), s -> {}, table.getSpec());
        final var configured = (PretextPortObjectSpec)run.specs()[0];

        assertThat(configured.complete()).isFalse();
        assertThat(configured.kind()).as("Automatic has not chosen yet").isNull();
        assertThat(configured.features()).extracting(FeatureColumn::name).contains("patient", "smoker")
            .doesNotContain("label");
        assertThat(run.specs()[1]).isNull();
    }

    @Test
    void aSavedTaskIsTheSame() throws Exception {
        final var task = (PretextPortObject)Trainer.task(labeled().build(), "BLOCKS").object(0);
        PortObjectFiles.save(task, folder, new ExecutionMonitor());
        final var loaded = PortObjectFiles.load(PretextPortObject.class, folder, new ExecutionMonitor());

        assertThat(loaded.task()).isEqualTo(task.task());
        assertThat(loaded.provenance()).isEqualTo(task.provenance());
        assertThat(loaded.getSpec()).isEqualTo(task.getSpec());
        assertThat(loaded.getSummary()).isEqualTo(task.getSummary());
    }

    @Test
    void aTruncatedTaskIsAnErrorWhereverItIsCut() throws Exception {
        PortObjectFiles.save(run(labeled().build()).object(0), folder, new ExecutionMonitor());
        final var file = folder.resolve("object").resolve("portobject.zip");
        final var bytes = Files.readAllBytes(file);
        // a reader of a stream does not need the directory at the end of a zip file
        final var directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        for (var length = 0; length < directory; length += 31) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> PortObjectFiles.load(PretextPortObject.class, folder, new ExecutionMonitor()))
                .isInstanceOf(IOException.class).hasMessageContaining("portobject.zip");
        }
    }

    @ParameterizedTest
    @CsvSource({"CORRUPT,MASK", "MASK,CORRUPT"})
    void aTaskWithTheDescriptionOfAnotherIsAnError(final String mine, final String stranger, @TempDir final Path other)
        throws Exception {
        PortObjectFiles.save(Trainer.task(labeled().build(), mine).object(0), folder, new ExecutionMonitor());
        PortObjectFiles.save(Trainer.task(labeled().build(), stranger).object(0), other, new ExecutionMonitor());
        Files.delete(folder.resolve("spec").resolve("spec.zip"));
        Files.copy(other.resolve("spec").resolve("spec.zip"), folder.resolve("spec").resolve("spec.zip"));

        assertThatThrownBy(() -> PortObjectFiles.load(PretextPortObject.class, folder, new ExecutionMonitor()))
            .isInstanceOf(IOException.class).hasMessageContaining("The stored pretext task is damaged")
            .hasMessageContaining("does not belong to its description");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "101", "NaN"})
    void aShareThatIsNoneIsNamed(final double share) {
        assertThatThrownBy(() -> run(s -> {
            s.addDouble("share", share);
            s.addBoolean("share_is_present", true);
        }, labeled().build())).isInstanceOf(InvalidSettingsException.class)
            .hasMessage("\"Set changed cells (%)\" must be above 0 and at most 100, not " + share + ".");
    }

    @Test
    void blocksAndExamplesOutOfRangeAreNamed() {
        assertThatThrownBy(() -> run(s -> s.addInt("blocks", 1), labeled().build()))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessage("\"Number of blocks\" must be from 2 to 100, not 1.");
        assertThatThrownBy(() -> run(s -> s.addInt("examples", 0), labeled().build()))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessage("\"Number of examples\" must be from 1 to 100, not 0.");
    }

    @Test
    void noRowsNoColumnsOrOnlyIdsAreErrors() {
        assertThatThrownBy(() -> run(new TestTable().doubles("x").build())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("The input table has no rows to learn from");
        assertThatThrownBy(() -> run(new TestTable().strings("label", "a", null).build()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("No feature column is left");
        assertThatThrownBy(
            () -> run(new TestTable().strings("patient", "a", "b", "c", "d").strings("label", "x", null, null, "y")
                .build()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("No usable feature column is left")
            .hasMessageContaining("\"patient\"");
    }

    public static void choose(final NodeSettings settings, final String... names) {
        ColumnSettings.choose(settings, "columns/features", names);
    }
}
