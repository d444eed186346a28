package org.fewlabel.nodes.label.consistencylearner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fewlabel.nodes.Canceled.assertStops;
import static org.fewlabel.nodes.TestTable.texts;
import static org.fewlabel.nodes.encode.EncodedTables.cells;
import static org.fewlabel.nodes.encode.EncodedTables.groups;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.QUICK;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.ROWS;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.accuracy;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.epochs;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.predicted;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.quick;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.run;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.table;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.task;
import static org.fewlabel.nodes.label.consistencylearner.ConsistencyRun.training;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import javax.swing.JScrollPane;
import javax.swing.JTextArea;

import org.fewlabel.headless.slice.NodeFacts;
import org.fewlabel.headless.slice.PortObjectFiles;
import org.fewlabel.nodes.encode.Trainer;
import org.fewlabel.port.ClassifierPortObject;
import org.fewlabel.port.EncoderPortObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

class ConsistencyLearnerNodeTest {

    private static final String P = "P (label=group 1)";

    private static final DataTableSpec HISTORY = new DataTableSpec(
        new String[]{"Epoch", "Supervised loss", "Consistency loss", "Share of unlabeled rows used", "Target accuracy",
            "Learning rate", "Seconds", "Rows per second", "Device"},
        new DataType[]{IntCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE,
            DoubleCell.TYPE,
            DoubleCell.TYPE, DoubleCell.TYPE, StringCell.TYPE});

    @TempDir
    private Path folder;

    @BeforeAll
    static void register() throws Exception {
        ConsistencyRun.registerPortTypes();
    }

    @Test
    void theThirdInputIsThereIfTheUserAddsIt() throws Exception {
        assertThat(ConsistencyRun.node(false).inPorts()).hasSize(2);
        assertThat(ConsistencyRun.node(true).inPorts()).hasSize(3).last().isEqualTo(EncoderPortObject.TYPE);
        assertThat(ConsistencyRun.node(true).facts().orElseThrow().inputs()).extracting(NodeFacts.Port::name)
            .containsExactly("Few labels", "Pretext task", "Encoder");
        assertThat(ConsistencyRun.node(true).facts().orElseThrow().inputs().get(2).description())
            .contains("Without it, training starts from scratch.");
    }

    @Test
    void theDefaultsNeedNoHelp() throws Exception {
        final var table = table(8).build();
        final var run = run(s -> {}, table, task(table));

        assertThat(accuracy(run.object(0), table)).isGreaterThan(0.95);
        assertThat(run.table(1).size()).isBetween(100L, 1000L);
        assertThat(run.warning()).isNull();
        assertThat(run.information()).startsWith("Trained ").contains("% of the unlabeled rows were confident enough");
        assertThat(run.table(1).getDataTableSpec().equalStructure(HISTORY)).isTrue();
        assertThat(((DataTableSpec)run.configured().specs()[1]).equalStructure(HISTORY)).isTrue();
        assertThat(run.object(0).getSpec()).usingRecursiveComparison().ignoringFields("fitted")
            .isEqualTo(run.configured().specs()[0]);
        assertThat(run.object(0).getSummary()).isEqualTo("Predicts \"label\" (2 classes) from 6 columns; made by "
            + "Consistency Learner from 8 labeled of 90 rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PSEUDO_LABELS", "MEAN_TEACHER", "VIRTUAL_ADVERSARIAL", "PI_MODEL"})
    void everyMethodLearnsFromScratchAndOnFromAnEncoder(final String method) throws Exception {
        final var table = table(8).build();
        final var task = task(table);
        final var encoder = Trainer.MASKED.train(table);
        final Consumer<NodeSettings> change = QUICK.andThen(s -> s.addString("method", method));

        final var scratch = run(change, table, task);
        final var tuned = run(change, table, task, encoder);
        final var frozen = run(change.andThen(s -> training(s).addBoolean("freeze", true)), table, task, encoder);

        for (final var run : List.of(scratch, tuned, frozen)) {
            assertThat(accuracy(run.object(0), table)).isGreaterThan(0.9);
            assertThat(run.information()).startsWith("Trained 20 epochs.");
            assertThat(run.warning()).isNull();
        }
        assertThat(bodyOf(frozen.object(0))).isEqualTo(bodyOf(encoder));
        assertThat(bodyOf(tuned.object(0))).isNotEqualTo(bodyOf(encoder));
        assertThat(view(frozen.object(0)))
            .contains("Freeze encoder (train classifier only): true\n", "Encoder: 6 columns to 32 numbers (masked)",
                "Method: " + method + "\n")
            .doesNotContain("Units per layer");
        assertThat(view(scratch.object(0))).contains("Encoder: none\n", "Units per layer: [64, 64, 32]\n")
            .doesNotContain("Freeze");
    }

    /** The first weights; a classifier's layer for the classes and an encoder's heads come behind the body. */
    private static List<Float> bodyOf(final PortObject object) {
        final var state = object instanceof EncoderPortObject encoder ? encoder.encoder().state()
            : ((ClassifierPortObject)object).classifier().state().state("model").state("network");
        final var parameters = (float[])state.entries().get("parameters");
        return IntStream.range(0, 64 * 64).mapToObj(i -> parameters[i]).toList();
    }

    private static String view(final PortObject object) {
        return ((JTextArea)((JScrollPane)object.getViews()[0]).getViewport().getView()).getText();
    }

