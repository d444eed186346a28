package org.fewlabel.nodes.encode.encoderapply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;
import static org.fewlabel.nodes.encode.EncodedTables.cells;
import static org.fewlabel.nodes.encode.EncodedTables.column;
import static org.fewlabel.nodes.encode.EncodedTables.embedding;
import static org.fewlabel.nodes.encode.EncodedTables.groups;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.encode.Trainer;
import org.fewlabel.port.EncoderPortObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

class EncoderApplyTest {

    private static final int DIMENSIONS = 6;

    private static EncoderPortObject encoder;

    @BeforeAll
    static void learn() throws Exception {
        encoder = Trainer.DENOISING.train(labeled(), settings -> Trainer.widths(settings, "16,6"));
    }

    private static BufferedDataTable labeled() {
        return groups(80).strings("label", cells(80, i -> i < 4 ? "a" : null)).build();
    }

    private static TestRun apply(final BufferedDataTable table) throws Exception {
        return apply(table, s -> {});
    }

    private static TestRun apply(final BufferedDataTable table, final Consumer<NodeSettings> change) throws Exception {
        return TestRun.of(new EncoderApplyNodeFactory(), change, encoder, table);
    }

    private static Consumer<NodeSettings> form(final String form, final boolean errors) {
        return settings -> {
            settings.addString("form", form);
            settings.addBoolean("errors", errors);
        };
    }

    @ParameterizedTest
    @CsvSource({"VECTOR,false", "VECTOR,true", "COLUMNS,false", "COLUMNS,true"})
    void theSpecIsThatOfConfigureEvenBeforeTheEncoderIsTrained(final String form, final boolean errors)
        throws Exception {
        final var table = labeled();
        final var run = apply(table, form(form, errors));
        final var untrained = TestRun.configure(Trainer.DENOISING.factory(),
            Trainer.DENOISING.settings(settings -> Trainer.widths(settings, "16,6")), table.getSpec()).specs()[0];
        final var early = TestRun.configure(new EncoderApplyNodeFactory(), form(form, errors), untrained,
            table.getSpec());

        final var spec = run.table(0).getDataTableSpec();
        assertThat(spec.equalStructure((DataTableSpec)run.configured().specs()[0])).isTrue();
        assertThat(spec.equalStructure((DataTableSpec)early.specs()[0])).isTrue();
        assertThat(spec.getNumColumns())
            .isEqualTo(7 + (form.equals("VECTOR") ? 1 : DIMENSIONS) + (errors ? 1 : 0));
        assertThat(spec.getColumnSpec(7).getName()).isEqualTo(form.equals("VECTOR") ? "Embedding" : "Embedding 1");
        assertThat(spec.containsName("Reconstruction error")).isEqualTo(errors);
        assertThat(run.table(0).size()).isEqualTo(table.size());
        assertThat(run.warning()).isNull();
    }

    @Test
    void bothFormsHoldTheSameNumbers() throws Exception {
        final var vectors = column(apply(labeled(), form("VECTOR", true)).table(0), "Embedding");
        final var columns = apply(labeled(), form("COLUMNS", true)).table(0);
        for (var d = 0; d < DIMENSIONS; d++) {
            final var dimension = d;
            assertThat(column(columns, "Embedding " + (d + 1)))
                .containsExactlyElementsOf(vectors.stream().map(cell -> ((ListDataValue)cell).get(dimension)).toList());
        }
        assertThat(column(columns, "Reconstruction error")).allSatisfy(
            cell -> assertThat(((DoubleValue)cell).getDoubleValue()).isFinite().isNotNegative());
    }

    @Test
    void oddRowsAreReconstructedWorse() throws Exception {
        final var table = groups(80, 79).build();
        final var trained = Trainer.DENOISING.train(labeled(), settings -> Trainer.epochs(settings, 60));
        final var errors = texts(
            TestRun.of(new EncoderApplyNodeFactory(), form("VECTOR", true), trained, table).table(0),
            "Reconstruction error").stream().mapToDouble(Double::parseDouble).toArray();
        for (var i = 0; i < 79; i++) {
            assertThat(errors[79]).isGreaterThan(errors[i]);
        }
    }

