package org.fewlabel.headless.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fewlabel.headless.WorkflowBuilder.addCriterion;
import static org.fewlabel.headless.WorkflowBuilder.put;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.fewlabel.headless.WorkflowBuilder;
import org.fewlabel.headless.Workflows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;

/** Table Creator, Column Filter, Row Splitter, Row Filter and Table Partitioner. */
class BaseNodesTest {

    private static final String SPLITTER = "base-nodes-5.9/Row Splitter (#6)";

    private static final String COLUMN_FILTER = "base-nodes-5.9/Column Filter (#3)";

    @TempDir
    private Path temp;

    private WorkflowBuilder builder() {
        return new WorkflowBuilder(temp.resolve("flow"));
    }

    private WorkflowBuilder withTable() {
        return builder().csvReader(1, "x.csv",
            "n,name,class\n1,apple,a\n2.5,Banana,b\n,cherry,a\n4,,b\n5,apricot,\n6,fig,a\n");
    }

    private static List<String> ids(final BufferedDataTable table) {
        return Workflows.rows(table).stream().map(row -> row.get(0)).toList();
    }

    @Test
    void createsATable() throws Exception {
        final var table = Workflows.run(builder().tableCreator(1,
            List.of(StringCell.class.getName(), IntCell.class.getName(), DoubleCell.class.getName()),
            List.of("s", "i", "d"), List.of(Arrays.asList("x", "1", "1.5"), Arrays.asList(null, null, null))))
            .table(1, 1);
        assertThat(Workflows.columns(table)).containsExactly("s: String", "i: Number (Integer)", "d: Number (Float)");
        assertThat(Workflows.rows(table)).containsExactly(List.of("Row0", "x", "1", "1.5"),
            Arrays.asList("Row1", null, null, null));
    }

    @Test
    void createsATableFromTheSettingsOfKnime512() throws Exception {
        final var table = Workflows.run(builder().genuine(1, "demo/Table Creator (#5)", model -> {})).table(1, 1);
        assertThat(Workflows.rows(table)).containsExactly(Arrays.asList("Row0", null));
    }

    @Test
    void namesTheCellThatIsNoNumber() throws Exception {
        assertThat(Workflows.failure(builder().tableCreator(1, List.of(IntCell.class.getName()), List.of("i"),
            List.of(List.of("1"), List.of("two")))).error()).contains("Column 'i', row 2: 'two'");
    }

    @Test
    void loadsNoCellClassThatSettingsName() throws Exception {
        assertThat(Workflows.failure(builder().tableCreator(1, List.of("evil.Cell"), List.of("i"), List.of())).error())
            .contains("The data type evil.Cell is not supported");
    }

    @Test
    void aNewColumnFilterKeepsEverything() throws Exception {
        final var result = Workflows.run(withTable().genuine(2, COLUMN_FILTER, model -> {}).connect(1, 1, 2, 1));
        assertThat(result.table(2, 1).getDataTableSpec().getColumnNames()).containsExactly("n", "name", "class");
    }

    private List<String> filtered(final Consumer<NodeSettings> filter) throws Exception {
        final var result = Workflows.run(withTable()
            .genuine(2, COLUMN_FILTER, model -> filter.accept((NodeSettings)model.addNodeSettings("column-filter")))
            .connect(1, 1, 2, 1));
        return List.of(result.table(2, 1).getDataTableSpec().getColumnNames());
    }

    @Test
    void filtersColumnsByName() throws Exception {
        assertThat(filtered(filter -> byName(filter, "EnforceInclusion"))).containsExactly("class");
        assertThat(filtered(filter -> byName(filter, "EnforceExclusion"))).containsExactly("name", "class");
    }

    private static void byName(final NodeSettings filter, final String enforce) {
        filter.addString("filter-type", "STANDARD");
        filter.addStringArray("included_names", "class", "gone");
        filter.addStringArray("excluded_names", "n");
        filter.addString("enforce_option", enforce);
    }

