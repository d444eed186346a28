package org.fewlabel.headless.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fewlabel.headless.WorkflowBuilder.put;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.fewlabel.headless.WorkflowBuilder;
import org.fewlabel.headless.Workflows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;

class CsvReaderTest {

    @TempDir
    private Path temp;

    private WorkflowBuilder builder(final String content, final Consumer<NodeSettings> change) {
        final var builder = new WorkflowBuilder(temp.resolve("flow")).csvReader(1, "x.csv", content);
        builder.settings(1, settings -> change.accept(model(settings)));
        return builder;
    }

    private static NodeSettings model(final NodeSettings settings) {
        try {
            return settings.getNodeSettings("model");
        } catch (org.knime.core.node.InvalidSettingsException e) {
            throw new AssertionError(e);
        }
    }

    private BufferedDataTable read(final String content) throws Exception {
        return read(content, model -> {});
    }

    private BufferedDataTable read(final String content, final Consumer<NodeSettings> change) throws Exception {
        return Workflows.run(builder(content, change)).table(1, 1);
    }

    private String error(final String content) throws Exception {
        return Workflows.failure(builder(content, model -> {})).error();
    }

    private String error(final String content, final Consumer<NodeSettings> change) throws Exception {
        return Workflows.failure(builder(content, change)).error();
    }

    @Test
    void infersTypesLikeKnime() throws Exception {
        final var table = read("i,l,d,s,e\n1,3000000000,1.5,a,\n-2,2,1e-3,1,\n,,,,\n");
        assertThat(Workflows.columns(table)).containsExactly("i: Number (Integer)", "l: Number (Long Integer)",
            "d: Number (Float)", "s: String", "e: String");
        assertThat(Workflows.rows(table)).containsExactly(Arrays.asList("Row0", "1", "3000000000", "1.5", "a", null),
            Arrays.asList("Row1", "-2", "2", "0.001", "1", null),
            Arrays.asList("Row2", null, null, null, null, null));
    }

    @Test
    void readsQuotes() throws Exception {
        final var table = read("a,b\n\"x, \"\"y\"\"\nz\",\" t \"\n\"\",u\n");
        assertThat(Workflows.rows(table)).containsExactly(List.of("Row0", "x, \"y\"\nz", "t"),
            Arrays.asList("Row1", null, "u"));
    }

    @Test
    void emptyQuotesAreATextIfWanted() throws Exception {
        final var table = read("a,b\n\"\",\nx,y\n",
            model -> put(model, false, "advanced_settings/replace_empty_quotes_with_missing"));
        assertThat(Workflows.rows(table).get(0)).isEqualTo(Arrays.asList("Row0", "", null));
    }

    @Test
    void makesColumnNamesUniqueAndNamesTheNameless() throws Exception {
        final var table = read("a,a,,a,Column2\n1,2,3,4,5\n");
        assertThat(table.getDataTableSpec().getColumnNames()).containsExactly("a", "a (#1)", "Column2 (#1)", "a (#2)",
            "Column2");
    }

    @Test
    void leavesOutEmptyLinesAndComments() throws Exception {
        assertThat(Workflows.rows(read("a,b\n\n# no data\n1,2\n\n3,4"))).containsExactly(List.of("Row0", "1", "2"),
            List.of("Row1", "3", "4"));
    }

    @Test
    void readsAFileWithAMarkAndWindowsLineBreaks() throws Exception {
        final var table = read("\uFEFFa,b\r\n1,ä\r\n");
        assertThat(table.getDataTableSpec().getColumnNames()).containsExactly("a", "b");
        assertThat(Workflows.rows(table)).containsExactly(List.of("Row0", "1", "ä"));
    }