    @Test
    void rowsKeepTheirCellsAndOrderAndOthersDoNotMatter() throws Exception {
        final var table = labeled();
        final var whole = apply(table).table(0);
        assertThat(texts(whole, "size")).isEqualTo(texts(table, "size"));
        final var few = new TestTable()
            .booleans("smoker", texts(table, "smoker").subList(3, 6).stream().map(Boolean::valueOf).toArray())
            .strings("colour", texts(table, "colour").subList(3, 6).toArray()).doubles("length", some(table, "length"))
            .doubles("size", some(table, "size")).strings("more", "x", "y", "z").doubles("age", some(table, "age"))
            .doubles("weight", some(table, "weight")).build();
        assertThat(embedding(encoder, few)).isEqualTo(column(whole, "Embedding").subList(3, 6));
    }

    private static Object[] some(final BufferedDataTable table, final String column) {
        return texts(table, column).subList(3, 6).stream().map(text -> text == null ? null : Double.valueOf(text))
            .toArray();
    }

    @Test
    void noRowsGiveNoRows() throws Exception {
        final var empty = new TestTable().doubles("size").doubles("weight").doubles("age").doubles("length")
            .strings("colour")
            .booleans("smoker").build();
        for (final var form : List.of("VECTOR", "COLUMNS")) {
            final var run = apply(empty, form(form, true));
            assertThat(run.table(0).size()).isZero();
            assertThat(run.table(0).getDataTableSpec().equalStructure((DataTableSpec)run.configured().specs()[0]))
                .isTrue();
            assertThat(run.table(0).getDataTableSpec().containsName("Reconstruction error")).isTrue();
        }
    }

    @Test
    void aSecondEmbeddingGetsAnotherName() throws Exception {
        final var once = apply(labeled(), form("VECTOR", true)).table(0);
        final var twice = apply(once, form("VECTOR", true)).table(0);
        assertThat(twice.getDataTableSpec().getColumnNames()).endsWith("Embedding", "Reconstruction error",
            "Embedding (#1)", "Reconstruction error (#1)");
        assertThat(column(twice, "Embedding (#1)")).isEqualTo(column(once, "Embedding"));
    }

    @Test
    void unseenValuesAreReportedOnceForAllBlocks() throws Exception {
        final var rows = 2500;
        final var random = new Random(1);
        final var table = new TestTable()
            .doubles("size", cells(rows, i -> i % 1000 == 0 ? null : random.nextGaussian()))
            .doubles("weight", cells(rows, i -> 70)).doubles("age", cells(rows, i -> i % 3 == 0 ? null : 40))
            .doubles("length", cells(rows, i -> i == 2000 ? null : 1))
            .strings("colour", cells(rows, i -> i % 500 == 1 ? "new " + i : i % 500 == 2 ? null : "red"))
            .booleans("smoker", cells(rows, i -> true)).build();
        final var run = apply(table);

        final var words = " are treated as missing because such cells (a new category or a missing number) were not in "
            + "the training data.";
        assertThat(run.warning())
            .isEqualTo("3 cells of \"size\"" + words + " 1 cell of \"length\" is treated as missing "
                + "because such a cell (a new category or a missing number) was not in the training data. 5 cells of "
                + "\"colour\"" + words);
        assertThat(column(run.table(0), "Embedding")).hasSize(rows);
    }

    @Test
    void newlyMissingVectorsAndFingerprintsAreReported() throws Exception {
        final var random = new Random(2);
        final var learned = Trainer.DENOISING.train(new TestTable()
            .lists("spectrum", cells(40, i -> random.doubles(3).toArray()))
            .bits("print", cells(40, i -> i % 2 == 0 ? "01" : "10")).build());
        final var run = TestRun.of(new EncoderApplyNodeFactory(), learned,
            new TestTable().lists("spectrum", null, new double[]{1, 2, 3}).bits("print", "01", null).build());
        assertThat(run.warning()).contains("1 cell of \"spectrum\" is treated as missing",
            "1 cell of \"print\" is treated as missing");
        assertThat(column(run.table(0), "Embedding")).noneMatch(cell -> cell.isMissing());
    }

