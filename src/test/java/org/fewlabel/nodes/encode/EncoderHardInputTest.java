package org.fewlabel.nodes.encode;

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
import org.fewlabel.nodes.encode.autoencoder.AutoencoderNodeFactory;
import org.fewlabel.nodes.encode.contrastiveencoder.ContrastiveEncoderNodeFactory;
import org.fewlabel.nodes.encode.encoderapply.EncoderApplyNodeFactory;
import org.fewlabel.port.EncoderPortObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;

/** Tables at the edge of what makes sense, for those that learn encoders: a clear message or a right result. */
class EncoderHardInputTest {

    private static final Consumer<NodeSettings> NO_LABEL =
        s -> Trainer.inside(s, "columns", columns -> columns.addBoolean("hasLabel", false));

    /** Trains, and encodes the same rows with what was learned: all numbers are there and finite. */
    private static TestRun works(final Trainer trainer, final BufferedDataTable table,
        final Consumer<NodeSettings> change) throws Exception {
        final var run = trainer.run(change, trainer.inputs(table));
        final var encoded = embedding((EncoderPortObject)run.object(0), table);
        assertThat(encoded).hasSize((int)table.size());
        final var dimensions = ((EncoderPortObject)run.object(0)).getSpec().dimensions();
        assertThat(encoded.stream().flatMap(cell -> numbers(cell).stream()).filter(Double::isFinite))
            .hasSize(encoded.size() * dimensions);
        return run;
    }

    private static List<Double> numbers(final DataCell cell) {
        assertThat(cell.isMissing()).isFalse();
        return ((ListDataValue)cell).stream()
            .map(number -> number.isMissing() ? Double.NaN : ((DoubleValue)number).getDoubleValue()).toList();
    }

    @ParameterizedTest
    @EnumSource(value = Trainer.class, names = {"NT_XENT", "MASKED", "DENOISING"})
    void aBatchLargerThanTheTableIsSaid(final Trainer trainer) throws Exception {
        final var run = works(trainer, groups(40).build(), s -> Trainer.optional(s, "batch", 4000));
        assertThat(run.warning())
            .contains("The batch size 4000 is more than there are rows (40), so a batch has no more than that.");
    }

    @ParameterizedTest
    @EnumSource(Trainer.class)
    void twoRowsAreEnough(final Trainer trainer) throws Exception {
        works(trainer, new TestTable().doubles("x", 0, 1).doubles("y", 5, 3).strings("colour", "red", "blue").build(),
            s -> { });
    }

    @ParameterizedTest
    @EnumSource(value = Trainer.class, names = {"NT_XENT", "MASKED", "DENOISING"})
    void oneRowIsNot(final Trainer trainer) {
        assertThatThrownBy(() -> trainer.run(new TestTable().doubles("x", 1).doubles("y", 2).build()))
            .isInstanceOf(KNIMEException.class)
            .hasMessage("There are too few rows to learn from: 1, at least 2 are needed.");
    }

    @ParameterizedTest
    @EnumSource(Trainer.class)
    void oneColumnIsEnough(final Trainer trainer) throws Exception {
        works(trainer, new TestTable().doubles("x", cells(40, i -> i % 9 * 0.5)).build(), s -> { });
    }

    @ParameterizedTest
    @EnumSource(Trainer.class)
    void categoriesAloneAreEnough(final Trainer trainer) throws Exception {
        works(trainer, new TestTable().strings("colour", cells(60, i -> i % 3 == 0 ? "red" : "blue"))
            .strings("place", cells(60, i -> i % 11 == 4 ? null : "place " + i % 40))
            .booleans("known", cells(60, i -> i % 2 == 0)).strings("label", cells(60, i -> i < 4 ? "a" : null)).build(), s -> { });
    }

    @Test
    void textIsNoCategory() throws Exception {
        final var random = new Random(1);
        final var table = new TestTable().strings("text", cells(6000, i -> "word " + random.nextInt(5000)))
            .doubles("x", cells(6000, i -> random.nextGaussian())).strings("label", cells(6000, i -> i < 4 ? "a" : null))
            .build();
        final var run = Trainer.task(table, "MASK");
        assertThat(run.warning()).contains("Left out because they have more than 1000 different values: \"text\"");
        assertThat(run.object(0).getSummary()).isEqualTo("Mask 30 % of 1 column");
    }

    @ParameterizedTest
    @EnumSource(value = Trainer.class, names = {"BARLOW_TWINS", "MASKED", "VARIATIONAL"})
    void columnsThatTellNothingAreNamed(final Trainer trainer) throws Exception {
        final var table = groups(60).doubles("empty", new Object[60]).doubles("constant", cells(60, i -> 7))
            .lists("void", new Object[60]).strings("one", cells(60, i -> "same"))
            .strings("label", cells(60, i -> i < 4 ? "a" : null)).build();
        assertThat(works(trainer, table, s -> { }).warning())
            .contains("Not used because they have the same value in all rows: \"empty\", \"constant\", \"void\", \"one\".");
    }

    @ParameterizedTest
    @EnumSource(value = Trainer.class, names = {"NT_XENT", "SWAPPED", "DENOISING"})
    void aTableThatTellsNothingIsRefused(final Trainer trainer) {
        final var table = new TestTable().doubles("a", cells(30, i -> 1)).doubles("b", new Object[30]).build();
        assertThatThrownBy(() -> trainer.run(table))
            .isInstanceOf(KNIMEException.class)
            .hasMessage("No column has two different values, so there is nothing to learn from. Choose other columns.");
    }

