package org.fewlabel.nodes.encode.encodercheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fewlabel.nodes.TestTable.texts;
import static org.fewlabel.nodes.encode.EncodedTables.cells;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import org.fewlabel.nodes.ColumnSettings;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;

class EncoderCheckTest {

    private static final int ROWS = 120;

    private static final DataTableSpec QUALITY = new DataTableSpec(
        new String[]{"Measure", "Embedding", "Original columns", "Difference", "Explanation", "Difference (low)",
            "Difference (high)", "Embedding (low)", "Embedding (high)", "Original columns (low)",
            "Original columns (high)"},
        new DataType[]{StringCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, StringCell.TYPE,
            DoubleCell.TYPE,
            DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE});

    private static TestRun check(final TestTable table) throws Exception {
        return check(s -> {}, table.build());
    }

    private static TestRun check(final Consumer<NodeSettings> change, final BufferedDataTable table) throws Exception {
        return TestRun.of(new EncoderCheckNodeFactory(), change, table);
    }

    /** Numbers that separate the two groups by a distance; 0 does not separate them. */
    private static double[][] numbers(final int dimensions, final double signal, final long seed) {
        final var random = new Random(seed);
        final var numbers = new double[ROWS][dimensions];
        for (var i = 0; i < ROWS; i++) {
            for (var d = 0; d < dimensions; d++) {
                numbers[i][d] = (i % 2 == d % 2 ? signal : 0) + random.nextGaussian();
            }
        }
        return numbers;
    }

    private static TestTable table(final double signalOfRaw, final IntFunction<double[]> embedding) {
        final var raw = numbers(2, signalOfRaw, 3);
        return new TestTable().doubles("x", cells(ROWS, i -> raw[i][0])).doubles("y", cells(ROWS, i -> raw[i][1]))
            .strings("label", cells(ROWS, i -> i < 60 ? "group " + i % 2 : null))
            .lists("Embedding", cells(ROWS, embedding::apply));
    }

    private static String cell(final TestRun run, final String measure, final String column) {
        return texts(run.table(0), column).get(texts(run.table(0), "Measure").indexOf(measure));
    }

    private static double figure(final TestRun run, final String measure, final String column) {
        return Double.parseDouble(cell(run, measure, column));
    }

    @Test
    void aBetterEmbeddingIsReportedAsBetter() throws Exception {
        final var embedding = numbers(4, 3, 1);
        final var run = check(table(0, i -> embedding[i]));

        assertThat(run.warning()).isNull();
        assertThat(run.information()).startsWith("The embedding is better than the original columns: cross-validated");
        assertThat(cell(run, "Verdict", "Explanation")).isEqualTo(run.information());
        assertThat(texts(run.table(0), "Measure")).containsExactly("Verdict", "Nearest neighbors, accuracy",
            "Linear probe, accuracy", "Effective rank", "Share of dead dimensions", "Alignment", "Uniformity");
        for (final var probe : List.of("Nearest neighbors, accuracy", "Linear probe, accuracy")) {
            final var share = figure(run, probe, "Embedding");
            assertThat(share).isGreaterThan(0.9);
            assertThat(figure(run, probe, "Original columns")).isBetween(0.25, 0.75);
            assertThat(figure(run, probe, "Difference")).isCloseTo(share - figure(run, probe, "Original columns"),
                within(1e-12));
            assertThat(figure(run, probe, "Difference (low)")).isBetween(0.05, figure(run, probe, "Difference"));
            assertThat(figure(run, probe, "Embedding (low)")).isBetween(0.7, share);
            assertThat(cell(run, probe, "Explanation"))
                .isEqualTo("Cross-validated accuracy on 60 labeled rows, with 95 % intervals.");
        }
        assertThat(figure(run, "Effective rank", "Embedding")).isBetween(2.5, 4.0);
        assertThat(figure(run, "Share of dead dimensions", "Embedding")).isZero();
        assertThat(cell(run, "Effective rank", "Explanation")).matches(
            "The embedding uses about [234]\\.[0-9] of its 4 dimensions\\. It has not collapsed\\.");
        assertThat(cell(run, "Share of dead dimensions", "Explanation")).isEqualTo(
            "Number of dimensions with a standard deviation below one hundredth of the largest: 0 of 4.");
        assertThat(cell(run, "Alignment", "Explanation")).isEqualTo("Mean squared distance between labeled rows of the "
            + "same class, each scaled to length 1 (0 to 4, lower is better).");
        assertThat(cell(run, "Uniformity", "Explanation"))
            .isEqualTo("How evenly rows are spread over all directions (0 "
                + "if all are equal, lower is better). It is meaningful only together with alignment.");
    }

