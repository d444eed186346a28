package org.fewlabel.headless.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.fewlabel.headless.WorkflowBuilder;
import org.fewlabel.headless.Workflows;
import org.fewlabel.nodes.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;

class TablePreviewTest {

    @TempDir
    private Path temp;

    private BufferedDataTable table(final String csv) throws Exception {
        return Workflows.run(new WorkflowBuilder(temp.resolve("flow")).csvReader(1, "x.csv", csv)).table(1, 1);
    }

    @Test
    void alignsColumns() throws Exception {
        assertThat(TablePreview.lines(table("name,n,x\nAda,1,0.123456789\nJo,,12345.678\n日本,100,1e-9\n"), 80, false))
            .containsExactly("RowID  name    n        x", "Row0   Ada     1  0.12346",
                "Row1   Jo      ?    12346", "Row2   日本  100   1.0E-9");
    }

    @Test
    void showsTheFirstRowsAndTheNumberOfOthers() throws Exception {
        final var csv = IntStream.range(0, 14).mapToObj(String::valueOf).collect(Collectors.joining("\n", "n\n", "\n"));
        final var lines = TablePreview.lines(table(csv), 80, false);
        assertThat(lines).hasSize(14).last().isEqualTo("… 2 more rows");
    }

    @Test
    void leavesOutColumnsInTheMiddle() throws Exception {
        final var names = IntStream.range(0, 30).mapToObj(i -> "column" + i).toList();
        final var values = names.stream().map(n -> "1").collect(Collectors.joining(","));
        final var lines = TablePreview.lines(table(String.join(",", names) + "\n" + values + "\n"), 60, true);
        assertThat(lines.get(0)).startsWith("RowID  column0  ").contains("  …  ").endsWith("column29");
        assertThat(lines.get(2)).startsWith("… 25 columns not shown: column");
        assertThat(lines).allSatisfy(line -> assertThat(Texts.width(line)).isLessThanOrEqualTo(60));
    }

    @Test
    void leavesOutTheLastColumnsIfNoneWereAppended() throws Exception {
        final var names = IntStream.range(0, 30).mapToObj(i -> "column" + i).toList();
        final var values = names.stream().map(n -> "1").collect(Collectors.joining(","));
        final var lines = TablePreview.lines(table(String.join(",", names) + "\n" + values + "\n"), 60, false);
        assertThat(lines.get(0)).isEqualTo("RowID  column0  column1  column2  column3  column4");
        assertThat(lines.get(2)).startsWith("… 25 columns not shown: column5, ");
    }

    @Test
    void everyLineFitsWhateverTheTable() throws Exception {
        final var csv = "a long name that nobody can read in one go,b\n" + "x".repeat(200) + ",\"two\nlines\"\n";
        final var table = table(csv);
        for (final int width : new int[]{40, 60, 100}) {
            assertThat(TablePreview.lines(table, width, true))
                .allSatisfy(line -> assertThat(Texts.width(line)).isLessThanOrEqualTo(width));
        }
        assertThat(TablePreview.lines(table, 100, true).get(1)).contains("two lines");
    }

    @Test
    void anEmptyTableHasItsColumns() throws Exception {
        assertThat(TablePreview.lines(table("a,b\n"), 80, true)).isEqualTo(List.of("RowID  a  b"));
    }

    @Test
    void roundsForTheEyeOnly() throws Exception {
        final var table = table("x\n1234567.891\n0.000123456789\n2.50\n-0.0\n1e300\nNaN\n");
        assertThat(TablePreview.lines(table, 80, false).stream().map(l -> l.substring(7).strip()).toList())
            .containsExactly("x", "1234568", "0.00012346", "2.5", "0", "1.0E300", "NaN");
    }

    @Test
    void ofALongListTheBeginningIsShown() {
        final var numbers = new double[128];
        numbers[0] = 0.123456;
        numbers[1] = -12345.678;
        final var twelve = IntStream.rangeClosed(1, 12).asDoubleStream().toArray();
        final var table = new TestTable().lists("list", numbers, new double[]{1, 2.5}, new double[0], null)
            .vectors("vector", twelve, null, new double[]{-0.5}, null).build();
        assertThat(TablePreview.lines(table, 100, false)).containsExactly(
            "RowID  list                            vector",
            "Row0   [0.123, -12346, … 128 numbers]  [1, 2, 3, 4, 5, 6, … 12 numbers]",
            "Row1   [1, 2.5]                        ?",
            "Row2   []                              [-0.5]",
            "Row3   ?                               ?");
    }
}
