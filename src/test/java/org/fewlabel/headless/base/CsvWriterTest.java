package org.fewlabel.headless.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.headless.WorkflowBuilder.put;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import org.fewlabel.headless.WorkflowBuilder;
import org.fewlabel.headless.Workflows;
import org.fewlabel.headless.run.WorkflowRun;
import org.fewlabel.nodes.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;

class CsvWriterTest {

    @TempDir
    private Path temp;

    private Path written() {
        return temp.resolve("flow/data/out/y.csv");
    }

    private WorkflowBuilder builder(final Consumer<NodeSettings> change) {
        return new WorkflowBuilder(temp.resolve("flow"))
            .tableCreator(1,
                List.of(IntCell.class.getName(), LongCell.class.getName(), DoubleCell.class.getName(),
                    StringCell.class.getName(), "org.knime.core.data.def.BooleanCell$BooleanCellImpl"),
                List.of("i", "l", "d", "s", "b"),
                List.of(Arrays.asList("1", "9007199254740993", "0.1", "a, \"b\"", "true"),
                    Arrays.asList(null, null, "1e-7", null, "false"),
                    Arrays.asList("-3", "0", "2", "line\nbreak", null)))
            .csvWriter(2, "out/y.csv").settings(2, settings -> {
                try {
                    put(settings, "\n", "model/settings/row_delimiter");
                    change.accept(settings.getNodeSettings("model"));
                } catch (org.knime.core.node.InvalidSettingsException e) {
                    throw new AssertionError(e);
                }
            }).connect(1, 1, 2, 1);
    }

    private String write(final Consumer<NodeSettings> change) throws Exception {
        assertThat(Workflows.run(builder(change)).succeeded()).isTrue();
        return Files.readString(written());
    }

    /** A boolean is a number to KNIME's CSV Writer, and a whole number no longer one than a decimal one can be. */
    @Test
    void writesAsKnimeDoes() throws Exception {
        assertThat(write(model -> {})).isEqualTo("""
            "i","l","d","s","b"
            1,9007199254740992,0.1,"a, ""b\""",1
            ,,0.0000001,,0
            -3,0,2,"line
            break",
            """);
    }

    @Test
    void writesOtherStyles() throws Exception {
        assertThat(write(model -> {
            put(model, ";", "settings/column_delimiter");
            put(model, true, "settings/write_row_header");
            put(model, "IF_NEEDED", "advanced_settings/quote_mode");
            put(model, "NA", "advanced_settings/missing_value_pattern");
            put(model, true, "advanced_settings/use_scientific_format");
        })).startsWith("row ID;i;l;d;s;b\nRow0;1;9007199254740993;0.1;a, \"b\";true\nRow1;NA;NA;1.0E-7;NA;false\n");
    }

    @Test
    void writesWithoutQuotes() throws Exception {
        assertThat(write(model -> {
            put(model, "NEVER", "advanced_settings/quote_mode");
            put(model, "_", "advanced_settings/separator_replacement");
            put(model, false, "settings/write_column_header");
            put(model, true, "advanced_settings/keep_trailing_zero_in_decimals");
        })).startsWith("1,9007199254740992,.1,a_ \"b\",1\n").contains("-3,0,2.0,line");
    }

    /** The text of each cell, as KNIME has it. */
    @Test
    void resultsAreWrittenAsTheTextOfTheirCells() throws Exception {
        final var out = new StringWriter();
        new CsvText().write(new TestTable().booleans("b", true, false, null).longs("l", 9007199254740993L, 0, null)
            .ints("i", 1, -3, null).doubles("d", 0.1, 2, 1e-7).strings("s", "true", "a, \"b\"", null).build(), out,
            new ExecutionMonitor());
        assertThat(out).hasToString("""
            "b","l","i","d","s"
            true,9007199254740993,1,0.1,"true"
            false,0,-3,2.0,"a, ""b\"""
            ,,,1.0E-7,
            """);
    }