    @ParameterizedTest
    @CsvSource({"NT_XENT,true", "NT_XENT,false", "BARLOW_TWINS,false", "VICREG,false", "MASKED,true", "MASKED,false",
        "VARIATIONAL,false", "DENOISING,false"})
    void aRateThatIsTooHighIsSaidAndTheEncoderCanBeUsed(final Trainer trainer, final boolean earlyStopping)
        throws Exception {
        for (final var epochs : new int[]{1, 3}) {
            final var run = works(trainer, groups(100).build(), s -> {
                Trainer.inside(s, "training", training -> {
                    training.addDouble("learningRate", 1e30);
                    training.addBoolean("earlyStopping", earlyStopping);
                });
                Trainer.optional(s, "batch", 100);
                Trainer.epochs(s, epochs);
            });
            assertThat(run.warning()).as(epochs + " epochs").containsIgnoringCase("lower the learning rate");
        }
    }

    @Test
    void aLabelColumnThatIsGoneIsNamed() {
        assertThatThrownBy(() -> TestRun.of(new AutoencoderNodeFactory(),
            s -> Trainer.inside(s, "columns", columns -> {
                columns.addBoolean("hasLabel", true);
                columns.addString("label", "diagnosis");
            }), groups(40).build())).isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"diagnosis\"")
                .hasMessageContaining("Label column");
    }

    @Test
    void aFeatureThatIsGoneIsNamed() {
        assertThatThrownBy(() -> TestRun.of(new AutoencoderNodeFactory(),
            s -> PretextGeneratorTest.choose(s, "size", "height"), groups(40).build()))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("The feature column \"height\" is not in the input table");
    }

    @Test
    void vectorsOfDifferentLengthsAreNamedWithTheirRow() {
        final var table = new TestTable().vectors("spectrum", new double[]{1, 2, 3}, null, new double[]{3, 2, 1},
            new double[]{1, 2}).doubles("x", 1, 2, 3, 4).build();
        assertThatThrownBy(() -> TestRun.of(new AutoencoderNodeFactory(), NO_LABEL, table))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("The column \"spectrum\" cannot be read as vectors: the "
                + "first has 3 numbers, but there are 2 in the row \"Row3\"");
        assertThatThrownBy(() -> Trainer.task(table, "MASK")).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("\"Row3\"");
    }

    @Test
    void listsVectorsAndCountsOfTheSameNumbersAreTheSame() throws Exception {
        final var random = new Random(3);
        final var counts = cells(50, i -> i % 10 == 7 ? null : bytes(random));
        final var numbers = cells(50, i -> counts[i] == null ? null : doubles((byte[])counts[i]));
        final var of = List.of(new TestTable().counts("v", counts).build(), new TestTable().lists("v", numbers).build(),
            new TestTable().vectors("v", numbers).build());
        final var encoder = Trainer.DENOISING.train(of.get(0), NO_LABEL);

        for (final var table : of) {
            assertThat(embedding(encoder, table)).isEqualTo(embedding(encoder, of.get(0)))
                .doesNotContain(DataType.getMissingCell());
            assertThat(embedding(Trainer.DENOISING.train(table, NO_LABEL), table)).isEqualTo(embedding(encoder, of.get(0)));
        }
    }

    private static byte[] bytes(final Random random) {
        final var bytes = new byte[5];
        random.nextBytes(bytes);
        return bytes;
    }

    private static double[] doubles(final byte[] bytes) {
        final var doubles = new double[bytes.length];
        Arrays.setAll(doubles, i -> Byte.toUnsignedInt(bytes[i]));
        return doubles;
    }

    @Test
    void emptyListsAndMissingNumbersAreNoError() throws Exception {
        final var lists = cells(40,
            i -> i == 3 ? new double[0] : i == 5 ? null : new double[]{i % 7, i == 9 ? Double.NaN : 2, -i});
        works(Trainer.VARIATIONAL, new TestTable().lists("v", lists).build(), NO_LABEL);
    }

    @Test
    void aTaskForAnotherTableNamesTheColumns() throws Exception {
        final var task = Trainer.task(groups(40).build(), "CORRUPT").object(0);
        final var other = new TestTable().doubles("size", 1, 2, 3).doubles("mass", 3, 4, 5).build();
        for (final var trainer : List.of(Trainer.NT_XENT, Trainer.CORRUPTED)) {
            assertThatThrownBy(() -> trainer.run(s -> { }, other, task)).isInstanceOf(InvalidSettingsException.class)
                .hasMessageStartingWith("The pretext task needs 4 columns that the table does not have: \"weight\", \"age\", ")
                .hasMessageContaining("\"length\", \"colour\"").hasMessageContaining("Were they renamed? The table has \"mass\"");
        }
        final var retyped = groups(40).build();
        assertThatThrownBy(() -> TestRun.of(new ContrastiveEncoderNodeFactory(),
            new TestTable().strings("size", texts(retyped, "size").toArray()).build(),
            Trainer.task(new TestTable().doubles("size", 1, 2.5, 4).build(), "MASK").object(0)))
                .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("The column \"size\" is of type")
                .hasMessageContaining("the pretext task takes it as a number");
    }

    @Test
    void aTableMayHaveOtherColumnsThanTheTaskAndAnotherOrder() throws Exception {
        final var two = new TestTable().doubles("x", 1, 2, 3.5, 9).doubles("y", 2, 7, 1, 3).build();
        final var task = Trainer.task(two, "MASK").object(0);
        final var run = Trainer.NT_XENT.run(s -> { },
            new TestTable().strings("more", "a", "b", "c").doubles("y", 1, 2, 3).doubles("x", 3, 1, 5).build(), task);
        final var applied = TestRun.of(new EncoderApplyNodeFactory(), run.object(0),
            new TestTable().doubles("y", 1, 2, 3).doubles("x", 3, 1, 5).build());
        assertThat(column(applied.table(0), "Embedding")).hasSize(3).doesNotContain(DataType.getMissingCell());
    }
}
