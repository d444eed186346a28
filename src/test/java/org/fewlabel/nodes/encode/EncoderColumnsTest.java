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
import org.fewlabel.nodes.encode.pretextgenerator.PretextGeneratorNodeFactory;
import org.fewlabel.nodes.encode.pretextgenerator.PretextGeneratorTest;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;

/** Columns that learners of encoders do not find as they expect them, and columns of vectors. */
class EncoderColumnsTest {

    private static final Consumer<
        NodeSettings> NO_LABEL = s -> Trainer.inside(s, "columns", columns -> columns.addBoolean("hasLabel", false));

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
    void aFeatureThatIsGoneIsNamed() throws Exception {
        final var run = Trainer.DENOISING.run(s -> PretextGeneratorTest.choose(s, "size", "weight", "height"),
            groups(40).build());
        assertThat(run.warning()).contains("The table no longer has \"height\", chosen under \"Features\".");
        assertThat(run.information()).contains("Read as numbers: \"size\", \"weight\".");
    }

    @Test
    void chosenVectorsOfDifferentLengthsAreNamedWithTheirRow() {
        final var table = new TestTable().vectors("spectrum", new double[]{1, 2, 3}, null, new double[]{3, 2, 1},
            new double[]{1, 2}).doubles("x", 1, 2, 3, 4).build();
        assertThatThrownBy(() -> TestRun.of(new AutoencoderNodeFactory(),
            NO_LABEL.andThen(s -> PretextGeneratorTest.choose(s, "spectrum", "x")), table))
            .isInstanceOf(KNIMEException.class)
            .hasMessageContaining("The column \"spectrum\" cannot be read as vectors: the "
                + "first has 3 numbers, but there are 2 in the row \"Row3\"");
        assertThatThrownBy(() -> TestRun.of(new PretextGeneratorNodeFactory(),
            s -> PretextGeneratorTest.choose(s, "spectrum"), table)).isInstanceOf(KNIMEException.class)
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
            assertThat(embedding(Trainer.DENOISING.train(table, NO_LABEL), table))
                .isEqualTo(embedding(encoder, of.get(0)));
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
    void aTaskForAnotherTableNamesTheColumns() throws Exception {
        final var task = Trainer.task(groups(40).build(), "CORRUPT").object(0);
        final var other = new TestTable().doubles("size", 1, 2, 3).doubles("mass", 3, 4, 5).build();
        for (final var trainer : List.of(Trainer.NT_XENT, Trainer.CORRUPTED)) {
            assertThatThrownBy(() -> trainer.run(s -> {}, other, task)).isInstanceOf(InvalidSettingsException.class)
                .hasMessageStartingWith(
                    "The pretext task needs 4 columns that the table does not have: \"weight\", \"age\", ")
                .hasMessageContaining("\"length\", \"colour\"")
                .hasMessageContaining("Were they renamed? The table has \"mass\"");
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
        final var run = Trainer.NT_XENT.run(s -> {},
            new TestTable().strings("more", "a", "b", "c").doubles("y", 1, 2, 3).doubles("x", 3, 1, 5).build(), task);
        final var applied = TestRun.of(new EncoderApplyNodeFactory(), run.object(0),
            new TestTable().doubles("y", 1, 2, 3).doubles("x", 3, 1, 5).build());
        assertThat(column(applied.table(0), "Embedding")).hasSize(3).doesNotContain(DataType.getMissingCell());
    }
}