    @ParameterizedTest
    @CsvSource({"weights,THRESHOLD,Minimum confidence (%): 95.0", "shares,NONE,Class distribution: NONE"})
    void otherPseudoLabels(final String key, final String value, final String described) throws Exception {
        final var table = table(8).build();
        final var run = quick(s -> s.addString(key, value), table);

        assertThat(accuracy(run.object(0), table)).isGreaterThan(0.9);
        assertThat(view(run.object(0))).contains(described);
        assertThat(predicted(run.object(0), table, P))
            .isNotEqualTo(predicted(quick(s -> {}, table).object(0), table, P));
    }

    @Test
    void theHistoryHasTheAccuracyOfTheTargetsIfTheTruthIsKnown() throws Exception {
        final var table = table(8).build();
        final var without = quick(s -> {}, table).table(1);
        final var truth = cells(ROWS, i -> i == 89 ? "in no label" : ConsistencyRun.group(i));
        final var run = quick(s -> {}, table(8).strings("label (truth)", truth).build());
        final var with = run.table(1);

        assertThat(texts(without, "Target accuracy")).hasSize(20).containsOnlyNulls();
        assertThat(texts(with, "Target accuracy")).hasSize(20)
            .allSatisfy(share -> assertThat(Double.parseDouble(share)).isBetween(0.0, 1.0));
        assertThat(Double.parseDouble(texts(with, "Target accuracy").get(19))).isBetween(0.9, 0.999);
        for (final var column : List.of("Supervised loss", "Consistency loss", "Share of unlabeled rows used")) {
            assertThat(texts(with, column)).as("nothing is learned from the truth").isEqualTo(texts(without, column))
                .allSatisfy(text -> assertThat(Double.parseDouble(text)).isFinite().isNotNegative());
        }
        assertThat(texts(with, "Epoch")).startsWith("1", "2").endsWith("20");
        assertThat(texts(with, "Device")).containsOnly(texts(with, "Device").get(0)).first().asString().contains("CPU");
        assertThat(run.object(0).getSummary()).contains("from 6 columns");
    }

    @Test
    void theSameAgainGivesTheSame() throws Exception {
        final var table = table(8).build();
        final var once = predicted(quick(s -> {}, table).object(0), table, P);

        assertThat(predicted(quick(s -> {}, table).object(0), table, P)).isEqualTo(once);
        assertThat(predicted(quick(s -> training(s).addLong("seed", 2), table).object(0), table, P)).isNotEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSavedClassifierPredictsTheSame(final boolean withEncoder) throws Exception {
        final var table = groups(ROWS).doubles("constant", cells(ROWS, i -> 3.5))
            .strings("label", cells(ROWS, i -> i < 8 ? ConsistencyRun.group(i) : null)).build();
        final var run = withEncoder ? run(QUICK, table, task(table), Trainer.DENOISING.train(table))
            : quick(s -> {}, table);
        final var classifier = run.object(0);
        PortObjectFiles.save(classifier, folder, new ExecutionMonitor());
        final var loaded = PortObjectFiles.load(ClassifierPortObject.class, folder, new ExecutionMonitor());

        assertThat(predicted(loaded, table, P)).isEqualTo(predicted(classifier, table, P));
        assertThat(loaded.getSpec()).isEqualTo(classifier.getSpec());
        assertThat(loaded.getSummary()).isEqualTo(classifier.getSummary());
        assertThat(view(loaded)).isEqualTo(view(classifier)).contains("Method: network\n",
            "  Pretext task: Mask 30 % of ",
            "  Pseudo-label weighting: SOFT\n", "  Class distribution: ESTIMATED\n", "  Epochs: 20\n",
            "  Random seed: 1\n", "CPU");
        assertThat(run.information()).contains("Ignored because all values are equal: \"constant\".");
    }

    @Test
    void heldOutRowsAreIgnored() throws Exception {
        final var heldOut = 30;
        final var roles = cells(ROWS, i -> i >= ROWS - heldOut ? "held out" : "unlabeled");
        final var run = quick(s -> {}, table(8).strings("Role", roles).build());

        assertThat(run.object(0).getSummary()).contains("from 8 labeled of 60 rows");
        assertThat(run.information()).contains("30 held-out rows were ignored.");
    }

    @Test
    void freezingWithoutEncoderIsReported() throws Exception {
        assertThat(quick(s -> training(s).addBoolean("freeze", true), table(8).build()).warning())
            .isEqualTo("\"" + ConsistencyTrainingParameters.FREEZE_TITLE
                + "\" has no effect because no encoder is connected.");
    }

    private static final Consumer<NodeSettings> LONG = settings -> {
        training(settings).addString("size", "LARGE");
        epochs(settings, 100_000);
    };

    @ParameterizedTest
    @ValueSource(strings = {"PSEUDO_LABELS", "VIRTUAL_ADVERSARIAL"})
    void trainingStopsWhenTheUserCancels(final String method) throws Exception {
        final var table = table(8).build();
        assertStops(new ConsistencyLearnerNodeFactory(), LONG.andThen(s -> s.addString("method", method)), 0.1181,
            table,
            task(table));
        assertStops(ConsistencyRun.node(true), LONG.andThen(s -> s.addString("method", method)), 0.1611, table,
            task(table),
            Trainer.DENOISING.train(table));
    }

    @Test
    void readingRowsStopsWhenTheUserCancels() throws Exception {
        final var many = 200_000;
        final var table = groups(many).strings("label", cells(many, i -> i < 8 ? ConsistencyRun.group(i) : null))
            .build();
        assertStops(new ConsistencyLearnerNodeFactory(), s -> {}, 0.005, table, task(table(8).build()));
    }
}