    @Test
    void aWorseEmbeddingDoesNotPay() throws Exception {
        final var embedding = numbers(4, 0, 1);
        assertThat(check(table(4, i -> embedding[i])).warning())
            .startsWith("The embedding is worse than the original columns: ").endsWith("Use the original columns.");
    }

    @Test
    void theTableIsAsItWasDeclared() throws Exception {
        final var embedding = numbers(4, 3, 1);
        final var run = check(table(0, i -> embedding[i]));
        assertThat(run.table(0).getDataTableSpec().equalStructure(QUALITY)).isTrue();
        assertThat(((DataTableSpec)run.configured().specs()[0]).equalStructure(QUALITY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aCollapsedEmbeddingIsReported(final int way) throws Exception {
        final var noise = numbers(1, 0, 1);
        final var more = numbers(6, 0, 1);
        final var run = check(table(2, i -> switch (way) {
            case 0 -> new double[]{2, 2, 2, 2, 2, 2}; // all rows the same
            case 1 -> new double[]{noise[i][0], -noise[i][0], 2 * noise[i][0], 0, 0, noise[i][0]}; // one direction
            case 2 -> new double[]{3, 1, 4, 1, 5, 9 + 1e-4 * noise[i][0]}; // nearly the same
            default -> Arrays.stream(more[i]).map(value -> 5 + 1e-4 * value).toArray(); // the same, in all dimensions
        }));
        assertThat(run.warning())
            .startsWith("The embedding has collapsed: " + (way == 3 ? "all rows get nearly the same vector."
                : "it uses about " + (way == 0 ? "0.0" : "1.0")
                    + " of its 6 dimensions, so most rows get nearly the same vector."))
            .contains("The embedding is worse than the original columns");
        assertThat(cell(run, "Effective rank", "Explanation"))
            .endsWith("It has collapsed: most rows get nearly the same vector.");
    }

    @Test
    void anEmbeddingThatIsMissingEverywhereIsCollapsedToo() throws Exception {
        final var run = check(table(4, i -> null));
        assertThat(run.warning()).startsWith("The embedding has collapsed: it uses about 0.0 of its 0 dimensions");
        assertThat(figure(run, "Linear probe, accuracy", "Embedding")).isLessThan(0.7);
    }

    @Test
    void aSingleDimensionThatSeparatesTheGroupsIsNotCollapsed() throws Exception {
        final var run = check(table(0, i -> new double[]{5 + i % 2 + 0.001 * i}));
        assertThat(run.warning()).isNull();
        assertThat(run.information()).startsWith("The embedding is better than the original columns");
        assertThat(cell(run, "Effective rank", "Explanation")).contains("It has not collapsed");
    }

    @Test
    void anOffsetThatAllRowsHaveIsNoCollapse() throws Exception {
        final var embedding = numbers(4, 3, 1);
        final var run = check(table(0, i -> Arrays.stream(embedding[i]).map(value -> 100 + value).toArray()));
        assertThat(run.warning()).isNull();
        assertThat(run.information()).startsWith("The embedding is better than the original columns");
    }

    @Test
    void withoutRawColumnsOnlyTheEmbeddingIsEvaluated() throws Exception {
        final var embedding = numbers(4, 3, 1);
        final var run = check(new TestTable().strings("label", cells(ROWS, i -> "group " + i % 2))
            .lists("Embedding", cells(ROWS, i -> embedding[i])));
        assertThat(run.warning()).isNull();
        assertThat(run.information()).startsWith("The embedding has a cross-validated accuracy of ")
            .endsWith(", 120 labeled rows). There are no original columns to compare it with.");
        assertThat(texts(run.table(0), "Original columns")).containsOnlyNulls();
        assertThat(texts(run.table(0), "Difference")).containsOnlyNulls();
        assertThat(figure(run, "Linear probe, accuracy", "Embedding")).isGreaterThan(0.9);
    }

    @Test
    void rawColumnsThatAreIdsAreNone() throws Exception {
        final var embedding = numbers(4, 3, 1);
        final var run = check(new TestTable().strings("patient", cells(ROWS, i -> "patient " + i))
            .ints("nr", cells(ROWS, i -> i))
            .strings("label", cells(ROWS, i -> "group " + i % 2)).lists("Embedding", cells(ROWS, i -> embedding[i])));
        assertThat(run.information()).contains("There are no original columns to compare it with.",
            "Ignored because every value is unique (probably an ID): \"patient\", \"nr\".");
    }

    @Test
    void dimensionsThatRepeatEachOtherBelongToTheEmbedding() throws Exception {
        final var embedding = numbers(1, 3, 1);
        final var dimension = cells(ROWS, i -> embedding[i][0]);
        final var run = check(new TestTable().strings("label", cells(ROWS, i -> "group " + i % 2))
            .doubles("Embedding 1", dimension).doubles("Embedding 2", dimension).doubles("Embedding 3", dimension));
        assertThat(run.warning()).startsWith("The embedding has collapsed: it uses about 1.0 of its 3 dimensions")
            .doesNotContain("Ignored");
        assertThat(run.information()).doesNotContain("Ignored");
    }

    @Test
    void withASingleLabelPerClassThereIsNoEvaluation() throws Exception {
        final var embedding = numbers(4, 3, 1);
        final var run = check(new TestTable().doubles("x", cells(ROWS, i -> embedding[i][0]))
            .strings("label", cells(ROWS, i -> i < 2 ? "group " + i : null))
            .lists("Embedding", cells(ROWS, i -> embedding[i])));
        assertThat(run.warning()).startsWith("The embedding cannot be evaluated: ");
        assertThat(texts(run.table(0), "Measure")).containsExactly("Verdict", "Effective rank",
            "Share of dead dimensions",
            "Alignment", "Uniformity");
        assertThat(cell(run, "Alignment", "Embedding")).isNull();
    }

    @Test
    void aSingleClassCannotBeEvaluatedEither() throws Exception {
        final var embedding = numbers(4, 3, 1);
        final var run = check(new TestTable().doubles("x", cells(ROWS, i -> embedding[i][0]))
            .strings("label", cells(ROWS, i -> "only")).lists("Embedding", cells(ROWS, i -> embedding[i])));
        assertThat(run.warning()).startsWith("The embedding cannot be evaluated: ")
            .as("there is nothing to spread here").doesNotContain("every row is predicted")
            .doesNotContain("All rows are labeled");
    }

    @Test
    void aClassWithASingleLabelIsNotEvaluated() throws Exception {
        final var embedding = numbers(4, 6, 1);
        final var labels = cells(ROWS, i -> i < 20 ? "group " + i % 2 : i == 20 ? "rare" : null);
        final var run = check(new TestTable().doubles("x", cells(ROWS, i -> embedding[i][0])).strings("label", labels)
            .lists("Embedding", cells(ROWS, i -> embedding[i])));
        assertThat(figure(run, "Linear probe, accuracy", "Embedding")).as("of those that can be").isEqualTo(1);
        assertThat(cell(run, "Linear probe, accuracy", "Explanation")).contains("20 labeled rows");
    }

    @Test
    void ifTheTruthIsTheLabelTheMaskedLabelIsNoRawColumn() throws Exception {
        final var embedding = numbers(4, 3, 1);
        final var table = new TestTable().strings("label", cells(ROWS, i -> i < 100 ? "group " + i % 2 : null))
            .strings("label (truth)", cells(ROWS, i -> "group " + i % 2)).strings("Role", cells(ROWS, i -> "unlabeled"))
            .lists("Embedding", cells(ROWS, i -> embedding[i])).build();
        final var run = check(s -> {
            s.addString("label", "label (truth)");
            select(s, "raw", "label");
        }, table);
        assertThat(run.information()).contains(", 120 labeled rows)",
            "There are no original columns to compare it with.");
    }

    @Test
    void heldOutRowsAreIgnored() throws Exception {
        final var embedding = numbers(4, 3, 1);
        final var run = check(new TestTable().strings("label", cells(ROWS, i -> i < 40 ? "group " + i % 2 : "group 0"))
            .strings("Role", cells(ROWS, i -> i < 40 ? "labeled" : "held out"))
            .lists("Embedding", cells(ROWS, i -> i < 40 ? embedding[i] : new double[]{0, 0, 0, 0})));
        assertThat(run.information()).contains(", 40 labeled rows)", "80 held-out rows were ignored.");
    }

    @Test
    void oneColumnPerDimensionIsEvaluatedLikeAVector() throws Exception {
        for (final var signal : new double[]{0.5, 3}) {
            final var embedding = numbers(4, signal, 1);
            final var raw = numbers(2, 1, 3);
            final var columns = new TestTable().doubles("x", cells(ROWS, i -> raw[i][0]))
                .doubles("y", cells(ROWS, i -> raw[i][1]))
                .strings("label", cells(ROWS, i -> i < 60 ? "group " + i % 2 : null));
            for (var d = 0; d < 4; d++) {
                final var dimension = d;
                columns.doubles("Embedding " + (d + 1), cells(ROWS, i -> embedding[i][dimension]));
            }
            final var vectors = check(table(1, i -> embedding[i]));
            final var dimensions = check(columns);
            assertThat(cell(dimensions, "Verdict", "Explanation").split(": ")[0])
                .isEqualTo(cell(vectors, "Verdict", "Explanation").split(": ")[0]);
            for (final var measure : texts(vectors.table(0), "Measure").subList(1, 7)) {
                assertThat(figure(dimensions, measure, "Embedding")).as(measure)
                    .isCloseTo(figure(vectors, measure, "Embedding"),
                        within(measure.endsWith("accuracy") ? 0.05 : 1e-5));
            }
        }
    }

    @Test
    void withoutAnEmbeddingTheMessageSaysWhatToConnect() {
        assertThatThrownBy(() -> check(new TestTable().doubles("x", 1, 2).strings("label", "a", "b")))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageStartingWith("No column is chosen under \"Embedding\". Connect the output of Encoder Apply");
    }

    @Test
    void noLabelsAndNoRowsAreErrors() {
        assertThatThrownBy(() -> check(new TestTable().strings("label", null, null)
            .lists("Embedding", new double[]{1, 2}, new double[]{2, 1}))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("No row has a label");
        assertThatThrownBy(() -> check(new TestTable().strings("label").lists("Embedding")))
            .isInstanceOf(KNIMEException.class)
            .hasMessageContaining("has no rows");
        assertThatThrownBy(() -> check(s -> s.addString("label", "gone"), table(1, i -> new double[]{i}).build()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"gone\"")
            .hasMessageContaining("Label column");
    }

    @Test
    void vectorsOfDifferentLengthsAreNamedWithTheirRow() {
        assertThatThrownBy(() -> check(table(1, i -> new double[i == 17 ? 3 : 4]))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("\"Embedding\"").hasMessageContaining("in the row \"Row17\"");
    }

    private static void select(final NodeSettings settings, final String key, final String... columns) {
        ColumnSettings.choose(settings, key, columns);
    }
}