    @Test
    void readsWithoutHeader() throws Exception {
        final var table = read("1,a\n2,b\n", model -> put(model, false, "settings/has_column_header"));
        assertThat(Workflows.columns(table)).containsExactly("Column0: Number (Integer)", "Column1: String");
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void readsRowIds() throws Exception {
        final var table = read("id,a\nr1,1\nr2,2\n", model -> put(model, true, "settings/has_row_id"));
        assertThat(Workflows.columns(table)).containsExactly("a: Number (Integer)");
        assertThat(Workflows.rows(table)).containsExactly(List.of("r1", "1"), List.of("r2", "2"));
    }

    @Test
    void refusesAMissingRowId() throws Exception {
        assertThat(error("id,a\nr1,1\n,2\n", model -> put(model, true, "settings/has_row_id")))
            .contains("Line 3 of x.csv has no row id");
    }

    @Test
    void refusesAShortRowAndNamesItsLine() throws Exception {
        assertThat(error("a,b,c\n1,2,3\n# comment\n4,5\n")).contains("Line 4 of x.csv has 2 values")
            .contains("3 columns");
    }

    @Test
    void refusesALongRow() throws Exception {
        assertThat(error("a,b\n1,2,3\n")).contains("Line 2 of x.csv has 3 values").contains("2 columns");
    }

    @Test
    void fillsShortRowsIfWanted() throws Exception {
        final var table = read("a,b\n1\n3,4\n", model -> put(model, true, "settings/support_short_data_rows"));
        assertThat(Workflows.rows(table).get(0)).isEqualTo(Arrays.asList("Row0", "1", null));
    }

    @Test
    void namesTheLineOfAValueThatDoesNotFit() throws Exception {
        assertThat(error("a\n1\n2\nx\n", model -> put(model, 2, "advanced_settings/max_data_rows_scanned")))
            .contains("Line 4 of x.csv: 'x' in column 'a'").contains("Number (Integer)").contains("first 2 rows");
    }

    @Test
    void limitsAndSkips() throws Exception {
        final Consumer<NodeSettings> change = model -> {
            put(model, true, "limit_rows/skip_lines");
            put(model, true, "limit_rows/skip_data_rows");
            put(model, true, "limit_rows/limit_data_rows");
            put(model, 2, "limit_rows/max_rows");
        };
        assertThat(Workflows.rows(read("made by hand\na\n1\n2\n3\n4\n", change)))
            .containsExactly(List.of("Row0", "2"), List.of("Row1", "3"));
    }

    @Test
    void readsOtherSeparatorsAndEncodings() throws Exception {
        final var builder = builder("", model -> {
            put(model, ";", "settings/column_delimiter");
            put(model, ",", "advanced_settings/decimal_separator");
            put(model, "ISO-8859-1", "encoding/charset");
        });
        Files.write(temp.resolve("flow/data/x.csv"), "a;b\nä;1,5\n".getBytes(StandardCharsets.ISO_8859_1));
        final var table = Workflows.run(builder).table(1, 1);
        assertThat(Workflows.rows(table)).containsExactly(List.of("Row0", "ä", "1.5"));
        assertThat(Workflows.columns(table).get(1)).isEqualTo("b: Number (Float)");
    }

    @Test
    void anEmptyFileIsAnError() throws Exception {
        assertThat(error("")).contains("is empty");
    }

    @Test
    void aFileWithColumnNamesOnlyIsAnEmptyTable() throws Exception {
        final var table = read("a,b\n");
        assertThat(table.size()).isZero();
        assertThat(Workflows.columns(table)).containsExactly("a: String", "b: String");
    }

    @Test
    void namesAMissingFile() throws Exception {
        assertThat(Workflows.failure(new WorkflowBuilder(temp.resolve("flow")).csvReader(1, "nowhere.csv")).error())
            .contains("nowhere.csv does not exist");
    }

    @ParameterizedTest
    @CsvSource({"settings/file_selection/filter_mode/filter_mode, FILES_IN_FOLDERS, filter_mode",
        "advanced_settings/quote_option, KEEP_QUOTES, quote_option",
        "advanced_settings/thousands_separator, ., thousands_separator",
        "settings/an_option_of_tomorrow, 1, an_option_of_tomorrow", "encoding/charset, no such, no such"})
    void refusesWhatItDoesNotSupportAndNamesIt(final String path, final String value, final String named)
        throws Exception {
        assertThat(error("a\n1\n", model -> put(model, value, path))).contains(named);
    }

    @ParameterizedTest
    @CsvSource({"RELATIVE, knime.workflow.data, ../secret.csv", "RELATIVE, knime.workflow.data, ../workflow.knime",
        "RELATIVE, knime.workflow.data, /etc/passwd", "RELATIVE, knime.workflow, ../secret.csv"})
    void refusesFilesOutsideTheWorkflow(final String system, final String specifier, final String path)
        throws Exception {
        Files.writeString(temp.resolve("secret.csv"), "a\n1\n");
        assertThat(error("a\n1\n", place(system, specifier, path))).contains("is rejected").contains(path);
    }

    @ParameterizedTest
    @CsvSource({"RELATIVE, knime.mountpoint, x.csv, knime.mountpoint", "CUSTOM_URL, 1000, http://x/x.csv, CUSTOM_URL",
        "CONNECTED, hub, x.csv, CONNECTED"})
    void refusesOtherFileSystems(final String system, final String specifier, final String path, final String named)
        throws Exception {
        assertThat(error("a\n1\n", place(system, specifier, path))).contains("not supported").contains(named);
    }

    @Test
    void refusesALocalFileUnlessAllowed() throws Exception {
        final var file = Files.writeString(temp.resolve("local.csv"), "a\n1\n");
        final var builder = builder("", place("LOCAL", null, file.toString()));
        assertThat(Workflows.failure(builder).error()).contains("--allow-local-files");
        final var folder = temp.resolve("flow");
        final var run = org.fewlabel.headless.run.WorkflowRun.load(folder, new BaseNodes(), true);
        assertThat(run.execute(org.fewlabel.headless.run.RunListener.NONE).table(1, 1).size()).isEqualTo(1);
    }

    @Test
    void readsFilesRelativeToTheWorkflow() throws Exception {
        assertThat(read("a\n1\n", place("RELATIVE", "knime.workflow", "data/x.csv")).size()).isEqualTo(1);
    }

    private static Consumer<NodeSettings> place(final String system, final String specifier, final String path) {
        return model -> {
            put(model, system, "settings/file_selection/path/file_system_type");
            put(model, specifier, "settings/file_selection/path/file_system_specifier");
            put(model, path, "settings/file_selection/path/path");
        };
    }

    @Test
    void readsTheSettingsOfKnime512() throws Exception {
        final var content = new String(
            CsvReaderTest.class.getResourceAsStream("/knime-workflows/csv/data/x.csv").readAllBytes(),
            StandardCharsets.UTF_8);
        final var table = Workflows.run(new WorkflowBuilder(temp.resolve("flow")).data("x.csv", content).genuine(1,
            "csv/CSV Reader (#1)", model -> {})).table(1, 1);
        assertThat(table.size()).isEqualTo(60);
        assertThat(Workflows.columns(table)).containsExactly("x: Number (Float)", "y: Number (Float)",
            "label: String");
    }

    @Test
    void refusesATransformationOfKnime512() throws Exception {
        assertThat(Workflows.failure(new WorkflowBuilder(temp.resolve("flow")).data("x.csv", "x\n1\n").genuine(1,
            "csv/CSV Reader (#1)",
            model -> put(model, "other", "transformationParameters/columnTransformation/0/columnRename"))).error())
            .contains("transformation");
    }
}