    @Test
    void whatCouldNotBeReadIsNotWritten() throws Exception {
        assertThat(Workflows.failure(builder(model -> put(model, " . ", "settings/column_delimiter"))).error())
            .contains("column delimiter ' . '").contains("decimal separator");
    }

    @Test
    void listsAreWrittenWholeAndVectorsAsKnimeShowsThem() throws Exception {
        final var five = new double[]{0.1, 2, -3.5, 1e-9, Double.NaN};
        final var out = new StringWriter();
        new CsvText().write(new TestTable().lists("l", five, null).vectors("v", five, new double[]{1}).build(), out,
            new ExecutionMonitor());
        assertThat(out).hasToString("""
            "l","v"
            "[0.1, 2.0, -3.5, 1.0E-9, NaN]",\"""0.1"", ""2.0"", ""-3.5"",  ... <2 more>"
            ,\"""1.0""\"
            """);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        final var result = Workflows.run(builder(model -> {}));
        final var again = Workflows.run(new WorkflowBuilder(temp.resolve("again")).csvReader(1, "y.csv",
            Files.readString(written())));
        final var expected = Workflows.rows(result.table(1, 1));
        final var actual = Workflows.rows(again.table(1, 1));
        for (int row = 0; row < expected.size(); row++) {
            // the large whole number comes back as it was written, and booleans as the numbers that they are written as
            for (final var column : new int[]{0, 1, 3, 4}) {
                assertThat(actual.get(row).get(column)).isEqualTo(expected.get(row).get(column));
            }
        }
    }

    @Test
    void appends() throws Exception {
        final Consumer<NodeSettings> append = model -> {
            put(model, "append", "settings/file_chooser_settings/if_path_exists");
            put(model, true, "settings/skip_column_header_on_append");
        };
        final var once = write(append);
        assertThat(write(append)).isEqualTo(once + once.substring(once.indexOf('\n') + 1));
    }

    @Test
    void compresses() throws Exception {
        assertThat(
            Workflows.run(builder(model -> put(model, true, "advanced_settings/compress_with_gzip"))).succeeded())
            .isTrue();
        try (var in = new GZIPInputStream(Files.newInputStream(written()))) {
            assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)).startsWith("\"i\",");
        }
    }

    @Test
    void failsWithAMessageIfTheFileExists() throws Exception {
        Files.createDirectories(written().getParent());
        Files.writeString(written(), "precious");
        final var failure = Workflows
            .failure(builder(model -> put(model, "fail", "settings/file_chooser_settings/if_path_exists")));
        assertThat(failure.error()).contains("exists already");
        assertThat(written()).hasContent("precious");
    }

    @Test
    void failsIfTheFolderIsNotThere() throws Exception {
        assertThat(Workflows.failure(
            builder(model -> put(model, false, "settings/file_chooser_settings/create_missing_folders"))).error())
            .contains("does not exist");
    }

    @ParameterizedTest
    @CsvSource({"../../evil.csv", "/tmp/evil.csv", "../workflow.knime"})
    void writesNothingOutsideTheDataFolder(final String path) throws Exception {
        assertThat(
            Workflows.failure(builder(model -> put(model, path, "settings/file_chooser_settings/path/path"))).error())
            .contains("is rejected");
        assertThat(temp.resolve("evil.csv")).doesNotExist();
    }

    @Test
    void refusesWhatItDoesNotSupport() throws Exception {
        assertThat(Workflows.failure(builder(model -> put(model, true, "comment_header_settings/add_time_to_comment")))
            .error()).contains("comment_header_settings/add_time_to_comment");
    }

    @Test
    void refusesColumnsThatKnimesWriterRefuses() throws Exception {
        final var run = WorkflowRun.load(builder(model -> {}).write(), new BaseNodes());
        final var model = run.workflow().node(2).orElseThrow().model();
        final var table = new TestTable().doubles("x", 1).lists("embedding", new double[]{1}).build();
        assertThatThrownBy(() -> run.nodes().get(2).configure(model, new PortObjectSpec[]{table.getSpec()}))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'embedding'")
            .hasMessageContaining("Column Filter");
    }
}
