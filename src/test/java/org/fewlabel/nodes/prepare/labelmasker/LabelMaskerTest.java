package org.fewlabel.nodes.prepare.labelmasker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;

import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

class LabelMaskerTest {

    /** 60 rows of class a, 30 of b, 10 of c. */
    private static TestTable table() {
        return new TestTable().doubles("x", IntStream.range(0, 100).boxed().toArray()).strings("label",
            IntStream.range(0, 100).mapToObj(i -> i < 60 ? "a" : i < 90 ? "b" : "c").toArray());
    }

    @Test
    void keepsTheTruthAndTheRoles() throws Exception {
        final var run = TestRun.of(new LabelMaskerNodeFactory(), table().build());
        final var out = run.table(0);
        assertThat(out.getDataTableSpec().getColumnNames()).containsExactly("x", "label", "label (truth)", "Role");
        assertThat(out.getDataTableSpec().equalStructure((DataTableSpec)run.configured().specs()[0])).isTrue();
        assertThat(texts(out, "label (truth)")).isEqualTo(texts(table().build(), "label"));
        final var roles = texts(out, "Role");
        final var labels = texts(out, "label");
        for (var row = 0; row < 100; row++) {
            assertThat(labels.get(row))
                .isEqualTo(roles.get(row).equals("labeled") ? texts(out, "label (truth)").get(row) : null);
        }
        assertThat(counts(out, "labeled")).containsExactly(4L, 4L, 4L);
        assertThat(counts(out, "held out")).containsExactly(18L, 9L, 3L);
        assertThat(counts(out, "unlabeled")).containsExactly(38L, 17L, 3L);
        assertThat(run.warning()).isNull();
    }

    @Test
    void aShareOfEachClass() throws Exception {
        final var run = TestRun.of(new LabelMaskerNodeFactory(), s -> {
            s.addString("keep", "SHARE");
            s.addDouble("holdOut", 0);
            s.addDouble("share", 10);
        }, table().build());
        assertThat(counts(run.table(0), "labeled")).containsExactly(6L, 3L, 1L);
        assertThat(counts(run.table(0), "held out")).containsExactly(0L, 0L, 0L);
    }

    @Test
    void aTotalNumberMayMissARareClassAndReportsIt() throws Exception {
        final var run = TestRun.of(new LabelMaskerNodeFactory(), s -> {
            s.addString("keep", "TOTAL");
            s.addDouble("holdOut", 0);
            s.addInt("total", 3);
        }, table().build());
        assertThat(counts(run.table(0), "labeled")).containsExactly(2L, 1L, 0L);
        assertThat(run.warning()).contains("No row of the class \"c\" keeps its label");
    }

    @Test
    void aClassWithFewerRowsKeepsAllAndItIsReported() throws Exception {
        final var run = TestRun.of(new LabelMaskerNodeFactory(), s -> {
            s.addDouble("holdOut", 0);
            s.addInt("perClass", 20);
        }, table().build());
        assertThat(counts(run.table(0), "labeled")).containsExactly(20L, 20L, 10L);
        assertThat(run.warning()).isNull();
        assertThat(run.information()).contains("All rows of the class \"c\" keep their label");
    }

    @Test
    void theSeedDecidesAndSmallerDrawsLieInLargerOnes() throws Exception {
        final var four = labeled(4, 1);
        assertThat(labeled(4, 1)).isEqualTo(four);
        assertThat(labeled(4, 2)).isNotEqualTo(four);
        assertThat(labeled(6, 1)).containsAll(four);
        assertThat(four).containsAll(labeled(1, 1));
    }

    @Test
    void rowsWithoutATruthStayUnlabeled() throws Exception {
        final var out = TestRun.of(new LabelMaskerNodeFactory(), s -> s.addInt("perClass", 1),
            new TestTable().doubles("x", 1, 2, 3, 4).strings("label", "a", null, "b", null).build()).table(0);
        assertThat(texts(out, "Role")).containsExactly("labeled", "unlabeled", "labeled", "unlabeled");
        assertThat(texts(out, "label (truth)")).containsExactly("a", null, "b", null);
    }

    @Test
    void maskingTwiceIsAnErrorWithARemedy() throws Exception {
        final var once = TestRun.of(new LabelMaskerNodeFactory(), table().build()).table(0);
        assertThatThrownBy(() -> TestRun.of(new LabelMaskerNodeFactory(), once))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("masked already").hasMessageContaining("Column Filter");
    }

    @Test
    void wholeNumbersAreReadAsClassNames() throws Exception {
        final var run = TestRun.of(new LabelMaskerNodeFactory(),
            new TestTable().doubles("x", 1, 2, 3, 4).ints("label", 0, 0, 1, 1).build());
        assertThat(run.information()).contains("are read as 2 class names");
    }

    @Test
    void anEmptyTableIsAnError() {
        assertThatThrownBy(
            () -> TestRun.of(new LabelMaskerNodeFactory(), new TestTable().doubles("x").strings("label").build()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("no rows");
    }

    @Test
    void noClassColumnIsAnError() {
        assertThatThrownBy(() -> TestRun.of(new LabelMaskerNodeFactory(), new TestTable().doubles("x", 1, 2).build()))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("No column is chosen under \"Label column\"");
    }

    @Test
    void fiveThousandWholeNumbersAreNoClasses() {
        final var many = IntStream.range(0, 5000).boxed().toArray();
        assertThatThrownBy(() -> TestRun.of(new LabelMaskerNodeFactory(),
            new TestTable().doubles("x", many).ints("label", many).build())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("5000 different whole numbers");
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        assertThatThrownBy(
            () -> TestRun.of(new LabelMaskerNodeFactory(), s -> s.addDouble("holdOut", 100), table().build()))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"Held-out rows (%)\" must be from 0 to 95");
    }

    private static List<Integer> labeled(final int perClass, final long seed) throws Exception {
        final var roles = texts(TestRun.of(new LabelMaskerNodeFactory(), s -> {
            s.addInt("perClass", perClass);
            s.addLong("seed", seed);
        }, table().build()).table(0), "Role");
        return IntStream.range(0, 100).filter(row -> roles.get(row).equals("labeled")).boxed().toList();
    }

    private static List<Long> counts(final BufferedDataTable table, final String role) {
        final var roles = texts(table, "Role");
        final var truth = texts(table, "label (truth)");
        return List.of("a", "b", "c").stream()
            .map(c -> IntStream.range(0, 100).filter(r -> roles.get(r).equals(role) && truth.get(r).equals(c)).count())
            .toList();
    }
}
