package org.fewlabel.nodes.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;
import static org.fewlabel.nodes.encode.EncodedTables.cells;
import static org.fewlabel.nodes.encode.EncodedTables.column;
import static org.fewlabel.nodes.encode.EncodedTables.embedding;
import static org.fewlabel.nodes.encode.EncodedTables.groups;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.encode.pretextgenerator.PretextGeneratorNodeFactory;
import org.fewlabel.port.EncoderPortObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;

/** Tables at the edge of what makes sense, for those that learn encoders: a clear message or a right result. */
class EncoderHardInputTest {

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
        assertThat(run.information())
            .contains("The batch size (4000) exceeds the number of rows (40), so each batch has at most 40 rows.");
    }

    @ParameterizedTest
    @EnumSource(value = Trainer.class, names = {"NT_XENT", "BARLOW_TWINS", "VICREG", "SWAPPED"})
    void batchesOfTwoRowsAreEnough(final Trainer trainer) throws Exception {
        // of 97 rows 9 are held out: an odd number, which does not go into batches of two
        final var run = works(trainer, groups(97).build(), s -> Trainer.optional(s, "batch", 2));
        assertThat(texts(run.table(1), "Validation loss")).doesNotContainNull();
    }

    @ParameterizedTest
    @CsvSource({"DENOISING,share,0", "DENOISING,share,100", "VARIATIONAL,beta,0", "MASKED,reconstruct,1000",
        "NT_XENT,temperature,0.02", "NT_XENT,temperature,100"})
    void theEdgesOfTheSettingsMakeSense(final Trainer trainer, final String key, final double value) throws Exception {
        works(trainer, groups(40).build(), s -> s.addDouble(key, value));
    }

    @ParameterizedTest
    @CsvSource({"CORRUPT,100", "CORRUPT,0.001", "MASK,100", "MASK,0.001", "SWAP,100", "BLOCKS,100", "BLOCKS,0.001"})
    void allCellsOrHardlyAnyMayBeChanged(final String kind, final double share) throws Exception {
        final var table = groups(40).build();
        final var task = TestRun.of(new PretextGeneratorNodeFactory(), s -> {
            s.addString("task", kind);
            s.addDouble("share", share);
            s.addBoolean("share_is_present", true);
        }, table).object(0);
        for (final var trainer : List.of(Trainer.NT_XENT, Trainer.MASKED)) {
            assertThat(trainer.run(s -> {}, table, task).table(1).size()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Trainer.class)
    void twoRowsAreEnough(final Trainer trainer) throws Exception {
        works(trainer, new TestTable().doubles("x", 0, 1).doubles("y", 5, 3).strings("colour", "red", "blue").build(),
            s -> {});
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
        works(trainer, new TestTable().doubles("x", cells(40, i -> i % 9 * 0.5)).build(), s -> {});
    }

    @ParameterizedTest
    @EnumSource(Trainer.class)
    void categoriesAloneAreEnough(final Trainer trainer) throws Exception {
        works(trainer, new TestTable().strings("colour", cells(60, i -> i % 3 == 0 ? "red" : "blue"))
            .strings("place", cells(60, i -> i % 11 == 4 ? null : "place " + i % 40))
            .booleans("known", cells(60, i -> i % 2 == 0)).strings("label", cells(60, i -> i < 4 ? "a" : null)).build(),
            s -> {});
    }

    @Test
    void textIsNoCategory() throws Exception {
        final var random = new Random(1);
        final var table = new TestTable().strings("text", cells(6000, i -> "word " + random.nextInt(5000)))
            .doubles("x", cells(6000, i -> random.nextGaussian()))
            .strings("label", cells(6000, i -> i < 4 ? "a" : null))
            .build();
        final var run = Trainer.task(table, "MASK");
        assertThat(run.warning()).contains("Ignored because of more than 1000 different values: \"text\".");
        assertThat(run.object(0).getSummary()).isEqualTo("Mask 30 % of 1 column");
    }

    @ParameterizedTest
    @EnumSource(value = Trainer.class, names = {"BARLOW_TWINS", "MASKED", "VARIATIONAL"})
    void columnsThatTellNothingAreNamed(final Trainer trainer) throws Exception {
        final var table = groups(60).doubles("empty", new Object[60]).doubles("constant", cells(60, i -> 7))
            .lists("void", new Object[60]).strings("one", cells(60, i -> "same"))
            .strings("label", cells(60, i -> i < 4 ? "a" : null)).build();
        assertThat(works(trainer, table, s -> {}).information())
            .contains("Ignored because all values are equal: \"constant\", \"one\".");
        assertThat(Trainer.task(table, "AUTOMATIC").information())
            .contains("Ignored because all their cells are missing: \"empty\", \"void\".");
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
            assertThat(run.warning()).as(epochs + " epochs").contains("Decrease the learning rate (1.0E30).");
        }
    }

    @Test
    void emptyListsAndMissingNumbersAreNoError() throws Exception {
        final var lists = cells(40,
            i -> i == 3 ? new double[0] : i == 5 ? null : new double[]{i % 7, i == 9 ? Double.NaN : 2, -i});
        works(Trainer.VARIATIONAL, new TestTable().lists("v", lists).build(), s -> {});
    }
}