    @Test
    void aMissingColumnIsNamedAndARenamedOneSuggested() {
        final var renamed = new TestTable().doubles("size", 1).doubles("mass", 2).doubles("age", 3).doubles("length", 1)
            .strings("colour", "red").booleans("smoker", true).build();
        assertThatThrownBy(() -> apply(renamed)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageStartingWith("The encoder needs 1 column that the table does not have: \"weight\".")
            .hasMessageContaining("Were they renamed? The table has \"mass\"").hasMessageContaining("Column Renamer");
        assertThatThrownBy(() -> apply(new TestTable().strings("other", "x").build()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("needs 6 columns");
    }

    @Test
    void aRetypedColumnIsNamedWithTheRemedy() {
        final var retyped = new TestTable().strings("size", "1").doubles("weight", 2).doubles("age", 3)
            .doubles("length", 1)
            .strings("colour", "red").booleans("smoker", true).build();
        assertThatThrownBy(() -> apply(retyped)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("The column \"size\" is of type")
            .hasMessageContaining("the encoder takes it as a number")
            .hasMessageContaining("String to Number");
    }

    @Test
    void vectorsOfAnotherLengthAreNamed() throws Exception {
        final var random = new Random(2);
        final var learned = Trainer.DENOISING
            .train(new TestTable().lists("spectrum", cells(40, i -> random.doubles(3).toArray())).build());
        final Object[] longer = cells(3, i -> random.doubles(4).toArray());
        assertThatThrownBy(() -> TestRun.of(new EncoderApplyNodeFactory(), learned,
            new TestTable().lists("spectrum", longer).build())).isInstanceOf(KNIMEException.class)
            .hasMessage("The column \"spectrum\" has vectors of 4 numbers, but those in the training data have 3.");
        longer[0] = random.doubles(3).toArray();
        assertThatThrownBy(() -> TestRun.of(new EncoderApplyNodeFactory(), learned,
            new TestTable().vectors("spectrum", longer).build())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("\"spectrum\"").hasMessageContaining("in the row \"Row1\"");
    }

    @ParameterizedTest
    @EnumSource(Trainer.class)
    void anErrorIsRefusedAtConfigureIfTheEncoderDoesNotReconstruct(final Trainer trainer) throws Exception {
        final var table = labeled();
        final var in = trainer.inputs(table);
        final var specs = Arrays.stream(in).map(PortObject::getSpec).toArray(PortObjectSpec[]::new);
        final var untrained = TestRun.configure(trainer.factory(), trainer.settings(s -> {}), specs).specs()[0];
        if (trainer.reconstructs()) {
            assertThat(
                TestRun.configure(new EncoderApplyNodeFactory(), form("VECTOR", true), untrained, table.getSpec())
                    .specs()[0])
                .isNotNull();
            assertThat(
                texts(TestRun.of(new EncoderApplyNodeFactory(), form("VECTOR", true), trainer.train(table), table)
                    .table(0), "Reconstruction error"))
                .hasSize(80).doesNotContainNull();
        } else {
            assertThatThrownBy(() -> TestRun.configure(new EncoderApplyNodeFactory(), form("VECTOR", true), untrained,
                table.getSpec())).isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("does not reconstruct rows")
                .hasMessageContaining("Switch off \"Append reconstruction error\"");
        }
    }

    @Test
    void numbersWrittenAsTextAreReadAsTheyWereLearned() throws Exception {
        final var learned = Trainer.DENOISING.train(new TestTable().strings("weight", cells(60, i -> i + ".5"))
            .doubles("x", cells(60, i -> i % 7)).strings("label", cells(60, i -> i < 4 ? "a" : null)).build());
        final var text = new TestTable().strings("weight", "7.5", "n/a", null).doubles("x", 1, 2, 3).build();
        final var run = TestRun.of(new EncoderApplyNodeFactory(), learned, text);

        assertThat(column(run.table(0), "Embedding")).isEqualTo(embedding(learned,
            new TestTable().doubles("weight", 7.5, null, null).doubles("x", 1, 2, 3).build()));
        assertThat(run.warning()).startsWith("2 cells of \"weight\" are treated as missing");
    }

    @Test
    void wholeNumbersDoForDecimalOnes() throws Exception {
        final var decimal = new TestTable().doubles("size", 3, 1).doubles("weight", 60, 90).doubles("age", null, 41)
            .doubles("length", -3, 3).strings("colour", "red", "blue").booleans("smoker", true, null).build();
        final var whole = new TestTable().ints("size", 3, 1).longs("weight", 60, 90).ints("age", null, 41)
            .ints("length", -3, 3).strings("colour", "red", "blue").booleans("smoker", true, null).build();
        assertThat(embedding(encoder, whole)).isEqualTo(embedding(encoder, decimal));
    }
}
