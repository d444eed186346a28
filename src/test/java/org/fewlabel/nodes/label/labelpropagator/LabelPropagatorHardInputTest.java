package org.fewlabel.nodes.label.labelpropagator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;
import static org.fewlabel.nodes.TestTable.twoGroups;

import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/** Tables at the edge of what makes sense: a clear message or a correct result, never a crash. */
class LabelPropagatorHardInputTest {

    private static final String PREDICTION = "Prediction (label)";

    private static TestRun run(final BufferedDataTable table) throws Exception {
        return TestRun.of(new LabelPropagatorNodeFactory(), table);
    }

    @Test
    void anAllMissingColumnIsNamedAndNotUsed() throws Exception {
        final var run = run(
            twoGroups(20, "low", "high").doubles("empty", new Object[40]).strings("void", new Object[40])
                .build());
        assertThat(run.information()).contains("\"empty\", \"void\"");
        assertThat(texts(run.table(0), PREDICTION).subList(0, 20)).containsOnly("low");
    }

    @Test
    void onlyConstantColumnsLeaveEveryRowTheSame() throws Exception {
        final var labels = new Object[]{"a", "a", "b", null, null};
        final var run = run(new TestTable().doubles("x", 1, 1, 1, 1, 1).strings("label", labels).build());
        assertThat(run.information()).contains("all values are equal: \"x\"");
        assertThat(texts(run.table(0), PREDICTION).subList(0, 3)).containsExactly("a", "a", "b");
        assertThat(texts(run.table(0), PREDICTION).subList(3, 5)).as("the commoner label").containsOnly("a");
    }

    @Test
    void aThousandClasses() throws Exception {
        final var x = new Object[3000];
        final var label = new Object[3000];
        for (var i = 0; i < 3000; i++) {
            x[i] = i / 3 * 10.0 + i % 3;
            label[i] = i % 3 == 0 ? "class " + i / 3 : null;
        }
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), s -> s.addBoolean("everyClass", false),
            new TestTable().doubles("x", x).strings("label", label).build());
        final var predicted = texts(run.table(0), PREDICTION);
        assertThat(IntStream.range(0, 3000).filter(i -> ("class " + i / 3).equals(predicted.get(i))).count())
            .isGreaterThan(2700);
    }

    @Test
    void moreThanAThousandClassesAreNoClasses() {
        final var many = IntStream.range(0, 1500).mapToObj(i -> (Object)("c" + i)).toArray();
        assertThatThrownBy(() -> run(
            new TestTable().doubles("x", IntStream.range(0, 1500).boxed().toArray()).strings("label", many).build()))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("1500 different values")
            .hasMessageContaining("Is it an id?");
    }

    @Test
    void aClassWithASingleLabelAmongOthersWithMany() throws Exception {
        final var labels = new Object[40];
        for (var i = 0; i < 15; i++) {
            labels[i] = "low";
        }
        labels[20] = "high";
        final var groups = twoGroups(20, "low", "high").build();
        final var run = run(new TestTable().doubles("x", texts(groups, "x").stream().map(Double::valueOf).toArray())
            .strings("label", labels).build());
        assertThat(texts(run.table(0), PREDICTION).subList(20, 40)).containsOnly("high");
    }

    @Test
    void tenThousandColumns() throws Exception {
        final var random = new Random(3);
        final var table = new TestTable();
        for (var c = 0; c < 10_000; c++) {
            final var cells = new Object[30];
            for (var i = 0; i < 30; i++) {
                cells[i] = (i < 15 ? 0 : 1) + random.nextGaussian();
            }
            table.doubles("c" + c, cells);
        }
        final var label = new Object[30];
        label[0] = "a";
        label[15] = "b";
        final var run = run(table.strings("label", label).build());
        assertThat(texts(run.table(0), PREDICTION).subList(0, 15)).containsOnly("a");
        assertThat(texts(run.table(0), PREDICTION).subList(15, 30)).containsOnly("b");
    }

    @Test
    void ninetyNineToOne() throws Exception {
        final var random = new Random(4);
        final var x = new Object[1000];
        final var y = new Object[1000];
        final var label = new Object[1000];
        for (var i = 0; i < 1000; i++) {
            final var rare = i < 10;
            x[i] = (rare ? 8 : 0) + random.nextGaussian();
            y[i] = (rare ? 8 : 0) + random.nextGaussian();
            label[i] = i < 3 ? "rare" : i >= 10 && i < 110 ? "common" : null;
        }
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), s -> s.addInt("neighbours", 5),
            new TestTable().doubles("x", x).doubles("y", y).strings("label", label).build());
        final var predicted = texts(run.table(0), PREDICTION);
        assertThat(predicted.subList(3, 10)).as("the rare class is not swallowed").containsOnly("rare");
        assertThat(Collections.frequency(predicted, "rare")).isBetween(10, 15);
    }

    @Test
    void ofTwoHalvesOnlyTheOneWithLabelsIsPredicted() throws Exception {
        final var groups = twoGroups(30, "low", "high").build();
        final var label = new Object[60];
        label[0] = "a";
        label[1] = "b";
        final var run = run(new TestTable().doubles("x", texts(groups, "x").stream().map(Double::valueOf).toArray())
            .doubles("y", texts(groups, "y").stream().map(Double::valueOf).toArray()).strings("label", label).build());
        assertThat(texts(run.table(0), PREDICTION).subList(0, 30)).doesNotContainNull();
        assertThat(texts(run.table(0), PREDICTION).subList(30, 60)).containsOnlyNulls();
        assertThat(run.warning()).contains("30 rows in 1 group have no prediction");
    }

    @Test
    void aRowOfZerosHasNoDirectionUnderCosine() throws Exception {
        final var run = TestRun.of(new LabelPropagatorNodeFactory(), s -> s.addString("similarity", "COSINE"),
            new TestTable().doubles("x", 1, 2, 3, 0, 0, 0, 0).doubles("y", 0, 0, 0, 1, 2, 3, 0)
                .strings("label", "a", null, null, "b", null, null, null).build());
        assertThat(texts(run.table(0), PREDICTION)).containsExactly("a", "a", "a", "b", "b", "b", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a \"b\"", "a,b;c", "two\nlines", "🦆", "", " ", "P (label=x)", "ä\u0000"})
    void anyTextCanBeAClassName(final String name) throws Exception {
        final var run = run(twoGroups(4, name, "other").build());
        assertThat(texts(run.table(0), PREDICTION)).startsWith(name, name, name, name)
            .endsWith("other", "other", "other", "other");
        assertThat(texts(run.table(0), "P (label=" + name + ")")).hasSize(8);
    }
}