    @ParameterizedTest
    @CsvSource({"Wildcard, N*, false, false, n name", "Wildcard, N*, true, false, ''", "Regex, n.+, true, false, name",
        "Wildcard, *a?e, true, true, n class", "Wildcard, n.*, true, false, ''"})
    void filtersColumnsByPattern(final String type, final String pattern, final boolean caseSensitive,
        final boolean exclude, final String expected) throws Exception {
        assertThat(filtered(filter -> {
            filter.addString("filter-type", "name_pattern");
            final var settings = filter.addNodeSettings("name_pattern");
            settings.addString("pattern", pattern);
            settings.addString("type", type);
            settings.addBoolean("caseSensitive", caseSensitive);
            settings.addBoolean("excludeMatching", exclude);
        })).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void filtersColumnsByType() throws Exception {
        assertThat(filtered(filter -> {
            filter.addString("filter-type", "datatype");
            final var types = filter.addNodeSettings("datatype").addNodeSettings("typelist");
            types.addBoolean(DoubleValue.class.getName(), true);
            types.addBoolean(StringValue.class.getName(), false);
        })).containsExactly("n");
    }

    @ParameterizedTest
    @CsvSource({"n, GT, 2, Row1 Row3 Row4 Row5", "n, LTE, 2.5, Row0 Row1", "n, EQ, 4, Row3",
        "n, NEQ, 4, Row0 Row1 Row4 Row5",
        "n, NEQ_MISS, 4, Row0 Row1 Row2 Row4 Row5", "n, IS_MISSING, , Row2",
        "n, IS_NOT_MISSING, , Row0 Row1 Row3 Row4 Row5",
        "name, EQ, fig, Row5", "name, WILDCARD, ap*, Row0 Row4", "name, REGEX, .*n.*, Row1",
        "class, NEQ, a, Row1 Row3"})
    void splitsRows(final String column, final String operator, final String value, final String expected)
        throws Exception {
        final var numeric = column.equals("n");
        final var result = Workflows.run(withTable().rowSplitter(2, column, operator,
            value == null ? null : numeric ? DoubleCell.class.getName() : StringCell.class.getName(), settings -> {
                if (numeric) {
                    settings.addDouble("value", Double.parseDouble(value));
                } else {
                    settings.addString("value", value);
                }
            }).connect(1, 1, 2, 1));
        assertThat(ids(result.table(2, 1))).isEqualTo(List.of(expected.split(" ")));
        assertThat(result.table(2, 1).size() + result.table(2, 2).size()).isEqualTo(6);
    }

    private static void criterion(final NodeSettings model, final String special, final String operator,
        final long value) {
        addCriterion(model, null, special, operator, "org.knime.core.data.def.LongCell",
            settings -> settings.addLong("value", value));
    }

    @ParameterizedTest
    @CsvSource({"FIRST_N_ROWS, 2, Row0 Row1", "LAST_N_ROWS, 1, Row5", "EQ, 3, Row2", "GT, 4, Row4 Row5"})
    void splitsByRowNumber(final String operator, final long value, final String expected) throws Exception {
        final var result = Workflows.run(
            withTable().genuine(2, SPLITTER, m -> criterion(m, "ROW_NUMBER", operator, value)).connect(1, 1, 2, 1));
        assertThat(ids(result.table(2, 1))).isEqualTo(List.of(expected.split(" ")));
    }

    @Test
    void splitsByRowId() throws Exception {
        final var result = Workflows.run(withTable()
            .genuine(2, SPLITTER, m -> addCriterion(m, null, "ROW_ID", "WILDCARD", StringCell.class.getName(), v -> {
                v.addString("value", "row[3]");
                v.addNodeSettings("stringCaseMatching").addString("caseMatching", "CASEINSENSITIVE");
            })).connect(1, 1, 2, 1));
        assertThat(ids(result.table(2, 1))).isEmpty();
    }

    @Test
    void joinsCriteriaAndTurnsTheOutputsRound() throws Exception {
        final Consumer<NodeSettings> two = model -> {
            addCriterion(model, "class", null, "EQ", StringCell.class.getName(), v -> v.addString("value", "a"));
            criterion(model, "ROW_NUMBER", "LTE", 2);
        };
        final var both = Workflows.run(withTable().genuine(2, SPLITTER, two).connect(1, 1, 2, 1));
        assertThat(ids(both.table(2, 1))).containsExactly("Row0");
        final var any = Workflows.run(withTable().genuine(2, SPLITTER, two.andThen(model -> {
            put(model, "OR", "matchCriteria");
            put(model, "NON_MATCHING", "outputMode");
        })).connect(1, 1, 2, 1));
        assertThat(ids(any.table(2, 1))).containsExactly("Row3", "Row4");
        assertThat(ids(any.table(2, 2))).containsExactly("Row0", "Row1", "Row2", "Row5");
    }

    @Test
    void keepsOrComputesDomains() throws Exception {
        final Consumer<NodeSettings> few = m -> addCriterion(m, "class", null, "EQ", StringCell.class.getName(),
            v -> v.addString("value", "a"));
        final var retained = Workflows.run(withTable().genuine(2, SPLITTER, few).connect(1, 1, 2, 1)).table(2, 1);
        final var computed = Workflows.run(withTable()
            .genuine(2, SPLITTER, few.andThen(m -> put(m, "COMPUTE", "domains"))).connect(1, 1, 2, 1)).table(2, 1);
        assertThat(retained.getDataTableSpec().getColumnSpec("class").getDomain().getValues()).hasSize(2);
        assertThat(computed.getDataTableSpec().getColumnSpec("class").getDomain().getValues()).hasSize(1);
    }

    @Test
    void filtersRows() throws Exception {
        final var result = Workflows.run(withTable()
            .genuine(2, SPLITTER, m -> criterion(m, "ROW_NUMBER", "FIRST_N_ROWS", 1))
            .settings(2, s -> s.addString("factory", "org.knime.base.node.preproc.filter.row3.RowFilterNodeFactory"))
            .connect(1, 1, 2, 1));
        assertThat(result.node(2).objects()).hasSize(1);
        assertThat(ids(result.table(2, 1))).containsExactly("Row0");
    }

    @ParameterizedTest
    @CsvSource({"gone, EQ, 'gone'", "class, GT, does not fit the column 'class'", "name, IS_TRUE, does not fit"})
    void refusesACriterionThatDoesNotFit(final String column, final String operator, final String message)
        throws Exception {
        assertThat(Workflows.failure(withTable().rowSplitter(2, column, operator, StringCell.class.getName(),
            v -> v.addString("value", "x")).connect(1, 1, 2, 1)).error()).contains(message);
    }

    @Test
    void aNewRowSplitterHasNoCriterion() throws Exception {
        assertThat(Workflows.failure(withTable().genuine(2, SPLITTER, m -> {}).connect(1, 1, 2, 1)).error())
            .contains("At least one filter criterion");
    }

    private WorkflowBuilder withKnimesTable() throws Exception {
        return builder().csvReader(1, "x.csv", new String(
            BaseNodesTest.class.getResourceAsStream("/knime-workflows/csv/data/x.csv").readAllBytes(),
            StandardCharsets.UTF_8));
    }

    @Test
    void drawsTheVeryRowsThatKnimeDraws() throws Exception {
        // the row ids that KNIME 5.12 put out for this file, these settings and this seed
        final var knime = IntStream.of(0, 1, 2, 3, 5, 6, 8, 10, 11, 12, 15, 16, 18, 20, 22, 23, 25, 26, 27, 28, 29, 31,
            32, 35, 36, 37, 38, 41, 42, 43, 44, 45, 47, 48, 50, 51, 53, 55, 56, 57, 58, 59).mapToObj(i -> "Row" + i)
            .toList();
        final var result = Workflows.run(
            withKnimesTable().genuine(2, "csv/Table Partitioner (#2)", model -> {}).connect(1, 1, 2, 1));
        assertThat(ids(result.table(2, 1))).isEqualTo(knime);
        assertThat(result.table(2, 2).size()).isEqualTo(18);
    }

    private BufferedDataTable part(final String mode, final Consumer<NodeSettings> change) throws Exception {
        return Workflows.run(withKnimesTable().partitioner(2, model -> {
            put(model, "ABSOLUTE", "partitioningMode");
            put(model, 6, "rowCount");
            put(model, mode, "mode");
            change.accept(model);
        }).connect(1, 1, 2, 1)).table(2, 1);
    }

    @Test
    void takesTheFirstRowsOrEvenlySpacedOnes() throws Exception {
        assertThat(ids(part("FIRST_ROWS", m -> {}))).containsExactly("Row0", "Row1", "Row2", "Row3", "Row4", "Row5");
        final var linear = ids(part("LINEAR", m -> {}));
        assertThat(linear).hasSize(6).startsWith("Row0").endsWith("Row59");
    }

    @Test
    void keepsTheSharesOfTheClasses() throws Exception {
        final var rows = Workflows.rows(part("STRATIFIED", m -> put(m, "label", "class_column")));
        final var all = Workflows.rows(Workflows.run(withKnimesTable()).table(1, 1));
        for (final var label : List.of("a", "b")) {
            final var share = all.stream().filter(row -> row.get(3).equals(label)).count() * 6.0 / 60;
            assertThat((double)rows.stream().filter(row -> row.get(3).equals(label)).count()).as(label)
                .isBetween(Math.floor(share), Math.ceil(share));
        }
    }

    @Test
    void rejectsAMissingGroupColumn() throws Exception {
        assertThat(Workflows.failure(withKnimesTable().partitioner(2, model -> {
            put(model, "STRATIFIED", "mode");
            put(model, "gone", "class_column");
        }).connect(1, 1, 2, 1)).error()).contains("'gone'");
    }

    @Test
    void anEmptyTableFailsOrIsPassedOn() throws Exception {
        final var empty = builder().csvReader(1, "x.csv", "a\n").partitioner(2, m -> {}).connect(1, 1, 2, 1);
        assertThat(Workflows.failure(empty).error()).contains("The input table is empty");
        final var result = Workflows.run(builder().csvReader(1, "x.csv", "a\n")
            .partitioner(2, m -> put(m, "OUTPUT_EMPTY", "actionEmpty")).connect(1, 1, 2, 1));
        assertThat(result.table(2, 1).size() + result.table(2, 2).size()).isZero();
    }
}
