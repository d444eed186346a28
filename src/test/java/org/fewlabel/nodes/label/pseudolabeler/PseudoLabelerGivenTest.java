package org.fewlabel.nodes.label.pseudolabeler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.nodes.TestTable.texts;
import static org.fewlabel.nodes.encode.EncodedTables.cells;
import static org.fewlabel.nodes.encode.EncodedTables.groups;

import java.io.FileInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.PortObjectFiles;
import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.nodes.Canceled;
import org.fewlabel.nodes.ColumnSettings;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.encode.Trainer;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.fewlabel.port.ClassifierPortObject;
import org.fewlabel.port.EncoderPortObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/** Pseudo-Labeler with an encoder or a classifier at the port that the user may add. */
class PseudoLabelerGivenTest {

    private static final int ROWS = 120;

    private static EncoderPortObject encoder;

    private static PortObject teacher;

    @BeforeAll
    static void make() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            new PluginXmlRegistry(in, PseudoLabelerGivenTest.class.getClassLoader()).registerPortTypes();
        }
        encoder = Trainer.DENOISING.train(groups(ROWS).build(), s -> Trainer.epochs(s, 20));
        teacher = TestRun.of(new LabelPropagatorNodeFactory(), table(20).build()).object(1);
    }

    private static String group(final int row) {
        return row % 2 == 1 ? "odd" : "even";
    }

    private static TestTable table(final int labeled) {
        return groups(ROWS).strings("label", cells(ROWS, i -> i < labeled ? group(i) : null));
    }

    private static RunnableNode node(final Class<? extends PortObject> given) throws InvalidSettingsException {
        final var file = new NodeSettings("settings.xml");
        file.addNodeSettings("node_creation_config").addNodeSettings("Classifier or encoder").addNodeSettings("port_0")
            .addString("object_class", given.getName());
        return NodeAccess.of(new PseudoLabelerNodeFactory(), file);
    }

    private static TestRun run(final Consumer<NodeSettings> change, final BufferedDataTable table,
        final PortObject given)
        throws Exception {
        return TestRun.of(node(given.getClass()), change, ExecutionContexts.create().context(), table, given);
    }

    /** With a learner, two rounds and without the check. */
    private static Consumer<NodeSettings> believed(final String learner) {
        return s -> {
            s.addString("learner", learner);
            Trainer.inside(s, "learning", learning -> {
                learning.addBoolean("onlyIfBetter", false);
                learning.addInt("rounds", 2);
            });
        };
    }

    /** So few labels that there are two folds: a network is trained for each. */
    private static Consumer<NodeSettings> oneRound(final String learner) {
        return believed(learner).andThen(s -> Trainer.inside(s, "learning", learning -> learning.addInt("rounds", 1)));
    }

    private static double share(final List<String> predicted) {
        return IntStream.range(0, predicted.size()).filter(i -> group(i).equals(predicted.get(i))).count()
            / (double)predicted.size();
    }

    private static List<String> predicted(final PortObject classifier, final String column) throws Exception {
        return texts(TestRun.of(new FewLabelPredictorNodeFactory(), classifier, groups(60).build()).table(0), column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTOMATIC", "NEIGHBOURS", "SOFT_EM", "NETWORK"})
    void everyLearnerLearnsFromTheEncoderAndReadsRawRows(final String learner, @TempDir final Path folder)
        throws Exception {
        final var run = run(oneRound(learner), table(4).build(), encoder);
        assertThat(share(texts(run.table(0), "Prediction (label)"))).isGreaterThan(0.9);
        for (var port = 0; port < 3; port += 2) {
            assertThat(run.table(port).getDataTableSpec().equalStructure((DataTableSpec)run.configured().specs()[port]))
                .isTrue();
        }
        assertThat(run.object(1).getSpec()).usingRecursiveComparison().ignoringFields("fitted")
            .isEqualTo(run.configured().specs()[1]);
        final var classifier = (ClassifierPortObject)run.object(1);
        assertThat(classifier.classifier().columns()).isEqualTo(encoder.encoder().columns());
        assertThat(classifier.classifier().kind())
            .startsWith(learner.equals("NETWORK") ? "fine-tuned " : "autoencoder ");
        assertThat(classifier.provenance().parameters().get("Classifier or encoder")).contains("autoencoder");

        final var probabilities = predicted(classifier, "P (label=odd)");
        assertThat(share(predicted(classifier, "Prediction (label)"))).isGreaterThan(0.9);
        PortObjectFiles.save(classifier, folder, new ExecutionMonitor());
        assertThat(predicted(PortObjectFiles.load(ClassifierPortObject.class, folder, new ExecutionMonitor()),
            "P (label=odd)")).isEqualTo(probabilities);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.INCLUDE, names = {"NT_XENT", "VARIATIONAL", "MASKED"})
    void aNetworkIsFineTunedFromEveryKindOfEncoder(final Trainer trainer) throws Exception {
        final var table = table(4).build();
        final var run = run(oneRound("NETWORK"), table, trainer.train(groups(ROWS).build()));
        assertThat(share(texts(run.table(0), "Prediction (label)"))).isGreaterThan(0.9);
    }

    @Test
    void aFineTunedNetworkIsReproducible() throws Exception {
        final var once = run(oneRound("NETWORK"), table(4).build(), encoder);
        final var again = run(oneRound("NETWORK"), table(4).build(), encoder);
        assertThat(texts(again.table(0), "P (label=odd)")).isEqualTo(texts(once.table(0), "P (label=odd)"));
        final var other = run(oneRound("NETWORK").andThen(
            s -> Trainer.inside(s, "learning", learning -> learning.addLong("seed", 7))), table(4).build(), encoder);
        assertThat(texts(other.table(0), "P (label=odd)")).isNotEqualTo(texts(once.table(0), "P (label=odd)"));
    }

    @Test
    void theColumnsAreThoseOfTheEncoder() {
        final var without = new TestTable().strings("label", "odd", "even", null).doubles("size", 1, 2, 3).build();
        assertThatThrownBy(() -> run(s -> {}, without, encoder)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("The encoder needs 4 columns").hasMessageContaining("\"colour\"");
        final var wrong = new TestTable().strings("label", cells(ROWS, i -> i < 4 ? group(i) : null));
        groupsButColor(wrong);
        assertThatThrownBy(() -> run(s -> {}, wrong.build(), encoder)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"colour\"").hasMessageContaining("Number to String");
    }

    private static void groupsButColor(final TestTable table) {
        for (final var number : List.of("size", "weight", "age", "length", "colour")) {
            table.doubles(number, cells(ROWS, i -> i % 7));
        }
        table.booleans("smoker", cells(ROWS, i -> i % 2 == 0));
    }

    @Test
    void anEncoderThatReadsTheLabelIsRefused() {
        assertThatThrownBy(() -> run(s -> s.addString("label", "colour"), table(20).build(), encoder))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("The encoder reads the label column \"colour\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGISTIC", "SOFT_EM"})
    void aClassifierProvidesTheFirstPseudoLabels(final String learner) throws Exception {
        final var name = learner.equals("SOFT_EM") ? "Naive Bayes" : "Logistic regression";
        final var run = run(believed(learner), table(20).build(), teacher);
        assertThat(texts(run.table(2), "Predicted by")).containsExactly(null, "Given classifier", name);
        assertThat(run.information()).contains("The given classifier predicted the pseudo-labels of round 1, ",
            " those of later rounds. The given classifier was not evaluated");
        assertThat(((ClassifierPortObject)run.object(1)).provenance().parameters().get("Classifier or encoder"))
            .contains("Label Propagator");
        final var without = TestRun.of(new PseudoLabelerNodeFactory(), believed(learner), table(20).build());
        assertThat(texts(without.table(2), "Predicted by")).containsExactly(null, name, name);
        assertThat(texts(run.table(0), "Baseline (label)")).as("round 0 is not taught")
            .isEqualTo(texts(without.table(0), "Baseline (label)"));
        assertThat(texts(run.table(2), "Cross-validated accuracy").get(0))
            .isEqualTo(texts(without.table(2), "Cross-validated accuracy").get(0));
        assertThat(texts(run.table(2), "Total weight").get(1))
            .isNotEqualTo(texts(without.table(2), "Total weight").get(1));
    }

    @Test
    void otherClassesAreNamed() throws Exception {
        final var three = groups(ROWS).strings("label",
            cells(ROWS, i -> i < 30 ? i % 3 == 0 ? "third" : group(i) : null));
        assertThatThrownBy(() -> run(s -> {}, three.build(), teacher)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("it does not know \"third\"")
            .hasMessageContaining("Connect a classifier of the same classes");
        final var other = TestRun.of(new LabelPropagatorNodeFactory(), three.build()).object(1);
        assertThatThrownBy(() -> run(s -> {}, table(20).build(), other)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("it tells \"third\", which the label column does not have");
        // whole numbers are classes that are not known before the table is read
        final var numbers = groups(ROWS).ints("label", cells(ROWS, i -> i < 20 ? i % 2 : null));
        assertThatThrownBy(() -> run(s -> {}, numbers.build(), teacher)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("it does not know \"0\", \"1\", and it tells \"");
    }

    @Test
    void theColumnsOfTheClassifierMustBeThereToo() {
        final var without = new TestTable().strings("label", "odd", "even", null).doubles("size", 1, 2, 3).build();
        assertThatThrownBy(() -> run(s -> {}, without, teacher)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("The given classifier needs 5 columns").hasMessageContaining("\"weight\"");
    }

    /** The classifier needs columns that the learner does not. */
    @Test
    void theFeaturesAreTheUsersWithAClassifier() throws Exception {
        final var run = run(believed("LOGISTIC").andThen(s -> {
            ColumnSettings.choose(s, "features", "size");
        }), table(20).build(), teacher);
        assertThat(((ClassifierPortObject)run.object(1)).classifier().columns()).containsExactly("size");
    }

    @Test
    void aClassifierMayItselfBeANetwork() throws Exception {
        final var network = run(oneRound("NETWORK"), table(4).build(), encoder).object(1);
        final var run = run(believed("FOREST"), table(20).build(), network);
        assertThat(share(texts(run.table(0), "Prediction (label)"))).isGreaterThan(0.9);
        assertThat(texts(run.table(2), "Predicted by").get(1)).isEqualTo("Given classifier");
    }

    @Test
    void aCancelIsHonored() throws Exception {
        for (final var learner : List.of("NETWORK", "NEIGHBOURS")) {
            Canceled.assertStops(node(EncoderPortObject.class),
                believed(learner), 0.1,
                groups(2000).strings("label", cells(2000, i -> i < 60 ? group(i) : null)).build(), encoder);
        }
    }

    @Test
    void withoutThePortNothingIsGiven() throws Exception {
        final var run = TestRun.of(new PseudoLabelerNodeFactory(), table(20).build());
        assertThat(((ClassifierPortObject)run.object(1)).provenance().parameters())
            .containsEntry("Classifier or encoder", "none");
    }
}
