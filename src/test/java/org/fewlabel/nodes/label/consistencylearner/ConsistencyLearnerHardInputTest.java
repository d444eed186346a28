package org.fewlabel.nodes.label.consistencylearner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;
import static org.fewlabel.nodes.encode.EncodedTables.cells;
import static org.fewlabel.nodes.encode.EncodedTables.groups;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.QUICK;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.ROWS;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.predicted;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.quick;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.run;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.table;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.task;

import java.util.function.Consumer;

import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.encode.Trainer;
import org.fewlabel.port.EncoderPortObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/** Tables, ports and settings that do not go together, for Consistency Learner. */
class ConsistencyLearnerHardInputTest {

    @BeforeAll
    static void register() throws Exception {
        ConsistencyRun.registerPortTypes();
    }

    private static void assertRefused(final Consumer<NodeSettings> change, final String message,
        final PortObject... in) {
        assertThatThrownBy(() -> run(QUICK.andThen(change), in)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining(message);
    }

    private static BufferedDataTable without(final String column) {
        final var spec = groups(ROWS).build();
        final var table = new TestTable();
        for (final var name : spec.getDataTableSpec().getColumnNames()) {
            if (!name.equals(column) && !name.equals("colour") && !name.equals("smoker")) {
                table.doubles(name,
                    texts(spec, name).stream().map(t -> t == null ? null : Double.valueOf(t)).toArray());
            }
        }
        return table.strings("label", cells(ROWS, i -> i < 8 ? ConsistencyRun.group(i) : null)).build();
    }

    @Test
    void columnsThatTheTableLacksAreNamed() throws Exception {
        final var task = task(table(8).build());
        assertRefused(s -> {}, "The pretext task needs 3 columns that the table does not have: \"size\", \"colour\", "
            + "\"smoker\".", without("size"), task);
        final var retyped = table(8).strings("other", cells(ROWS, i -> "x" + i)).build();
        final var numbers = new TestTable().doubles("size", cells(ROWS, i -> i * 0.5))
            .doubles("other", cells(ROWS, i -> i * 0.7))
            .build();
        assertRefused(s -> {}, "The column \"other\" is of type String, but the pretext task takes it as a number",
            retyped,
            task(numbers));
        assertRefused(s -> {}, "The column \"other\" is of type String, but the encoder takes it as a number", retyped,
            task(retyped), Trainer.DENOISING.train(numbers));
    }

    @Test
    void anEncoderForOtherColumnsThanTheTaskIsNamedByThem() throws Exception {
        final var table = table(8).build();
        assertRefused(s -> {},
            "The pretext task and the encoder were made for different columns: the encoder does not know "
                + "\"size\", \"colour\", \"smoker\". Make both for the same columns.",
            table, task(table),
            Trainer.DENOISING.train(without("size")));
        assertRefused(s -> {}, "the pretext task does not know \"age\"", table, task(without("age")),
            Trainer.DENOISING.train(without("size")));
    }

    @Test
    void theOrderOfTheColumnsDoesNotMatter() throws Exception {
        final var table = new TestTable().doubles("x", cells(40, i -> i % 2 * 5 + i * 0.01))
            .doubles("y", cells(40, i -> i % 2 * -4 + i * 0.02))
            .strings("label", cells(40, i -> i < 6 ? ConsistencyRun.group(i) : null)).build();
        final var turned = new TestTable().doubles("y", texts(table, "y").stream().map(Double::valueOf).toArray())
            .doubles("x", texts(table, "x").stream().map(Double::valueOf).toArray())
            .strings("label", texts(table, "label").toArray()).build();
        final var run = run(QUICK, table, task(table), Trainer.DENOISING.train(turned));

        assertThat(ConsistencyRun.accuracy(run.object(0), table)).isGreaterThan(0.95);
        assertThat(ConsistencyRun.predicted(run.object(0), turned, "P (label=group 1)"))
            .isEqualTo(predicted(run.object(0), table, "P (label=group 1)"));
    }

    @Test
    void theLabelMustNotBeAmongTheColumns() throws Exception {
        final var table = table(8).build();
        assertRefused(s -> s.addString("label", "colour"),
            "The pretext task was made with the label column \"colour\" among "
                + "its columns",
            table, task(table));
        final EncoderPortObject encoder = Trainer.DENOISING.train(table);
        assertRefused(s -> s.addString("label", "colour"), "The encoder was made with the label column \"colour\"",
            table,
            task(without("size")), encoder);
    }

    @Test
    void aMissingLabelColumnIsNamed() throws Exception {
        final var table = table(8).build();
        assertRefused(s -> s.addString("label", "diagnosis"), "\"diagnosis\"", table, task(table));
    }

    @Test
    void withoutALabelThereIsNothingToLearn() throws Exception {
        final var table = groups(ROWS).strings("label", new Object[ROWS]).build();
        assertThatThrownBy(
            () -> run(QUICK.andThen(s -> s.addString("label", "label")), table, task(groups(ROWS).build())))
            .isInstanceOf(KNIMEException.class)
            .hasMessageContaining("No row has a label: the column \"label\" is missing in all 90 rows");
    }

    @Test
    void aSingleClassIsReported() throws Exception {
        final var table = groups(ROWS).strings("label", cells(ROWS, i -> i < 3 ? "only" : null)).build();
        final var run = quick(s -> {}, table);
        assertThat(run.warning()).contains("All labels are \"only\"");
        assertThat(predicted(run.object(0), table, "Prediction (label)")).containsOnly("only");
    }

    @Test
    void withoutUnlabeledRowsOnlyTheLabelsAreUsed() throws Exception {
        final var run = quick(s -> {}, table(ROWS).build());
        assertThat(run.information()).contains("There were no unlabeled rows to train with.");
        assertThat(run.warning()).contains("All rows are labeled");
        assertThat(texts(run.table(1), "Share of unlabeled rows used")).containsOnlyNulls();
        assertThat(ConsistencyRun.accuracy(run.object(0), table(8).build())).isGreaterThan(0.95);
    }

    @Test
    void aTooHighLearningRateIsReportedAndTheClassifierUsable() throws Exception {
        final var table = table(8).build();
        final var run = quick(s -> ConsistencyRun.training(s).addDouble("learningRate", 1e30), table);
        assertThat(run.warning()).contains("the loss was no longer a number", "Decrease the learning rate (1.0E30).");
        assertThat(predicted(run.object(0), table, "Prediction (label)")).doesNotContainNull();
    }

    @Test
    void wholeNumbersCanBeClasses() throws Exception {
        final var table = groups(ROWS).ints("label", cells(ROWS, i -> i < 8 ? i % 2 : null)).build();
        final var run = run(QUICK.andThen(s -> s.addString("label", "label")), table, task(groups(ROWS).build()));
        assertThat(run.information())
            .contains("The whole numbers of the label column \"label\" are read as 2 class names");
        assertThat(predicted(run.object(0), table, "Prediction (label)")).containsOnly("0", "1");
    }

    @Test
    void givenSharesMustFitTheClasses() throws Exception {
        final var table = table(8).build();
        assertRefused(s -> s.addString("shares", "GIVEN"), "\"Known class distribution\" lists no class", table,
            task(table));
        assertRefused(s -> {
            s.addString("shares", "GIVEN");
            final var share = s.addNodeSettings("givenShares").addNodeSettings("0");
            share.addString("class", "group 3");
            share.addDouble("share", 50);
        }, "\"group 3\", which is no class", table, task(table));
    }

    @ParameterizedTest
    @CsvSource({"threshold,0,Minimum confidence (%),must be above 0 and at most 100",
        "threshold,1.5,Minimum confidence (%),at most 100",
        "radius,-1,Perturbation radius,must be above 0 and at most 100",
        "weight,0,Unlabeled loss weight,'must be above 0 and at most 1,000,000'",
        "weakShare,101,Weak augmentation: changed cells (%),must be from 0 to 100"})
    void settingsOutOfRangeAreNamed(final String key, final double value, final String title, final String message)
        throws Exception {
        final var table = table(8).build();
        final var shown = title.startsWith("Minimum confidence") ? 100 * value : value; // a share, shown in percent
        assertRefused(s -> s.addDouble(key, value), "\"" + title + "\" must be ", table, task(table));
        assertRefused(s -> s.addDouble(key, value), message + ", not " + shown + ".", table, task(table));
    }

    @ParameterizedTest
    @CsvSource({"ratio,2000,Unlabeled rows per labeled row,'at most 1,000'",
        "learningRate,NaN,Learning rate,above 0"})
    void settingsOfTheTrainingOutOfRangeAreNamed(final String key, final double value, final String title,
        final String message) throws Exception {
        final var table = table(8).build();
        assertRefused(s -> ConsistencyRun.training(s).addDouble(key, value), "\"" + title + "\" must be ", table,
            task(table));
        assertRefused(s -> ConsistencyRun.training(s).addDouble(key, value), message + ", not " + value + ".", table,
            task(table));
    }

    @Test
    void noEpochIsTooFew() throws Exception {
        final var table = table(8).build();
        assertRefused(s -> ConsistencyRun.epochs(s, 0), "\"Set number of epochs\" must be at least 1, not 0.", table,
            task(table));
    }
}
